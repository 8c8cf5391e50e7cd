import written from './layouts.json' with { type: 'json' };

/** A key writes itself, unless it is one of these. */
export const BACKSPACE = '⌫';
export const SPACE = '␣';

export type LayoutName = keyof typeof written;

/** Devanagari in the order of the alphabet, which everybody learns at school, as few know the order of a typewriter. */
export const layouts: Readonly<Record<LayoutName, readonly (readonly string[])[]>> = written;

/** The keys of a script (ISO 15924), where it has some. */
export const layoutOf = (script: string): LayoutName | undefined =>
  /^[A-Z]/.test(script) && script in layouts ? (script as LayoutName) : undefined;

/** A vowel sign alone is shown on the circle that it would stand on. */
export const faceOf = (key: string): string => (/^\p{M}/u.test(key) ? `◌${key}` : key);

/** What becomes of a text when a key is pressed. */
export function pressed(text: string, key: string): string {
  if (key === SPACE) return `${text} `;
  if (key !== BACKSPACE) return text + key;
  // The last sign of a letter goes by itself: who typed a wrong vowel keeps the consonant.
  return [...text].slice(0, -1).join('');
}
