import type { KeptTemplate, TemplateEvent, Templates } from './templates.ts';
import type { Webhooks } from './webhooks.ts';

/** What Meta may come to think of a template. */
export type TemplateChange =
  | { readonly status: TemplateEvent; readonly reason?: string }
  | { readonly category: KeptTemplate['category'] }
  /** The advance notice; `from` in milliseconds since 1970. */
  | { readonly announces: KeptTemplate['category']; readonly from: number }
  | { readonly quality: KeptTemplate['quality'] };

export function changeTemplate(
  templates: Templates,
  webhooks: Webhooks,
  { name, language, change }: { name: string; language: string; change: TemplateChange },
): Promise<number> {
  const kept = templates.find(name, language);
  if (!kept) throw new Error(`there is no template ${name} in ${language}`);
  const about = {
    message_template_id: Number(kept.id),
    message_template_name: name,
    message_template_language: language,
  };
  if ('status' in change) {
    kept.status = change.status;
    const { status, reason = 'NONE' } = change;
    return webhooks.postNotice('message_template_status_update', { ...about, event: status, reason });
  }
  if ('quality' in change) {
    const previous = kept.quality;
    kept.quality = change.quality;
    const scores = { previous_quality_score: previous, new_quality_score: change.quality };
    return webhooks.postNotice('message_template_quality_update', { ...about, ...scores });
  }
  if ('announces' in change) {
    kept.correctCategory = change.announces;
    return webhooks.postNotice('template_category_update', {
      ...about,
      new_category: kept.category,
      correct_category: change.announces,
      category_update_timestamp: Math.floor(change.from / 1000),
    });
  }
  const previous = kept.category;
  kept.category = change.category;
  kept.correctCategory = change.category;
  const categories = { previous_category: previous, new_category: change.category };
  return webhooks.postNotice('template_category_update', { ...about, ...categories });
}
