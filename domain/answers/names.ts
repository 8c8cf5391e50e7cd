import { type AnswerProblem, problem } from '../catalogue/answer-problem.ts';
import { withAsciiDigits } from '../shared/digits.ts';
import { tidy, wordsOf } from './plain-text.ts';
import { fixedDays, monthWords, nearbyDays, weekdayWords } from './words/dates.ts';
import { hardlyNames, wordsOfNoName } from './words/names.ts';
import { numberWords, scaleWords } from './words/numbers.ts';

const b = '(?<![\\p{L}\\p{M}])';
const e = '(?![\\p{L}\\p{M}])';
const whose =
  "(?:(?:mera|meri|mere|hamara|uska|uski|uske|unka|unki|unke|iska|iski|inka|inki|apna|apni|my|his|her|their|the|child'?s?|bachche|bachhe|bache|beti|bete|beta|ladki|ladke|pita|pitaji|papa|mata|maa|mummy|pati|patni|father'?s?|mother'?s?|" +
  'मेरा|मेरी|मेरे|हमारा|उसका|उसकी|उनका|उनकी|इसका|इनका|अपना|बच्चे|बेटी|बेटे|लड़की|लड़के|पिता|पिताजी|पापा|माता|मां|माँ|मम्मी|पति|पत्नी)(?:\\s+ji|\\s+जी)?\\s+(?:(?:ka|ki|ke|का|की|के)\\s+)?)*';
const nameWord = '(?:(?:poora|pura|full|good|shubh|पूरा|शुभ)\\s+)?(?:naam|name|नाम)';
const is = '(?:hai|h|he|hain|is|है|हैं)';

/** "Nam" alone may be a name; "mera nam" is not. */
const opening = `(?:${whose}${b}${nameWord}|(?=\\p{L})${whose}${b}(?<=\\s)nam|nam(?=\\s*[:=]))`;
const beforeName = new RegExp(`^(?:ji\\s+|जी\\s+)?${opening}${e}\\s*(?:${is}${e})?\\s*[:=,-]*\\s*`, 'iu');
const iAm = /^(?:main|mai|mein|i am|i'm|मैं|this is)\s+(?=.+)/iu;
const afterIAm = /\s+(?:hoon|hu|hun|hoo|bol raha hoon|bol rahi hoon|हूं|हूँ)$/iu;
const afterName = /\s+(?:naam\s+|नाम\s+)?(?:hai|hain|है|हैं)$/iu;
/** "h" and "he" for "hai" are taken off only where the message said that a name follows. */
const afterNamedName = /\s+(?:h|he|tha|thi|था|थी)$/iu;

/** "Sunita Devi W/o Ramesh" is Sunita Devi; whose wife she is answers another question. */
const relative = /[\s,]+[wsdcWSDC]\/[oO0](?![\p{L}\p{M}]).*$/u;

/** A person's name out of what was said: "mera naam rohit sharma hai" is Rohit Sharma. */
export function readName(text: string): { readonly name: string } | { readonly problem: AnswerProblem } {
  const said = withoutSigns(tidy(withAsciiDigits(text)).replace(/[’‘`´]/g, "'"));
  if (/\p{N}/u.test(said)) return { problem: problem('answer.nameHasDigits') };
  const name = titled(withoutSigns(withoutSentence(said).replace(relative, '')));
  if (name === '' || wordsOf(name).some((word) => wordsOfNoName.has(word)))
    return { problem: problem('answer.notAName') };
  return { name };
}

const days = new Set(fixedDays.flatMap(([day]) => day.split(' ')));

/** "Kal", "tomorrow" or "pension" may be a name, and hardly ever is: whoever wrote it is asked whether he means it. */
export const isHardlyName = (name: string): boolean =>
  wordsOf(name).every(
    (word) =>
      hardlyNames.has(word) ||
      days.has(word) ||
      [nearbyDays, weekdayWords, monthWords, numberWords, scaleWords].some((words) => words.has(word)),
  );

function withoutSentence(text: string): string {
  const named = text.replace(beforeName, '');
  if (named !== text) return named.replace(afterName, '').replace(afterNamedName, '');
  if (iAm.test(text) && afterIAm.test(text)) return text.replace(iAm, '').replace(afterIAm, '');
  return text
    .replace(/^(?:i am|i'm|this is)\s+/i, '')
    .replace(afterName, '')
    .replace(/\s+h$/, '');
}

/** Signs at the ends; a full stop stays after an initial, as in "Sharma R." */
const withoutSigns = (text: string): string =>
  text
    .replace(/^[\s"',;:।=\-–—().!?]+/u, '')
    .replace(/[\s"',;:।=\-–—()!?]+$/u, '')
    .replace(/(?<=[\p{L}\p{M}]{4})\.+$/u, '')
    .trim();

/** Latin names typed all small or all big get a capital each; Devanagari has none, and "McDonald" and "RK Sharma" stay. */
const titled = (name: string): string =>
  name.replace(/[\p{Script=Latin}\p{M}]+/gu, (word, at: number) => {
    if (name[at - 1] === "'" && word.length === 1) return word.toLowerCase();
    const areInitials = /^[^AEIOUYa-z]{1,3}$/.test(word);
    const isOfOneSize = word === word.toLowerCase() || word === word.toUpperCase();
    return isOfOneSize && !areInitials ? capitalised(word) : word;
  });

const capitalised = (word: string): string => {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
};
