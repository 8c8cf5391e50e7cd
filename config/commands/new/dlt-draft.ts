import { draftText, type Rooms } from '#domain/notification/dlt-draft.ts';
import type { DltTemplate } from '#domain/notification/dlt-template.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { Language } from '#domain/shared/language.ts';

interface Drafting {
  readonly longestGap: number;
  readonly rooms: Rooms;
  readonly freshId: () => string;
  readonly header: string;
  readonly from: string;
}

/** A file for a sentence that nobody has registered yet: its text as it would be handed in, and an id that is made up. */
export function draftDltTemplate(
  key: string,
  of: MessageTemplate,
  sentences: Readonly<Record<Language, string>>,
  { longestGap, rooms, freshId, header, from }: Drafting,
): DltTemplate {
  const texts = Object.entries(sentences).map(([language, sentence]) => [
    language,
    { id: freshId(), text: draftText(sentence, rooms, longestGap) },
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
