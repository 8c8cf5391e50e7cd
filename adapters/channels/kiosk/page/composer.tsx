import type { JSX, RefObject, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SessionInfo } from './api.ts';
import type { Said, Shown } from './frames.ts';
import { Keyboard } from './keyboard.tsx';
import { pressed } from './layouts.ts';
import { PaperDialog } from './paper.tsx';
import { t } from './words.ts';

interface ComposerProps {
  readonly session: SessionInfo;
  /** Returns whether it was taken. */
  readonly onSaid: (said: Said, shown: Shown) => boolean;
}

const LONGEST = 4000;

/** Where is written, by a real keyboard or by the one on the screen, and papers are taken in. */
export function Composer({ session, onSaid }: ComposerProps): JSX.Element {
  const [text, setText] = useState('');
  const [hasKeys, showKeys] = useState(false);
  const [hasPaper, showPaper] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useKeysFor(field);

  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    if (onSaid({ type: 'text', text: said }, { text: said })) setText('');
    field.current?.focus();
  };
  return (
    <div class="composer">
      <form onSubmit={send}>
        <button type="button" class="secondary" onClick={() => showPaper(true)}>
          {t('compose.paper')}
        </button>
        <button type="button" class="secondary" aria-pressed={hasKeys} onClick={() => showKeys(!hasKeys)}>
          {t('keyboard.title')}
        </button>
        <input
          ref={field}
          type="text"
          aria-label={t('compose.message')}
          placeholder={t('compose.hint')}
          autocomplete="off"
          maxLength={LONGEST}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit">{t('compose.send')}</button>
      </form>
      {hasKeys && <Keyboard onKey={(key) => setText((before) => pressed(before, key))} />}
      {hasPaper && <PaperDialog session={session} onSaid={onSaid} onClose={() => showPaper(false)} />}
    </div>
  );
}

/** Who goes by keys writes at once: what he pressed is gone from the screen when it was a choice, and with it the focus. */
function useKeysFor(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    field.current?.focus();
    const back = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
      const isWriting = key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;
      if (isWriting && document.activeElement === document.body) field.current?.focus();
    };
    addEventListener('keydown', back);
    return () => removeEventListener('keydown', back);
  }, []);
}
