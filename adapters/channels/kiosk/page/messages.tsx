import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { openElsewhere } from './elsewhere.ts';
import type { Shown } from './frames.ts';
import { printDocument } from './print.ts';
import { canSpeak, speak } from './speech.ts';
import { t } from './words.ts';

export interface Item {
  readonly key: string;
  readonly isMine: boolean;
  readonly body: Shown;
}

interface MessagesProps {
  readonly items: readonly Item[];
  /** The line is there, so that an answer may come at any moment. */
  readonly isOpen: boolean;
  /** Returns whether it was taken. */
  readonly onChoice: (id: string, label: string) => boolean;
  readonly onPrint: (text: string) => void;
}

/** What was said, the newest below. Screen readers speak what is new. */
export function Messages({ items, isOpen, onChoice, onPrint }: MessagesProps): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const scroller = useInSight(end);
  const last = items.findLast(({ isMine }) => !isMine);
  const isAwaited = isOpen && items.at(-1)?.isMine === true;
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [items.length]);
  return (
    <div class="scroller" ref={scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log" role="log" aria-label={t('talk.log')} tabIndex={0}>
        {items.length === 0 && <p class="quiet">{t('talk.begins')}</p>}
        {items.map((item) => (
          <Message key={item.key} item={item} isLast={item === last} onPrint={onPrint} />
        ))}
      </div>
      {isAwaited && (
        <p class="awaited" role="status">
          {t('talk.awaited')}
        </p>
      )}
      {last?.body.choices && <Choices key={last.key} choices={last.body.choices} onChoice={onChoice} />}
      <div class="end" ref={end} />
    </div>
  );
}

/** Keys on the screen and larger letters leave less room: what was said last stays in sight. */
function useInSight(end: RefObject<HTMLDivElement | null>): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new ResizeObserver(() => end.current?.scrollIntoView({ block: 'end' }));
    for (const each of [scroller.current, scroller.current?.firstElementChild]) if (each) watch.observe(each);
    return () => watch.disconnect();
  }, []);
  return scroller;
}

/** Lines of a message that are too many for one column beside the buttons. */
const MANY_LINES = 9;

interface MessageProps {
  readonly item: Item;
  readonly isLast: boolean;
  readonly onPrint: (text: string) => void;
}

function Message({ item, isLast, onPrint }: MessageProps): JSX.Element {
  const { text, link, document } = item.body;
  if (item.isMine)
    return (
      <p class="mine" dir="auto">
        {text}
      </p>
    );
  return (
    <div class={isLast ? 'theirs last' : 'theirs'}>
      <div class={text.split('\n').length > MANY_LINES ? 'two-columns' : ''}>
        {text.split('\n').map((line, at) => (
          <p key={at} dir="auto">
            {bold(line)}
          </p>
        ))}
      </div>
      <div class="tools">
        {link && (
          <button type="button" onClick={() => openElsewhere(link.url)}>
            {link.label}
          </button>
        )}
        {document && (
          <button type="button" onClick={() => void printDocument(document)}>
            {t('talk.printDocument', { name: document.fileName })}
          </button>
        )}
        {canSpeak() && (
          <button type="button" class="quietly" onClick={() => speak(text)}>
            {t('talk.listen')}
          </button>
        )}
        <button type="button" class="quietly" onClick={() => onPrint(text)}>
          {t('talk.printSlip')}
        </button>
      </div>
    </div>
  );
}

/** `*so*` is bold, as in chats. */
const bold = (line: string): (string | JSX.Element)[] =>
  line.split(/\*([^*\n]+)\*/).map((part, at) => (at % 2 === 1 ? <b key={part}>{part}</b> : part));

const ON_ONE_PAGE = 12;
/** Ends a question or leaves it out: in sight whatever page is shown. */
const ALWAYS = /^(picked|skip|same)\//;

interface ChoicesProps {
  readonly choices: NonNullable<Shown['choices']>;
  readonly onChoice: MessagesProps['onChoice'];
}

/** Large buttons, twelve at a time. Their numbers are those that can be typed. */
function Choices({ choices, onChoice }: ChoicesProps): JSX.Element {
  const [page, setPage] = useState(0);
  const [isChosen, setChosen] = useState(false);
  const numbered = choices.map((choice, at) => ({ ...choice, number: at + 1 }));
  const paged = numbered.filter(({ id }) => !ALWAYS.test(id));
  const always = numbered.filter(({ id }) => ALWAYS.test(id));
  const pages = Math.ceil(paged.length / ON_ONE_PAGE);
  const choose = (id: string, label: string): void => {
    if (onChoice(id, label)) setChosen(true);
  };
  if (isChosen) return <div class="choices" />;
  return (
    <section class="choices" aria-label={t('talk.choices')}>
      {[...paged.slice(page * ON_ONE_PAGE, (page + 1) * ON_ONE_PAGE), ...always].map(
        ({ id, label, description, byWord, number }) => (
          <button type="button" key={id} class="choice" onClick={() => choose(id, label)}>
            {byWord === undefined && (
              <span class="number" aria-hidden="true">
                {number}
              </span>
            )}
            <strong>{label}</strong>
            {description && <span>{description}</span>}
          </button>
        ),
      )}
      {pages > 1 && (
        <div class="pages">
          <button type="button" class="secondary" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('talk.previous')}
          </button>
          <span>{t('talk.page', { page: page + 1, pages })}</span>
          <button type="button" class="secondary" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            {t('talk.next')}
          </button>
        </div>
      )}
    </section>
  );
}
