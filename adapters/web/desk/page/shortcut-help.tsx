import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { areShortcutsOn, switchShortcuts } from '#adapters/web/page/shortcuts.ts';
import { t } from '#adapters/web/page/texts.ts';
import { Dialog } from '#adapters/web/page/ui.tsx';

const keys = [
  'j',
  'k',
  'n',
  'p',
  '/',
  'Esc',
  'a',
  'r',
  'q',
  'f',
  't',
  's',
  'e',
  'm',
  'l',
  'd',
  'c',
  'o',
  'v',
  '?',
] as const;
const names: Readonly<Record<(typeof keys)[number], string>> = {
  j: 'next',
  k: 'previous',
  n: 'nextPage',
  p: 'previousPage',
  '/': 'search',
  Esc: 'back',
  a: 'approve',
  r: 'reject',
  q: 'query',
  f: 'forward',
  t: 'start',
  s: 'resolve',
  e: 'attend',
  m: 'miss',
  l: 'allow',
  d: 'dismiss',
  c: 'check',
  o: 'correct',
  v: 'revoke',
  '?': 'help',
};

export function ShortcutHelp({ onClose }: { onClose: () => void }): JSX.Element {
  const [isOn, setOn] = useState(areShortcutsOn);
  const change = (on: boolean) => {
    switchShortcuts(on);
    setOn(on);
  };
  return (
    <Dialog title={t('desk.shortcuts.title')} onClose={onClose}>
      <dl class="pairs keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`desk.shortcuts.${names[key]}`)}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={isOn} onChange={(event) => change(event.currentTarget.checked)} />
        {t('desk.shortcuts.on')}
      </label>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {t('desk.close')}
        </button>
      </div>
    </Dialog>
  );
}
