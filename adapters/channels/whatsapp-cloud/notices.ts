import { z } from 'zod';
import type { TemplateWord } from '#domain/notification/template-standing.ts';
import type { Heard } from '../webhook-channel.ts';
import { categoryOf, qualityOf, statusOf } from './template-words.ts';

type Notice = Pick<Heard, 'notices' | 'alarms' | 'templates'>;

const word = z.string().max(100).optional().catch(undefined);
const template = z.looseObject({
  message_template_name: z.string().max(512),
  message_template_language: z.string().max(20),
  event: word,
  reason: word,
  message_template_category: word,
  previous_category: word,
  new_category: word,
  correct_category: word,
  category_update_timestamp: z.coerce.number().optional().catch(undefined),
  new_quality_score: word,
});
const event = z.object({ event: z.string().max(80) });
const decision = z.object({ decision: z.string().max(80) });
const alert = z.object({ alert_info: z.object({ alert_severity: z.string(), alert_type: z.string().max(80) }) });

/** After these events of the account or of a number nothing may leave any more, or soon less. */
const alarming: ReadonlySet<string> = new Set([
  ...['ACCOUNT_VIOLATION', 'ACCOUNT_RESTRICTION', 'DISABLED_UPDATE', 'ACCOUNT_DELETED', 'PARTNER_REMOVED'],
  ...['FLAGGED', 'DOWNGRADE', 'REJECTED', 'PIN_CHANGED', 'PIN_RESET_REQUEST'],
]);

/** What Meta says beside the talk: of templates, of quality, of the account. For the operator, and for what may leave. */
export function noticeOf(field: string, value: unknown): Notice {
  const about = template.safeParse(value).data;
  if (about) return { templates: [templateWord(about)] };
  const notice = [plain(field), eventIn(value)].filter(Boolean).join('-');
  const isAlarming = alarming.has(eventIn(value)) || isCritical(value);
  return isAlarming ? { alarms: [notice] } : { notices: [notice] };
}

/** One of the four webhooks on templates; told apart by what they carry, since a sample of Meta's names the wrong field. */
function templateWord(said: z.infer<typeof template>): TemplateWord {
  const status = statusOf(said.event);
  const quality = qualityOf(said.new_quality_score);
  const reason = said.reason === undefined || said.reason === 'NONE' ? undefined : plain(said.reason);
  return {
    name: said.message_template_name,
    language: said.message_template_language,
    ...(status && { status }),
    ...(quality && { quality }),
    ...(reason && { reason }),
    ...categoriesIn(said),
  };
}

/** In the advance notice `new_category` is the one that it has now, and `correct_category` the one that it will have. */
function categoriesIn(said: z.infer<typeof template>): Pick<TemplateWord, 'category' | 'announced'> {
  const category = categoryOf(said.new_category ?? said.message_template_category);
  const future = categoryOf(said.correct_category);
  const from = said.category_update_timestamp;
  if (future) {
    const announced = { category: future, ...(from && { from: new Date(from * 1000).toISOString() }) };
    return { ...(category && { category }), announced };
  }
  if (!category) return {};
  return said.new_category === undefined ? { category } : { category, announced: null };
}

function eventIn(value: unknown): string {
  const said = event.safeParse(value).data?.event ?? decision.safeParse(value).data?.decision;
  return plain(said ?? alert.safeParse(value).data?.alert_info.alert_type ?? '');
}

const isCritical = (value: unknown): boolean =>
  alert.safeParse(value).data?.alert_info.alert_severity.toUpperCase() === 'CRITICAL';

/** Only what looks like one of Meta's own words goes into a log. */
const plain = (text: string): string => (/^[A-Za-z_]{1,80}$/.test(text) ? text : '');
