import { fitsKind, isKnownKind } from '../catalogue/id-numbers.ts';
import type { Question } from '../catalogue/service-definition.ts';
import { withAsciiDigits } from '../shared/digits.ts';
import { tidy } from './plain-text.ts';

/** Where the pattern of a number is all digits, letters that look like digits are digits. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

const cleaned = (text: string): string => text.replace(/[\s.\-–—_]+/g, '').toUpperCase();

/**
 * A number of a card or an account: capitals, no spaces and hyphens. Words around it are left out where what remains
 * has the form that is wanted; otherwise the whole text is given, so that the check can say what is wrong with it.
 */
export function readIdNumber(text: string, question: Pick<Question, 'of' | 'pattern'>): string {
  const said = tidy(withAsciiDigits(text)).replace(/[।!?]+$/u, '');
  const whole = cleaned(said);
  const found = [whole, ...runsIn(said)]
    .flatMap((each) => [each, withNearDigits(each), withDigits(each)])
    .find((each) => fits(each, question));
  return found ?? whole;
}

/** "SBINO001234": only the letter beside a figure is one. */
const withNearDigits = (text: string): string => text.replace(/O(?=\d)|(?<=\d)O/g, '0');

const withDigits = (text: string): string =>
  /\d/.test(text) ? text.replace(/[OIL]/g, (letter) => lookAlikes[letter] ?? letter) : text;

function fits(number: string, { of: kind, pattern }: Pick<Question, 'of' | 'pattern'>): boolean {
  if (pattern !== undefined)
    return new RegExp(pattern, 'u').test(number) && (kind !== 'aadhaar' || fitsKind(kind, number));
  return isKnownKind(kind) && fitsKind(kind, number);
}

/** Neighbouring words with digits in them, joined; the longest first: "K No 12345 67890" holds 1234567890. */
function runsIn(text: string): string[] {
  const words = text
    .split(/[\s:=,;#]+/)
    .filter((word) => word !== '')
    .slice(0, 40);
  const runs: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + 5); to += 1) {
      const run = cleaned(words.slice(from, to).join(''));
      if (/\d/.test(run) && run.length <= 40) runs.push(run);
    }
  }
  return runs.sort((one, other) => other.length - one.length);
}
