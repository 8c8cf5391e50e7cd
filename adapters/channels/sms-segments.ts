// 3GPP TS 23.038, the default alphabet and its extension table, whose characters take an escape each.
const BASIC = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \n\r',
  '!"#¤%&\'()*+,-./:;<=>?¡¿@£$¥§_',
  'èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà',
  'ΔΦΓΛΩΠΨΣΘΞ',
].join('');
const EXTENDED = '\f^{}\\[~]|€';

const septets: ReadonlyMap<string, number> = new Map([
  ...[...BASIC].map((each) => [each, 1] as const),
  ...[...EXTENDED].map((each) => [each, 2] as const),
]);

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Can it be sent in the seven-bit alphabet, which holds more than twice as much? */
export const isGsm7 = (text: string): boolean => [...text].every((each) => septets.has(each));

/** Septets in the seven-bit alphabet, UTF-16 units in any other. */
export const unitsOf = (text: string): number =>
  isGsm7(text) ? [...text].reduce((sum, each) => sum + (septets.get(each) ?? 0), 0) : text.length;

/** The SMS of which the text is made, and which the phone joins: put together they are exactly the text. */
export function segmentsOf(text: string): readonly string[] {
  const [single, joined] = isGsm7(text) ? [160, 153] : [70, 67];
  if (unitsOf(text) <= single) return [text];
  const sizeOf = isGsm7(text) ? unitsOf : (part: string) => part.length;
  const segments: string[] = [];
  let current = '';
  let size = 0;
  for (const part of wholeParts(text, joined, sizeOf)) {
    const added = sizeOf(part);
    if (size + added > joined) {
      segments.push(current);
      current = '';
      size = 0;
    }
    current += part;
    size += added;
  }
  return [...segments, current];
}

/** What must stay whole: graphemes, but of one that no segment can hold its code points. */
const wholeParts = (text: string, room: number, sizeOf: (part: string) => number): string[] =>
  [...graphemes.segment(text)].flatMap(({ segment }) => (sizeOf(segment) <= room ? [segment] : [...segment]));

const plain: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u2032\u00B4`]/g, "'"],
  [/[\u201C\u201D\u201E\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022\u00B7]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u00A0\u2000-\u200A\u202F]/g, ' '],
  [/[\u200B-\u200D\u2060\uFEFF]/g, ''],
  [/\u2192/g, '->'],
  [/\u00D7/g, 'x'],
  [/\u20B9\s?/g, 'Rs '],
];

/** One curly quote would make an English text cost twice: it is made plain where that is all that stands in the way. */
export function withoutCostlySigns(text: string): string {
  if (isGsm7(text)) return text;
  const replaced = plainSigns(text);
  return isGsm7(replaced) ? replaced : text;
}

/** Quotes, dashes and the like as a keyboard writes them. */
export const plainSigns = (text: string): string =>
  plain.reduce((rest, [sign, instead]) => rest.replaceAll(sign, instead), text.normalize('NFC'));
