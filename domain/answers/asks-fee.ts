import { wordsOf } from './plain-text.ts';
import { costWords } from './words/units.ts';

/** Whether a question about a service is about what it costs, and not about papers or days. */
export const asksFee = (text: string): boolean => wordsOf(text).some((word) => costs.has(word));

const costs: ReadonlySet<string> = new Set(costWords.map((word) => wordsOf(word).join(' ')));
