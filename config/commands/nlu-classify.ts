import { createInterface } from 'node:readline';
import { openLanguageEngine } from '#adapters/language/embedded/index.ts';
import type { Intent } from '#domain/conversation/meaning.ts';
import { loadLanguageModel } from '../language/trained-model.ts';
import { languages } from '../languages.ts';

/** One message a line from standard input; one line of JSON each. */
const engine = openLanguageEngine(await loadLanguageModel(), { languages });

const nameOf = (intent: Intent): string => {
  if (intent.type === 'service') return `${intent.service}:${intent.act}`;
  return intent.type === 'general' ? `general:${intent.general}` : intent.type;
};
const rounded = (confidence: number): number => Math.round(confidence * 1000) / 1000;

for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { intent, confidence, alternatives } = engine.understand(text);
  console.log(
    JSON.stringify({
      text,
      intent: nameOf(intent),
      confidence: rounded(confidence),
      alternatives: alternatives.map((each) => ({ intent: nameOf(each.intent), confidence: rounded(each.confidence) })),
    }),
  );
}
