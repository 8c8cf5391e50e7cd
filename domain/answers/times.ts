import { withAsciiDigits } from '../shared/digits.ts';
import { findNumbers, numberTokens } from './numbers.ts';
import { hourMarks, partsOfHour, timeWords } from './words/times.ts';

/** A time of the day that a text names, and the text without it. `isSure`: morning or afternoon was said, or follows. */
export interface TimeRead {
  /** `HH:MM` as it was said; where morning or afternoon is open, there are two. */
  readonly times: readonly string[];
  readonly rest: string;
}

/** "11 baje", "11:30", "subah das baje", "5 pm", "saadhe gyarah baje". */
export function readTime(text: string): TimeRead | undefined {
  const latin = withAsciiDigits(text.toLowerCase());
  const clock = /(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)/.exec(latin);
  const words = latin.split(/[\s,]+/).filter(Boolean);
  const marked = words.findIndex((word) => hourMarks.has(word) || /^\d{1,2}(am|pm|baje|बजे)$/.test(word));
  if (!clock && marked < 0) return undefined;
  const half = words.map((word) => timeWords.get(word)).find((each) => each !== undefined) ?? halfMarked(words[marked]);
  if (clock) {
    const rest = words.filter((word) => !word.includes(clock[0]) && !isTimeWord(word)).join(' ');
    return { times: bothHalves(Number(clock[1]), Number(clock[2]), half), rest };
  }
  const before = words.slice(Math.max(0, marked - 2), marked + 1);
  const number = numberIn(before);
  if (number === undefined) return undefined;
  const part = before.map((word) => partsOfHour.get(word)).find((each) => each !== undefined) ?? 0;
  const minutes = Math.round(number * 60) + part;
  const from = marked - (numberIn([words[marked] ?? '']) === undefined ? 1 : 0) - (part === 0 ? 0 : 1);
  const rest = words.filter((word, at) => (at < from || at > marked) && !isTimeWord(word)).join(' ');
  return { times: bothHalves(Math.floor(minutes / 60), minutes % 60, half), rest };
}

const isTimeWord = (word: string): boolean => hourMarks.has(word) || timeWords.has(word);

const halfMarked = (word = ''): 'am' | 'pm' | undefined =>
  word.endsWith('pm') ? 'pm' : word.endsWith('am') ? 'am' : undefined;

/** The last number, in digits or in words. */
function numberIn(words: readonly string[]): number | undefined {
  const digits = words.map((word) => /^(\d{1,2})/.exec(word)?.[1]).findLast((each) => each !== undefined);
  if (digits !== undefined) return Number(digits);
  const plain = words.filter((word) => !isTimeWord(word) && !partsOfHour.has(word)).join(' ');
  return findNumbers(numberTokens(plain)).at(-1)?.value;
}

/** Five o'clock may be early or late; who says "shaam" means the second. */
function bothHalves(hour: number, minute: number, half: 'am' | 'pm' | undefined): readonly string[] {
  if (hour > 23) return [];
  const at = (each: number): string => `${String(each).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  if (hour > 12 || hour === 0) return [at(hour)];
  const [early, late] = [at(hour % 12), at((hour % 12) + 12)];
  if (half === 'am') return [early];
  return half === 'pm' ? [late] : hour === 12 ? [late, early] : [early, late];
}
