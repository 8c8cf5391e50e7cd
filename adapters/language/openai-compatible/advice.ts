import * as z from 'zod';
import type { AskedForAdvice } from '#application/ports/out/language-helper.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import type { Masked } from './mask.ts';
import { labelOf } from './prompt.ts';

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(20_000) }) })).min(1),
});
const reply = z.object({
  label: z.string().optional(),
  answers: z.record(z.string(), z.string()).optional(),
});

/** What a model's reply comes to; nothing when it is no reply to what was asked. */
export function adviceFrom(body: unknown, asked: AskedForAdvice, masked: Masked): Meaning | undefined {
  const parsed = completion.safeParse(body);
  const content = parsed.data?.choices[0]?.message.content;
  const said = content === undefined ? undefined : reply.safeParse(jsonIn(content)).data;
  if (!said) return undefined;
  const answers = saidAnswers(said.answers ?? {}, asked, masked);
  return { ...chosen(said.label, asked.meaning), ...(Object.keys(answers).length > 0 && { said: answers }) };
}

/** Models like to fence what they were asked for. */
function jsonIn(content: string): unknown {
  try {
    return JSON.parse(/\{[\s\S]*\}/.exec(content)?.[0] ?? '');
  } catch {
    return undefined;
  }
}

/** The choice comes first. It is acted on only where the engine thought the same; else it is offered. */
function chosen(label: string | undefined, meaning: Meaning): Meaning {
  const found = meaning.alternatives.find(({ intent }) => labelOf(intent) === label);
  if (!found || meaning.band === 'act') return meaning;
  const isBest = labelOf(meaning.intent) === label;
  return {
    ...meaning,
    intent: found.intent,
    confidence: Math.max(found.confidence, meaning.confidence),
    band: isBest && meaning.band === 'offer' ? 'act' : 'offer',
    alternatives: [found, ...meaning.alternatives.filter((each) => each !== found)],
  };
}

const inOneLine = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Only what was asked, and only in the citizen's own words: nothing that was not said is filled in. */
function saidAnswers(answers: Readonly<Record<string, string>>, asked: AskedForAdvice, masked: Masked) {
  const text = inOneLine(asked.text);
  const known = new Set(asked.questions.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, words]) => [id, masked.unmask(words).trim()] as const)
      .filter(([id, words]) => known.has(id) && words !== '' && text.includes(inOneLine(words))),
  );
}
