import { Fragment, type JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '#adapters/web/page/texts.ts';
import type { Bubble, ShownOrder } from './api.ts';
import { BubbleItem } from './bubble.tsx';
import { dayOf, showDay } from './time.ts';

interface ChatProps {
  readonly bubbles: readonly Bubble[];
  readonly isTyping: boolean;
  readonly onTap: (id: string) => void;
  readonly onList: (bubble: Bubble) => void;
  readonly onPlaces: () => void;
  readonly onForm: (title: string) => void;
  readonly onOrder: (order: ShownOrder) => void;
}

export function Chat({ bubbles, isTyping, onTap, onList, onPlaces, onForm, onOrder }: ChatProps): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  const newest = bubbles.at(-1)?.id;
  useLayoutEffect(toEnd, [newest, isTyping]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="chat-log" role="log" aria-label={t('simulator.talk')} tabIndex={0} ref={scroller}>
      <p class="hint">{t('simulator.demoChat')}</p>
      {bubbles.length === 0 && <p class="hint empty-talk">{t('simulator.empty')}</p>}
      <ol class="turns">
        {bubbles.map((bubble, i) => {
          const before = bubbles[i - 1];
          const isNewDay = before === undefined || dayOf(before.at) !== dayOf(bubble.at);
          const quote = quoteOf(bubbles.find(({ id }) => id === bubble.answers));
          return (
            <Fragment key={bubble.id}>
              {isNewDay && (
                <li class="new-day">
                  <span>{showDay(bubble.at)}</span>
                </li>
              )}
              <BubbleItem
                bubble={bubble}
                isFirst={isNewDay || before.isMine !== bubble.isMine}
                tapped={tappedOf(bubble, bubbles)}
                {...(quote && { quote })}
                onTap={onTap}
                onList={onList}
                onPlaces={onPlaces}
                onForm={onForm}
                onOrder={onOrder}
                onGrown={toEnd}
              />
            </Fragment>
          );
        })}
      </ol>
      {isTyping && (
        <div class="dots">
          <span class="hidden">{t('simulator.typing')}</span>
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}

const quoteOf = (bubble: Bubble | undefined): string | undefined =>
  bubble &&
  (bubble.text ?? bubble.title ?? '')
    .split('\n')[0]
    ?.replace(/[*_~`]/g, '')
    .slice(0, 200);

const tappedOf = ({ id }: Bubble, bubbles: readonly Bubble[]): ReadonlySet<string> =>
  new Set(bubbles.filter(({ answers }) => answers === id).map(({ text = '' }) => text));
