import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BACKSPACE, faceOf, type LayoutName, layouts, SPACE } from './layouts.ts';
import { languageNow, t } from './words.ts';

interface KeyboardProps {
  readonly onKey: (key: string) => void;
  /** Only digits, for numbers. */
  readonly isPad?: boolean;
  /** Which keys are there first; those of the page's language unless told. */
  readonly first?: LayoutName;
}

const names: readonly LayoutName[] = ['devanagari', 'more', 'latin', 'digits'];

/** Keys on the screen. What has the focus keeps it. */
export function Keyboard({
  onKey,
  isPad = false,
  first = languageNow() === 'hi' ? 'devanagari' : 'latin',
}: KeyboardProps): JSX.Element {
  const [chosen, choose] = useState<LayoutName>(first);
  const layout = isPad ? 'pad' : chosen;
  return (
    <fieldset class={`keyboard ${layout}`}>
      <legend class="hidden">{t('keyboard.title')}</legend>
      {layouts[layout].map((row) => (
        <div class="letters" key={row.join('')}>
          {row.map((key) => (
            <Key key={key} onPress={() => onKey(key)} lang={layout === 'devanagari' || layout === 'more' ? 'hi' : 'en'}>
              {faceOf(key)}
            </Key>
          ))}
        </div>
      ))}
      <div class="letters">
        {!isPad &&
          names.map((name) => (
            <button
              type="button"
              key={name}
              class="letter layout"
              aria-pressed={name === layout}
              onMouseDown={keepFocus}
              onClick={() => choose(name)}
            >
              {t(`keyboard.${name}`)}
            </button>
          ))}
        {isPad ? (
          <Key onPress={() => onKey('0')} lang="en">
            0
          </Key>
        ) : (
          <button type="button" class="letter space" onMouseDown={keepFocus} onClick={() => onKey(SPACE)}>
            {t('keyboard.space')}
          </button>
        )}
        <button type="button" class="letter back" onMouseDown={keepFocus} onClick={() => onKey(BACKSPACE)}>
          <span aria-hidden="true">⌫</span>
          <span class="hidden">{t('keyboard.back')}</span>
        </button>
      </div>
    </fieldset>
  );
}

const keepFocus = (event: MouseEvent): void => event.preventDefault();

const Key = ({ onPress, lang, children }: { onPress: () => void; lang: string; children: string }): JSX.Element => (
  <button type="button" class="letter" lang={lang} onMouseDown={keepFocus} onClick={onPress}>
    {children}
  </button>
);
