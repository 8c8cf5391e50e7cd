import { type IsoDate, isDate } from '#domain/shared/time.ts';
import type { FactDefinition } from '../paper-definition.ts';
import { allowance, distance, fold, normalise } from './fuzzy.ts';

const months = [
  ['jan', 'january', 'जनवरी'],
  ['feb', 'february', 'फरवरी'],
  ['mar', 'march', 'मार्च'],
  ['apr', 'april', 'अप्रैल'],
  ['may', 'मई'],
  ['jun', 'june', 'जून'],
  ['jul', 'july', 'जुलाई'],
  ['aug', 'august', 'अगस्त'],
  ['sep', 'sept', 'september', 'सितंबर', 'सितम्बर'],
  ['oct', 'october', 'अक्टूबर', 'अक्तूबर'],
  ['nov', 'november', 'नवंबर', 'नवम्बर'],
  ['dec', 'december', 'दिसंबर', 'दिसम्बर'],
].map((names) => names.map(fold));

/** The value in its one form, or undefined when the text cannot be one. Later than `today` is a misread date. */
export function understand(text: string, fact: FactDefinition, today: IsoDate): string | undefined {
  const clean = normalise(text).replace(/^[\s:;,.|/=_~*«»"'()[\]{}–-]+|[\s:;,|/=_~*«»"'([{–-]+$/gu, '');
  if (fact.kind === 'date') return toDate(clean, today);
  if (fact.kind === 'sex') return toSex(clean);
  if (fact.pattern) return matching(clean, fact.pattern);
  if (fact.kind === 'name') return toName(clean);
  if (fact.kind === 'number') return /[\p{L}\d/-]*\d[\p{L}\d/-]*/u.exec(clean)?.[0];
  const single = oneScript(clean);
  return fold(single).length >= 2 ? single : undefined;
}

/** Of a text printed in both scripts, parted by a stroke, the Latin half. */
function oneScript(text: string): string {
  if (!/\p{Script=Latin}{2}/u.test(text) || !/\p{Script=Devanagari}{2}/u.test(text)) return text;
  const latin = text.split(/[/|()]/u).filter((part) => !/\p{Script=Devanagari}/u.test(part));
  return latin.join(' ').trim() || text;
}

/** Dates are written day first here: 05/03/2026, 5-3-2026, 05 Mar 2026, 5 मार्च 2026; also 2026-03-05. */
export function toDate(text: string, today: IsoDate): IsoDate | undefined {
  const digits = text
    .replace(/(?<=[\d/.-])[OoDQ]|[OoDQ](?=[\d/.-])/gu, '0')
    .replace(/(?<=[\d/.-])[lI|]|[lI|](?=[\d/.-])/gu, '1');
  const found =
    written(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(digits), [1, 2, 3]) ??
    written(/(?<!\d)(\d{1,2})\s?[/.\-–]\s?(\d{1,2})\s?[/.\-–]\s?(\d{4})(?!\d)/u.exec(digits), [3, 2, 1]) ??
    spelled(text);
  return found && isDate(found) && found <= today && found >= '1900-01-01' ? found : undefined;
}

function written(
  match: RegExpExecArray | null,
  [year, month, day]: readonly [number, number, number],
): string | undefined {
  return match ? iso(match[year], match[month], match[day]) : undefined;
}

function spelled(text: string): string | undefined {
  const match = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.,/-]*([\p{L}\p{M}]{3,})[\s.,/-]*(\d{4})(?!\d)/u.exec(text);
  const name = fold(match?.[2] ?? '');
  const index = months.findIndex((names) =>
    names.some((each) => distance(name, each, allowance(each.length)) <= allowance(each.length)),
  );
  return match && index >= 0 ? iso(match[3], String(index + 1), match[1]) : undefined;
}

const iso = (year = '', month = '', day = ''): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const sexes: readonly (readonly [string, readonly string[]])[] = [
  ['transgender', ['transgender', 'third gender', 'ट्रांसजेंडर', 'तृतीय लिंग']],
  ['female', ['female', 'girl', 'woman', 'महिला', 'स्त्री', 'बालिका', 'लड़की', 'कन्या']],
  ['male', ['male', 'boy', 'man', 'पुरुष', 'बालक', 'लड़का']],
];

/** `female` before `male`, which it contains. */
export function toSex(text: string): string | undefined {
  const words = text.split(/[\s/,()|:.-]+/u).map(fold);
  for (const [sex, names] of sexes) {
    if (names.some((name) => words.some((word) => isWord(word, fold(name))))) return sex;
  }
  const letter = words.find((word) => word !== '');
  return letter === 'f' ? 'female' : letter === 'm' ? 'male' : undefined;
}

const isWord = (word: string, name: string): boolean =>
  word === name || (name.length >= 5 && distance(word, name, allowance(name.length)) <= allowance(name.length));

const titles = new Set(
  [
    'smt',
    'shrimati',
    'shri',
    'sri',
    'sh',
    'mr',
    'mrs',
    'ms',
    'miss',
    'km',
    'kumari',
    'late',
    'श्री',
    'श्रीमती',
    'श्रीमति',
    'कु',
    'सुश्री',
    'स्व',
  ].map(fold),
);

/** A person's name as printed, without titles. Of a name printed in both scripts the Latin one is kept. */
export function toName(text: string): string | undefined {
  const half = text.split(/[/|(]/u).map((part) => part.trim());
  const part =
    half.find((each) => /\p{Script=Latin}{2}/u.test(each)) ?? half.find((each) => fold(each).length >= 2) ?? '';
  const latin = /\p{Script=Latin}{2}/u.test(part);
  const words = part
    .replace(latin ? /[^\p{Script=Latin}.' -]/gu : /[^\p{L}\p{M}.' -]/gu, ' ')
    .split(/[\s]+|(?<=\.)(?=\p{L})/u)
    .filter((word) => fold(word) !== '');
  while (words[0] !== undefined && titles.has(fold(words[0]))) words.shift();
  const name = words
    .map(capital)
    .join(' ')
    .replace(/[.\s'-]+$/u, '');
  return fold(name).length >= 3 && !/\d/u.test(part) ? name : undefined;
}

/** Printed names begin with a capital; a small one is a misread one. */
const capital = (word: string): string =>
  /^\p{Ll}{3}/u.test(word) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;

function matching(text: string, pattern: string): string | undefined {
  const match = new RegExp(pattern, 'u').exec(text);
  return match ? (match[1] ?? match[0]) : undefined;
}
