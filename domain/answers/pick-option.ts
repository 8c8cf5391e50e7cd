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
  const value = options.find((option) => option.value === text.trim());
  if (value) return { value: value.value, sure: true };
  const known = options.map(wordingsOf);
  const whole = byWords(text, known) ?? byNumber(text, options);
  // "Delhi" stands in the name of one of many offices, and still means none of them.
  if (whole || bareOf(folded(withoutFiller(text))) === '') return whole;
  return byBareName(text, known) ?? withinText(text, known) ?? byLikeness(text, known);
}

interface Worded {
  readonly value: string;
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
  const parts = labels.flatMap((label) => [label, ...label.split(/[/(),·]/)]);
  const all = [value.replaceAll('-', ' '), ...parts, ...usual.map((word) => word.replaceAll('_', ' '))];
  const found = new Set(all.map((each) => folded(each).trim()).filter((each) => each !== ''));
  if (wordings.size > 5000) wordings.clear();
  const worded = { wordings: found, bare: new Set([...found].map(bareOf)) };
  wordings.set(key, worded);
  return { value, ...worded };
}

const one = (found: readonly Worded[], sure: boolean): Picked => {
  const values = [...new Set(found.map(({ value }) => value))];
  if (values.length > 1) return { several: values };
  return values[0] === undefined ? undefined : { value: values[0], sure };
};

/** The whole message, with and without the words around it. */
function byWords(text: string, options: readonly Worded[]): Picked {
  for (const said of [plain(text), withoutFiller(text)]) {
    const key = folded(said);
    const found =
      key === ''
        ? undefined
        : one(
            options.filter(({ wordings }) => wordings.has(key)),
            true,
          );
    if (found) return found;
  }
  return undefined;
}

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
