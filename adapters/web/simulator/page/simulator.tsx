import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pageData } from '#adapters/web/page/page-data.ts';
import { t } from '#adapters/web/page/texts.ts';
import type { SimulatorPageData } from './api.ts';
import { Handset } from './handset.tsx';
import { canHold, useHolders } from './holders.ts';
import { type HeldPhone, usePhone } from './phone.ts';
import { Side } from './side.tsx';

const { phones } = pageData<SimulatorPageData>();

/** The phone that was chosen; where there is room, a smartphone has the same person's keypad phone at its side. */
export function Simulator(): JSX.Element {
  const holders = useHolders(phones);
  const { kind, user, users } = holders;
  const isNarrow = useMedia(narrow);
  const hasRoomForTwo = useMedia(wide);
  const hasKeypadToo = hasRoomForTwo && kind !== 'sms' && phones.includes('sms') && canHold(user, 'sms');
  const withKeypad = hasKeypadToo ? users.filter((each) => canHold(each, 'sms')) : [];
  const chosen = usePhone(kind, user, users, new URLSearchParams(location.search).get('write') ?? '');
  const keypad = usePhone('sms', user, withKeypad);
  const shown = hasKeypadToo ? [chosen, keypad] : [chosen];

  /** Examples go to the phone that was used last. */
  const used = useRef(kind);
  const write = (text: string) => (shown.find((each) => each.kind === used.current) ?? chosen).write(text);
  const side = <Side holders={holders} unread={unreadOn(shown)} onWrite={write} onDone={chosen.close} shown={shown} />;

  return (
    <div class="sim">
      <main class={hasKeypadToo ? 'phones two' : 'phones'}>
        {shown.map((phone, i) => (
          <Handset
            key={i === 0 ? 'chosen' : 'keypad'}
            phone={phone}
            menu={isNarrow && side}
            onUse={() => {
              used.current = phone.kind;
            }}
          />
        ))}
      </main>
      {!isNarrow && (
        <section class="side" aria-label={t('simulator.menu')}>
          {side}
        </section>
      )}
    </div>
  );
}

function unreadOn(shown: readonly HeldPhone[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { talks } of shown)
    for (const [user, count] of Object.entries(talks.unread)) sums[user] = (sums[user] ?? 0) + count;
  return sums;
}

const narrow = matchMedia('(max-width: 56rem)');
const wide = matchMedia('(min-width: 1100px)');

function useMedia(query: MediaQueryList): boolean {
  const [isSo, setSo] = useState(query.matches);
  useEffect(() => {
    const onChange = () => setSo(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isSo;
}
