import { folded, isAlmost } from './fold.ts';
import { plain, simplified, wordsOf } from './plain-text.ts';
import { negations, placeWords, wordsAroundChoices, wordsForValues, wordsOnlyAlone } from './words/choices.ts';
import { numberWords, ordinalWords } from './words/numbers.ts';

/** One of several things on offer, with every wording that may be used for it. */
export interface Option {
  readonly value: string;
  readonly labels: readonly string[];
}

/** `sure: false`: near enough to ask whether it is meant. */
export type Picked =
  | { readonly value: string; readonly sure: boolean }
  | { readonly several: readonly string[] }
  | undefined;

/** The option that is meant for certain: by value, words or number; in several languages, and in either script. */
export function pickOption(text: string, options: readonly Option[]): string | undefined {
  const picked = findOption(text, options);
  return picked && 'value' in picked && picked.sure ? picked.value : undefined;
}

/** The option whose label or line the message is, or as much of it as there was room for. */
export function pickAsShown(text: string, options: readonly Option[]): string | undefined {
  const picked = text.length > 300 ? undefined : asShown(text, options.map(wordingsOf));
  return picked && 'value' in picked ? picked.value : undefined;
}

/** The option that the whole message names by its words; numbers, slips and mentions in passing do not count. */
export function pickByWords(text: string, options: readonly Option[]): string | undefined {
  if (text.length > 100 || /^\P{L}*$/u.test(text)) return undefined;
  const picked = byWords(text, options.map(wordingsOf));
  return picked && 'value' in picked ? picked.value : undefined;
}

/** The only option whose words stand somewhere in a text, such as the complaint that somebody opened the talk with. */
export function mentionedOption(text: string, options: readonly Option[]): string | undefined {
  const picked =
    text.length > 300 ? undefined : one(containing(wordsOf(text).join(' '), options.map(wordingsOf)), false);
  return picked && 'value' in picked ? picked.value : undefined;
}

/** The option that is meant, also when mistyped or said in passing. */
export function findOption(text: string, options: readonly Option[]): Picked {
  if (text.length > 300) return undefined;
  const known = options.map(wordingsOf);
  const shown = asShown(text, known);
  if (shown) return shown;
  const value = options.find((option) => option.value === text.trim());
  if (value) return { value: value.value, sure: true };
  const whole = byWords(text, known) ?? byNumber(text, options);
  // "Delhi" stands in the name of one of many offices, and still means none of them.
  if (whole || bareOf(folded(withoutFiller(text))) === '') return whole;
  return byBareName(text, known) ?? byBeginning(text, known) ?? withinText(text, known) ?? byLikeness(text, known);
}

interface Worded {
  readonly value: string;
  /** Its labels: as they are written, and their words. */
  readonly written: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** Whatever may be said for it, labels too, in one spelling. */
  readonly wordings: ReadonlySet<string>;
  /** The same without words that go with any place. */
  readonly bare: ReadonlySet<string>;
}

const wordings = new Map<string, Omit<Worded, 'value'>>();

function wordingsOf({ value, labels }: Option): Worded {
  const key = [value, ...labels].join('\n');
  const before = wordings.get(key);
  if (before) return { value, ...before };
  const usual = Object.hasOwn(wordsForValues, value) ? (wordsForValues[value] ?? '').split(' ') : [];
  // "₹2" is no part of "₹2,025".
  const parts = labels.flatMap((label) => label.split(/[/(),،·]/)).filter((part) => /\p{L}/u.test(part));
  const others = [value.replaceAll('-', ' '), ...parts, ...usual.map((word) => word.replaceAll('_', ' '))];
  const named = setOf(labels, folded);
  const found = new Set([...named, ...setOf(others, folded)]);
  if (wordings.size > 5000) wordings.clear();
  const worded = {
    written: setOf(labels, written),
    plain: setOf(labels, plain),
    labels: named,
    wordings: found,
    bare: new Set([...found].map(bareOf)),
  };
  wordings.set(key, worded);
  return { value, ...worded };
}

const setOf = (texts: readonly string[], read: (text: string) => string): ReadonlySet<string> =>
  new Set(texts.map((each) => read(each).trim()).filter((each) => each !== ''));

/** Signs count: "A+" is not "A-". What closes a sentence does not, nor how rupees are written. */
const written = (text: string): string =>
  simplified(text)
    .replace(/(?<![\p{L}\p{M}])rs\.?\s*(?=\d)/gu, '₹')
    .replace(/[\s"']+$|[\s.,!?;:।؟۔،]+$/gu, '')
    .replace(/^[\s"']+/u, '');

const one = (found: readonly Worded[], sure: boolean): Picked => {
  const values = [...new Set(found.map(({ value }) => value))];
  if (values.length > 1) return { several: values };
  return values[0] === undefined ? undefined : { value: values[0], sure };
};

/** The label as it was shown. What ends with an ellipsis was cut. */
function byWriting(text: string, options: readonly Worded[]): Picked {
  const said = written(text);
  if (said === '') return undefined;
  const cut = isCut(text) ? byBeginning(text, options) : undefined;
  return cut && 'value' in cut ? cut : named(said, options, (option) => option.written);
}

const isCut = (text: string): boolean => /(?:\.\.\.|…)\s*[.!]?\s*$/.test(text);

const named = (said: string, options: readonly Worded[], by: (option: Worded) => ReadonlySet<string>): Picked =>
  one(
    options.filter((option) => by(option).has(said)),
    true,
  );

const asShown = (text: string, options: readonly Worded[]): Picked => byWriting(text, options) ?? byLine(text, options);

/** "2 Widow", "2. Widow": a line as it was shown, or as much of it as there was room for. */
function byLine(text: string, options: readonly Worded[]): Picked {
  const [, number, words = ''] = /^\(?(\d{1,3})(?:[.):-]?\s+|[.):-](?=\P{N}))(.+)$/u.exec(simplified(text)) ?? [];
  const option = number === undefined ? undefined : options[Number(number) - 1];
  const said = written(words);
  if (!option || said === '' || ![...option.written].some((label) => label.startsWith(said))) return undefined;
  const other = isCut(text) ? undefined : named(said, options, ({ written }) => written);
  return other && !('value' in other && other.value === option.value) ? undefined : { value: option.value, sure: true };
}

/** The whole message, with and without the words around it: first as labels are spelt, then however people spell. */
function byWords(text: string, options: readonly Worded[]): Picked {
  const said = [plain(text), withoutFiller(text)].filter((each) => each !== '');
  const ways = [
    byWriting(text, options),
    ...said.map((each) => named(each, options, ({ plain }) => plain)),
    ...said.map((each) => named(folded(each), options, ({ labels }) => labels)),
    ...said.map((each) => named(folded(each), options, ({ wordings }) => wordings)),
  ];
  return ways.find((picked) => picked !== undefined);
}

/** A label that was cut off for want of room: its beginning with an ellipsis, or one that ends within a word. */
function byBeginning(text: string, options: readonly Worded[]): Picked {
  const cut = isCut(text);
  const said = written(text);
  if (said.length < (cut ? LEAST_CUT : LEAST_BEGINNING)) return undefined;
  const isBeginningOf = (label: string): boolean =>
    label !== said &&
    label.startsWith(said) &&
    (cut || /^[\p{L}\p{M}]{2}$/u.test(label.slice(said.length - 1, said.length + 1)));
  return one(
    options.filter(({ written }) => [...written].some(isBeginningOf)),
    true,
  );
}

const LEAST_CUT = 3;
/** Less may be a word of its own. */
const LEAST_BEGINNING = 8;

/** "South West Delhi" and "the South West office" are South West. */
function byBareName(text: string, options: readonly Worded[]): Picked {
  const said = bareOf(folded(withoutFiller(text)));
  return one(
    options.filter(({ bare }) => bare.has(said)),
    true,
  );
}

const ofPlaces: ReadonlySet<string> = new Set([...placeWords].map(folded));

const onlyAlone: ReadonlySet<string> = new Set([...wordsOnlyAlone].map(folded));

const bareOf = (words: string): string =>
  words
    .split(' ')
    .filter((word) => !ofPlaces.has(word))
    .join(' ');

const withoutFiller = (text: string): string =>
  wordsOf(text)
    .filter((word) => !wordsAroundChoices.has(word))
    .join(' ');

/** 3, (3), option ३, teen, teesra wala, 2nd. Nothing else may be in the message. */
function byNumber(text: string, options: readonly Option[]): Picked {
  const said = simplified(text).replace(/(?<=\d)(?:st|nd|rd|th)(?![\p{L}\p{M}])/u, '');
  if (/\d[.,]\d|[-+]\s*\d/.test(said)) return undefined;
  const words = wordsOf(said).filter((word) => !wordsAroundChoices.has(word));
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) return undefined;
  const number = /^\d{1,3}$/.test(word) ? Number(word) : (ordinalWords.get(word) ?? numberWords.get(word));
  const option = number === undefined ? undefined : options[number - 1];
  return option && { value: option.value, sure: true };
}

/** An option's words somewhere in a longer message, or the message within one option's words; "X nahi Y" means Y. */
function withinText(text: string, options: readonly Worded[]): Picked {
  const words = wordsOf(text);
  const at = words.findLastIndex((word) => negations.has(word));
  if (at >= 0) {
    const meant = words.slice(at + 1).join(' ');
    const before = words.slice(0, at).join(' ');
    return meant === '' || one(containing(before, options), false) === undefined
      ? undefined
      : one(containing(meant, options), false);
  }
  const said = bareOf(folded(withoutFiller(text)));
  const inside = one(containing(words.join(' '), options), false);
  if (inside || said.length < 3) return inside;
  return one(
    options.filter(({ wordings }) => [...wordings].some((each) => hasWords(each, said))),
    true,
  );
}

/** Options named in the text; where one name is part of another, the longer counts. */
function containing(text: string, options: readonly Worded[]): readonly Worded[] {
  const said = folded(text);
  const named = options.flatMap((option) =>
    [...option.wordings]
      .filter((each) => each.length >= 3 && !onlyAlone.has(each) && hasWords(said, each))
      .map((each) => ({ option, each })),
  );
  return named
    .filter(({ each }) => !named.some((other) => other.each.length > each.length && hasWords(other.each, each)))
    .map(({ option }) => option);
}

const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

function byLikeness(text: string, options: readonly Worded[]): Picked {
  const said = bareOf(folded(withoutFiller(text)));
  if (said.length < 4 || said.length > 60) return undefined;
  return one(
    options.filter(({ wordings }) => [...wordings].some((each) => isAlmost(said, each))),
    false,
  );
}
