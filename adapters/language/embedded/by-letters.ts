import type { InstalledLanguage } from '#domain/shared/language.ts';

type Letters = Readonly<Record<string, string>>;

/** Puts what is written in other letters into Latin ones as it sounds; what a language's `letters` do not name falls away. */
export function byLetters(text: string, languages: readonly InstalledLanguage[]): string {
  return languages.reduce(
    (so, { script, letters }) => (letters ? so.replace(wordsIn(script), (word) => sounded(word, letters)) : so),
    text.normalize('NFC'),
  );
}

/** Made once each: every message is looked through. */
const patterns = new Map<string, RegExp>();

function wordsIn(script: string): RegExp {
  const known = patterns.get(script);
  if (known) return known;
  const made = new RegExp(`[\\p{Script=${script}}\\p{M}]*\\p{Script=${script}}\\p{M}*`, 'gu');
  patterns.set(script, made);
  return made;
}

/** A letter may sound otherwise where the word begins (`^و`) or ends (`ہ$`). */
function sounded(word: string, letters: Letters): string {
  const all = [...word];
  const soundOf = (letter: string, at: number): string =>
    (at === 0 ? letters[`^${letter}`] : undefined) ??
    (at === all.length - 1 ? letters[`${letter}$`] : undefined) ??
    letters[letter] ??
    '';
  return all.map(soundOf).join('');
}
