import type { JSX, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '#adapters/web/page/texts.ts';
import { Icon } from './icons.tsx';

interface ComposerProps {
  readonly draft: string;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly onDraft: (text: string) => void;
  readonly onSend: () => void;
  /** Absent on a phone that sends texts only. */
  readonly onAttach?: () => void;
}

export function Composer({ draft, input, onDraft, onSend, onAttach }: ComposerProps): JSX.Element {
  useLayoutEffect(() => {
    if (!input.current) return;
    input.current.style.height = 'auto';
    input.current.style.height = `${input.current.scrollHeight}px`;
  }, [draft]);
  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is being put together from several keys, as for Hindi, Enter belongs to that word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {onAttach && (
        <button type="button" class="round" aria-label={t('simulator.attach')} onClick={onAttach}>
          <Icon name="attach" />
        </button>
      )}
      <textarea
        ref={input}
        rows={1}
        maxLength={4096}
        value={draft}
        aria-label={t('simulator.message')}
        placeholder={t('simulator.message')}
        onInput={({ currentTarget }) => onDraft(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="round send-button" aria-label={t('simulator.send')}>
        <Icon name="send" />
      </button>
    </form>
  );
}
