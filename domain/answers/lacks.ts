import { wordsOf } from './plain-text.ts';

const LACKING =
  /(?:^| )(?:(?:nahi|nahin|nhi|nai|नहीं|नही) (?:hai|h|hain|mila|mili|mile|diya|di|bana|bani|है|हैं|मिला|मिली|मिले|दिया|दी|बना|बनी)|(?:kho|gum|खो|गुम) (?:gaya|gayi|gai|gaye|ho|गया|गई|गयी|गए|हो)|(?:do not|dont|not|have) (?:have|got|no|with me|found)|lost)(?: |$)/u;

/** That something is wrong, unknown or not needed tells nothing of whether it is there. */
// biome-ignore format: a table reads best in rows
const OTHERWISE: ReadonlySet<string> = new Set([
  'sahi', 'galat', 'theek', 'thik', 'saaf', 'saf', 'pata', 'malum', 'maloom', 'yaad', 'samajh', 'zaroori', 'jaruri', 'kya', 'kyun', 'kyon',
  'kaise', 'right', 'wrong', 'clear', 'know', 'why', 'how', 'what', 'सही', 'गलत', 'ठीक', 'साफ', 'पता', 'मालूम', 'याद', 'समझ', 'जरूरी', 'क्या', 'क्यों', 'कैसे',
]);

/** Longer ones tell a story, of which this may be a part. */
const MOST_WORDS = 8;

/** "Photo abhi nahi hai", "the slip is lost": whoever is asked for a thing says that he has none. */
export function lacks(text: string): boolean {
  const words = wordsOf(text);
  if (words.length > MOST_WORDS || words.some((word) => OTHERWISE.has(word))) return false;
  return LACKING.test(words.join(' '));
}
