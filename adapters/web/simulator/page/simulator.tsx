import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pageData } from '#adapters/web/page/page-data.ts';
import { t } from '#adapters/web/page/texts.ts';
import type { Act, Bubble, ShownOrder, SimulatorPageData } from './api.ts';
import { AttachSheet, PlacesSheet } from './attach.tsx';
import { Rows } from './bubble.tsx';
import { Chat } from './chat.tsx';
import { Composer } from './composer.tsx';
import { FormSheet } from './form.tsx';
import { initialOf, nameOf, showUser, useHolders } from './holders.ts';
import { Icon } from './icons.tsx';
import { Keypad } from './keypad.tsx';
import { OrderSheet } from './order.tsx';
import { Sheet } from './sheet.tsx';
import { Side } from './side.tsx';
import { type Talks, useHand, useTalks } from './talks.ts';
import { showTime } from './time.ts';

const { phones, samples } = pageData<SimulatorPageData>();

type OpenSheet = 'attach' | 'places' | 'menu' | { readonly form: string } | { readonly order: ShownOrder } | Bubble;

export function Simulator(): JSX.Element {
  const holders = useHolders(phones);
  const { kind, user, users } = holders;
  const talks = useTalks(kind, user, users);
  const hand = useHand(kind, user);
  const input = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(new URLSearchParams(location.search).get('write') ?? '');
  const [sheet, setSheet] = useState<OpenSheet>();
  const [hasFailed, setFailed] = useState(false);
  const isNarrow = useNarrow();
  const close = () => setSheet(undefined);
  useEffect(() => {
    setFailed(false);
    close();
  }, [user, kind]);

  /** A failure is said at the phone; `undo` gives back what was being sent. */
  const attempt = async (what: Promise<void>, undo?: () => void) => {
    close();
    try {
      await what;
      setFailed(false);
    } catch {
      setFailed(true);
      undo?.();
    }
  };
  const act = (what: Act, undo?: () => void) => void attempt(hand.act(what), undo);
  const send = () => {
    const text = draft.trim();
    if (text === '') return;
    setDraft('');
    act({ type: 'text', text }, () => setDraft(text));
  };
  const write = (text: string) => {
    close();
    setDraft(text);
    input.current?.focus();
    // Once more after a sheet, which gives the focus back to what opened it.
    setTimeout(() => input.current?.focus(), 50);
  };
  const side = <Side holders={holders} unread={talks.unread} onWrite={write} onDone={close} />;

  return (
    <div class="sim">
      <main class={`phone ${kind}`}>
        <div class="screen">
          <div class="under" inert={sheet !== undefined}>
            <PhoneHead talks={talks} user={user} onMenu={isNarrow ? () => setSheet('menu') : undefined} />
            <Chat
              key={`${kind}/${user}`}
              bubbles={talks.bubbles}
              isTyping={talks.isTyping}
              onTap={(id) => act({ type: 'choice', id })}
              onList={setSheet}
              onPlaces={() => setSheet('places')}
              onForm={(form) => setSheet({ form })}
              onOrder={(order) => setSheet({ order })}
            />
            {hasFailed && (
              <p class="failed" role="alert">
                {t('simulator.notSent')}
              </p>
            )}
            <Composer
              draft={draft}
              input={input}
              onDraft={setDraft}
              onSend={send}
              {...(kind !== 'sms' && { onAttach: () => setSheet('attach') })}
            />
          </div>
          {sheet === 'attach' && (
            <AttachSheet
              samples={samples}
              onClose={close}
              onFile={(file) => void attempt(hand.sendFile(file))}
              onSample={(id) => act({ type: 'sample', id })}
              onPlaces={() => setSheet('places')}
            />
          )}
          {sheet === 'places' && (
            <PlacesSheet onClose={close} onPlace={(place) => act({ type: 'location', ...place })} />
          )}
          {sheet === 'menu' && (
            <Sheet title={t('simulator.title')} onClose={close}>
              <div class="side">{side}</div>
            </Sheet>
          )}
          {typeof sheet === 'object' && 'order' in sheet && sheet.order && (
            <OrderSheet order={sheet.order} onClose={close} onPay={act} />
          )}
          {typeof sheet === 'object' && 'form' in sheet && typeof sheet.form === 'string' && (
            <FormSheet title={sheet.form} onStep={hand.form} onClose={close} />
          )}
          {typeof sheet === 'object' && 'id' in sheet && (
            <ListSheet bubble={sheet} onClose={close} onTap={(id) => act({ type: 'choice', id })} />
          )}
        </div>
        {kind === 'sms' && <Keypad onKey={(key) => setDraft(draft + key)} />}
      </main>
      {!isNarrow && (
        <section class="side" aria-label={t('simulator.menu')}>
          {side}
        </section>
      )}
    </div>
  );
}

interface HeadProps {
  readonly talks: Talks;
  readonly user: string;
  readonly onMenu: (() => void) | undefined;
}

function PhoneHead({ talks: { isOnline, isTyping }, user, onMenu }: HeadProps): JSX.Element {
  const state = !isOnline ? 'offline' : isTyping ? 'typing' : 'online';
  return (
    <>
      <div class="status-bar" aria-hidden="true">
        <span>{showTime(Date.now())}</span>
        <span class="signs">
          <i class="bars" />
          <i class="battery" />
        </span>
      </div>
      <div class="head">
        <span class="mark" aria-hidden="true">
          एक
        </span>
        <div class="contact">
          <h1>{t('simulator.contact')}</h1>
          <p aria-live="off">{t(`simulator.${state}`)}</p>
        </div>
        <div class="held" title={showUser(user)}>
          <span class="initial" aria-hidden="true">
            {initialOf(user)}
          </span>
          <span class="hidden">{`${t('simulator.holders')}: ${nameOf(user)}`}</span>
        </div>
        {onMenu && (
          <button type="button" class="round" aria-label={t('simulator.menu')} onClick={onMenu}>
            <Icon name="menu" />
          </button>
        )}
      </div>
    </>
  );
}

interface ListProps {
  readonly bubble: Bubble;
  readonly onClose: () => void;
  readonly onTap: (id: string) => void;
}

const ListSheet = ({ bubble: { list }, onClose, onTap }: ListProps): JSX.Element => (
  <Sheet title={list && /\p{L}/u.test(list.title) ? list.title : t('simulator.pick')} onClose={onClose}>
    {list?.sections.map(({ title, rows }) => (
      <div key={title ?? ''}>
        {title && <h3>{title}</h3>}
        <Rows rows={rows} onTap={onTap} />
      </div>
    ))}
  </Sheet>
);

const narrow = matchMedia('(max-width: 56rem)');

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const onChange = () => setNarrow(narrow.matches);
    narrow.addEventListener('change', onChange);
    return () => narrow.removeEventListener('change', onChange);
  }, []);
  return isNarrow;
}
