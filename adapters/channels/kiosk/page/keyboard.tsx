import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BACKSPACE, faceOf, type LayoutName, layoutOf, layouts, SPACE } from './layouts.ts';
import { languageNow, scriptNow, t } from './words.ts';

interface KeyboardProps {
  readonly onKey: (key: string) => void;
  /** Nothing but digits, or what codes are made of. */
  readonly only?: 'pad' | 'code';
}

/** Of a script that has keys of its own, those; else Devanagari, which most people here can write. */
function namesNow(): readonly LayoutName[] {
  const own = layoutOf(scriptNow());
  return own ? [own, 'latin', 'digits'] : ['devanagari', 'more', 'latin', 'digits'];
}

/** A script's keys are called by two of its letters. */
const faceOfLayout = (name: LayoutName): string =>
  name === layoutOf(name) ? (layouts[name][1] ?? []).slice(0, 2).join(' ') : t(`keyboard.${name}`);

/** Keys on the screen. What has the focus keeps it. */
export function Keyboard({ onKey, only }: KeyboardProps): JSX.Element {
  const [chosen, choose] = useState<LayoutName>(
    layoutOf(scriptNow()) ?? (scriptNow() === 'Deva' ? 'devanagari' : 'latin'),
  );
  const layout = only ?? chosen;
  // Whoever goes by keys has digits and Latin letters under his fingers; other letters he may not have.
  const tabIndex = only ? -1 : 0;
  return (
    <fieldset class={`keyboard ${layout}`}>
      <legend class="hidden">{t('keyboard.title')}</legend>
      {layouts[layout].map((row) => (
        <div class="letters" key={row.join('')}>
          {row.map((key) => (
            <Key key={key} onPress={() => onKey(key)} lang={langOf(layout)} tabIndex={tabIndex}>
              {faceOf(key)}
            </Key>
          ))}
        </div>
      ))}
      <div class="letters">
        {!only &&
          namesNow().map((name) => (
            <button
              type="button"
              key={name}
              class="letter layout"
              aria-pressed={name === layout}
              onMouseDown={keepFocus}
              onClick={() => choose(name)}
            >
              {faceOfLayout(name)}
            </button>
          ))}
        {only === 'pad' && (
          <Key onPress={() => onKey('0')} lang="en" tabIndex={tabIndex}>
            0
          </Key>
        )}
        {!only && (
          <button type="button" class="letter space" onMouseDown={keepFocus} onClick={() => onKey(SPACE)}>
            {t('keyboard.space')}
          </button>
        )}
        <button
          type="button"
          class="letter back"
          tabIndex={tabIndex}
          onMouseDown={keepFocus}
          onClick={() => onKey(BACKSPACE)}
        >
          <span aria-hidden="true">⌫</span>
          <span class="hidden">{t('keyboard.back')}</span>
        </button>
      </div>
    </fieldset>
  );
}

const langOf = (layout: LayoutName): string =>
  layout === 'devanagari' || layout === 'more' ? 'hi' : layout === layoutOf(layout) ? languageNow() : 'en';

const keepFocus = (event: MouseEvent): void => event.preventDefault();

interface KeyProps {
  readonly onPress: () => void;
  readonly lang: string;
  readonly tabIndex: number;
  readonly children: string;
}

const Key = ({ onPress, lang, tabIndex, children }: KeyProps): JSX.Element => (
  <button type="button" class="letter" lang={lang} tabIndex={tabIndex} onMouseDown={keepFocus} onClick={onPress}>
    {children}
  </button>
);
