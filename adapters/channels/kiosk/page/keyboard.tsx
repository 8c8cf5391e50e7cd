import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BACKSPACE, faceOf, type LayoutName, layoutOf, layouts, SPACE } from './layouts.ts';
import { languageNow, scriptNow, t } from './words.ts';

interface KeyboardProps {
  readonly onKey: (key: string) => void;
  /** Only digits, for numbers. */
  readonly isPad?: boolean;
  /** Which keys are there first; those of the page's language unless told. */
  readonly first?: LayoutName;
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
export function Keyboard({
  onKey,
  isPad = false,
  first = layoutOf(scriptNow()) ?? (scriptNow() === 'Deva' ? 'devanagari' : 'latin'),
}: KeyboardProps): JSX.Element {
  const [chosen, choose] = useState<LayoutName>(first);
  const layout = isPad ? 'pad' : chosen;
  return (
    <fieldset class={`keyboard ${layout}`}>
      <legend class="hidden">{t('keyboard.title')}</legend>
      {layouts[layout].map((row) => (
        <div class="letters" key={row.join('')}>
          {row.map((key) => (
            <Key key={key} onPress={() => onKey(key)} lang={langOf(layout)}>
              {faceOf(key)}
            </Key>
          ))}
        </div>
      ))}
      <div class="letters">
        {!isPad &&
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

const langOf = (layout: LayoutName): string =>
  layout === 'devanagari' || layout === 'more' ? 'hi' : layout === layoutOf(layout) ? languageNow() : 'en';

const keepFocus = (event: MouseEvent): void => event.preventDefault();

const Key = ({ onPress, lang, children }: { onPress: () => void; lang: string; children: string }): JSX.Element => (
  <button type="button" class="letter" lang={lang} onMouseDown={keepFocus} onClick={onPress}>
    {children}
  </button>
);
