import { z } from 'zod';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { TemplateWord } from '#domain/notification/template-standing.ts';
import { call, type WhatsAppSettings } from './client.ts';
import { submissionOf } from './template-submission.ts';
import { categoryOf, qualityOf, statusOf } from './template-words.ts';

const word = z.string().optional().catch(undefined);
const template = z.object({
  name: z.string(),
  language: z.string(),
  status: word,
  category: word,
  correct_category: word,
  quality_score: z.object({ score: word }).optional().catch(undefined),
});
const page = z.object({
  data: z.array(z.unknown()).catch([]),
  paging: z
    .object({ next: word, cursors: z.object({ after: word }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** More pages than any account may have templates for. */
const MOST_PAGES = 100;

/** How all templates of our account stand now. @throws NotDelivered */
export async function templates(settings: WhatsAppSettings): Promise<readonly TemplateWord[]> {
  const { businessAccountId = '' } = settings;
  if (businessAccountId === '') return [];
  const words: TemplateWord[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = new URLSearchParams({
      fields: Object.keys(template.shape).join(),
      limit: '100',
      ...(after !== undefined && { after }),
    });
    const answer = await call(settings, `/${encodeURIComponent(businessAccountId)}/message_templates?${query}`, {});
    const { data, paging } = page.parse(answer);
    words.push(...data.flatMap(wordOf));
    after = paging?.cursors?.after;
    if (paging?.next === undefined || after === undefined) break;
  }
  return words;
}

function wordOf(raw: unknown): TemplateWord[] {
  const said = template.safeParse(raw).data;
  if (!said) return [];
  const status = statusOf(said.status);
  const category = categoryOf(said.category);
  const correct = categoryOf(said.correct_category);
  const quality = qualityOf(said.quality_score?.score);
  return [
    {
      name: said.name,
      language: said.language,
      ...(status && { status }),
      ...(category && { category }),
      // When it will be another one its own webhook has said from when; where that never came, it counts from now.
      ...(correct && { announced: correct === category ? null : { category: correct } }),
      ...(quality && { quality }),
    },
  ];
}

/** Hands a template in for review, in each of its languages. @throws NotDelivered */
export async function submitTemplate(template: MessageTemplate, settings: WhatsAppSettings): Promise<void> {
  const { businessAccountId = '' } = settings;
  for (const language of ['en', 'hi'] as const) {
    await call(settings, `/${encodeURIComponent(businessAccountId)}/message_templates`, {
      method: 'POST',
      json: submissionOf(template, language),
    });
  }
}
