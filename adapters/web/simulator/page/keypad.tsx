import type { JSX } from 'preact';
import { t } from '#adapters/web/page/texts.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Menus by SMS are answered with a number; words come from the real keyboard. */
export const Keypad = ({ onKey }: { onKey: (key: string) => void }): JSX.Element => (
  <fieldset class="keypad" aria-label={t('simulator.keypad')}>
    {keys.map((key) => (
      <button type="button" key={key} class="key-button" onClick={() => onKey(key)}>
        {key}
      </button>
    ))}
  </fieldset>
);
