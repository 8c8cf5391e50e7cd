import type { DltTemplate } from '#domain/notification/dlt-template.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { Language } from '#domain/shared/language.ts';

/** Characters to make room for where real values are longer than the example that a reviewer reads. */
const ROOM: Readonly<Record<string, number>> = {
  service: 90,
  about: 60,
  note: 120,
  reason: 120,
  question: 120,
  role: 60,
  acknowledgementNumber: 30,
  number: 30,
  amount: 30,
  dueOn: 40,
};
const DEFAULT_ROOM = 60;

/** A file for a sentence that nobody has registered yet: its text as it would be handed in, and an id that is made up. */
export function draftDltTemplate(
  key: string,
  of: MessageTemplate,
  sentences: Readonly<Record<Language, string>>,
  { longestGap, freshId, header, from }: { longestGap: number; freshId: () => string; header: string; from: string },
): DltTemplate {
  const gapsFor = (gap: string) => '{#var#}'.repeat(Math.ceil(Math.max(roomOf(gap), 1) / longestGap));
  const roomOf = (gap: string) => Math.max(ROOM[gap] ?? DEFAULT_ROOM, of.examples[gap]?.length ?? 0);
  const texts = Object.entries(sentences).map(([language, sentence]) => [
    language,
    { id: freshId(), text: sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, gap: string) => gapsFor(gap)) },
  ]);
  const gaps = new Set(
    Object.values(sentences).flatMap((each) => [...each.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap)),
  );
  return {
    ...{
      name: of.name,
      category: of.category === 'authentication' ? 'transactional' : 'service-implicit',
      header,
      serves: key,
    },
    texts: Object.fromEntries(texts),
    examples: Object.fromEntries([...gaps].map((gap = '') => [gap, of.examples[gap] ?? 'x'])),
    ...{ from, verified: false, source: 'Made up: nobody has registered it with an operator yet' },
  };
}
