import { isOneOf, phrasesFrom } from './phrases.ts';
import { simplified, wordsOf } from './plain-text.ts';
import { noPhrases, skipPhrases, yesPhrases } from './words/yes-no.ts';

const yes = phrasesFrom(yesPhrases);
const no = phrasesFrom(noPhrases);
const skip = phrasesFrom(skipPhrases);

const yesSigns = /^(?:👍|✅|✔|👌|🙏|💯)+\p{M}*$/u;
const noSigns = /^(?:👎|❌|✖|🚫)+\p{M}*$/u;
const withoutTone = (text: string): string => text.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f\s]/gu, '');

/** Yes or no in any usual form; `undefined` for anything else, also for a no that goes on to say something. */
export function readYesNo(text: string): boolean | undefined {
  if (noSigns.test(withoutTone(text))) return false;
  if (yesSigns.test(withoutTone(text))) return true;
  if (isOneOf(text, no)) return false;
  if (isOneOf(text, yes)) return true;
  return readDoubled(text);
}

/** "Haan sab sahi hai", "no no": a first word and a rest that say the same. */
function readDoubled(text: string): boolean | undefined {
  const [first = '', ...rest] = wordsOf(text.slice(0, 80));
  if (rest.length === 0 || rest.length > 5) return undefined;
  const meant = isOneOf(first, no) ? false : isOneOf(first, yes) ? true : undefined;
  return meant !== undefined && readYesNo(rest.join(' ')) === meant ? meant : undefined;
}

/** "Skip", "I do not know", "-": passes over a question, if it may be passed over. */
export const isSkip = (text: string): boolean => /^[-–—.xX]$/.test(simplified(text)) || isOneOf(text, skip);

/** On keypads a yes-no question is a menu of two. */
export function readYesNoMenu(text: string): boolean | undefined {
  const number = /^\(?([12])[).]?$/.exec(simplified(text))?.[1];
  return number === undefined ? readYesNo(text) : number === '1';
}
