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
  other_info: z.object({ title: word }).optional().catch(undefined),
  message_template_category: word,
  previous_category: word,
  new_category: word,
  correct_category: word,
  category_update_timestamp: z.coerce.number().optional().catch(undefined),
  new_quality_score: word,
});
const info = z.object({
  event: word,
  decision: word,
  status: word,
  new_status: word,
  user_preferences: z
    .array(z.object({ value: word }))
    .optional()
    .catch(undefined),
  alert_state: word,
  alert_info: z.object({ alert_severity: word, alert_status: word, alert_type: word }).optional().catch(undefined),
  // Meta's samples know it as a tier and as a number.
  current_limit: z.union([z.string(), z.number()]).optional().catch(undefined),
  max_daily_conversations_per_business: z.union([z.string(), z.number()]).optional().catch(undefined),
});
type Info = z.infer<typeof info>;

/** After these nothing may leave any more, or soon less: of the account, a number, a form, or how people pay in the chat. */
const alarming: ReadonlySet<string> = new Set([
  ...['ACCOUNT_VIOLATION', 'ACCOUNT_RESTRICTION', 'DISABLED_UPDATE', 'ACCOUNT_DELETED', 'PARTNER_REMOVED'],
  ...['FLAGGED', 'DOWNGRADE', 'REJECTED', 'PIN_CHANGED', 'PIN_RESET_REQUEST'],
  ...['THROTTLED', 'BLOCKED', 'FLOW_VERSION_EXPIRY_WARNING', 'Needs_Connecting', 'Needs_Testing'],
]);

/** What Meta says beside the talk: of templates, of quality, of the account. For the operator, and for what may leave. */
export function noticeOf(field: string, value: unknown): Notice {
  const about = template.safeParse(value).data;
  const said = info.safeParse(value).data ?? {};
  const notice = [plain(field), ...wordsOf(said)].filter(Boolean).join('-');
  const heard = isAlarm(said) ? { alarms: [notice] } : { notices: [notice] };
  if (!about) return heard;
  const templates = [templateWord(about)];
  // Whatever changes how the template stands is told by that; of the rest, as of a text changed by hand, somebody has to know.
  return Object.keys(templates[0] ?? {}).length > 2 ? { templates } : { templates, ...heard };
}

/** One of the webhooks on templates; told apart by what they carry, since a sample of Meta's names the wrong field. */
function templateWord(said: z.infer<typeof template>): TemplateWord {
  const status = statusOf(said.event);
  const quality = qualityOf(said.new_quality_score);
  const reason = [said.reason, said.other_info?.title].find((each) => each !== undefined && each !== 'NONE');
  return {
    name: said.message_template_name,
    language: said.message_template_language,
    ...(status && { status }),
    ...(quality && { quality }),
    ...(reason !== undefined && { reason: plain(reason) }),
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

/** What happened, how it stands by now, and how much may leave in a day. */
function wordsOf({ event, decision, status, new_status, alert_state, alert_info, ...more }: Info): string[] {
  const limit = more.current_limit ?? more.max_daily_conversations_per_business;
  // Of marketing, which we never send: what people asked for and are owed still comes.
  const preference = more.user_preferences?.[0]?.value;
  return [event, decision, alert_info?.alert_type, new_status ?? status, alert_state, preference]
    .map((each) => plain(each ?? ''))
    .concat(/^(TIER_[A-Z0-9_]{1,20}|\d{1,9})$/.exec(String(limit))?.[0] ?? '');
}

function isAlarm({ event, decision, status, new_status, alert_state, alert_info }: Info): boolean {
  const isCritical = alert_info?.alert_severity?.toUpperCase() === 'CRITICAL' && alert_info.alert_status !== 'NONE';
  const words = [event, decision, status, new_status].map((each) => plain(each ?? ''));
  return isCritical || alert_state === 'ACTIVATED' || words.some((each) => alarming.has(each));
}

/** Only what looks like one of Meta's own words goes into a log. */
const plain = (text: string): string => (/^[A-Za-z_ ]{1,80}$/.test(text) ? text.replaceAll(' ', '_') : '');
