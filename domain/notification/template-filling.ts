import { gapsOf } from './message-template.ts';

/** What one gap may take; longer words of an officer are cut, and can be read in the talk. */
const LONGEST_VALUE = 300;

/** What fills the gaps of a text, so that the text with them is at most as long as the provider takes. */
export function filled(
  body: string,
  longestBody: number,
  wordsOf: (gap: string) => string,
): readonly { readonly name: string; readonly text: string }[] {
  const gaps = gapsOf(body);
  const values = new Map(gaps.map((gap) => [gap, inOneLine(wordsOf(gap))]));
  const lengthOf = (most: number): number =>
    gaps.reduce((sum, gap) => sum + shortened(values.get(gap) ?? '', most).length, 0);
  const room = longestBody - body.replaceAll(/\{\{\w+\}\}/g, '').length;
  let most = LONGEST_VALUE;
  while (most > 1 && lengthOf(most) > room) most -= 1;
  return [...values].map(([name, text]) => ({ name, text: shortened(text, most) }));
}

/** Providers take no line breaks in a gap, no row of spaces, and no end that doubles the text's own full stop. */
const inOneLine = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\s.।]+$/u, '');

/** Counted as providers do, in UTF-16; no letter is cut in two. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
