import type { Instant } from '../shared/time.ts';
import type { TemplateCategory } from './message-template.ts';

export type TemplateStatus = 'approved' | 'pending' | 'rejected' | 'paused' | 'disabled' | 'gone';

/** What the provider says of a template in one language: all of it when asked, a part of it unasked. */
export interface TemplateWord {
  readonly name: string;
  readonly language: string;
  readonly status?: TemplateStatus;
  readonly category?: TemplateCategory;
  /** It will be another category: from then on, or at once when no time is given. `null`: nothing is announced any more. */
  readonly announced?: { readonly category: TemplateCategory; readonly from?: Instant } | null;
  readonly quality?: 'green' | 'yellow' | 'red' | 'unknown';
  /** The provider's word for why, such as `INCORRECT_CATEGORY`. */
  readonly reason?: string;
}

/** How a template in one language stands with the provider, and how it came to that. */
export interface TemplateStanding extends TemplateWord {
  readonly history: readonly (Omit<TemplateWord, 'name' | 'language'> & { readonly at: Instant })[];
}

/** More is not kept: enough to argue with the provider about. */
const LONGEST_HISTORY = 50;

/** The standing after a word; the same one when the word tells nothing new. */
export function heardOf(before: TemplateStanding | undefined, heard: TemplateWord, at: Instant): TemplateStanding {
  const word = withKnownTime(before, heard);
  const { name: _name, language: _language, ...said } = word;
  const news = Object.entries(said).filter(
    ([what, value]) => JSON.stringify(before?.[what as keyof typeof said]) !== JSON.stringify(value),
  );
  if (before && news.length === 0) return before;
  return {
    ...before,
    ...word,
    history: [...(before?.history ?? []), { ...said, at }].slice(-LONGEST_HISTORY),
  };
}

/** Whoever is asked does not tell from when the announced category holds; what was said unasked still does. */
function withKnownTime(before: TemplateStanding | undefined, word: TemplateWord): TemplateWord {
  const { announced } = word;
  const isKnown = announced && !announced.from && before?.announced?.category === announced.category;
  return isKnown && before.announced ? { ...word, announced: before.announced } : word;
}

/** Why a template may not be sent now; absent when it may. The word stands on the delivery record. */
export function whyNotSent(standing: TemplateStanding | undefined, now: Instant): string | undefined {
  if (!standing?.status) return 'template-unknown';
  if (standing.status !== 'approved') return `template-${standing.status}`;
  const { category, announced } = standing;
  const isMarketing =
    category === 'marketing' || (announced?.category === 'marketing' && (announced.from ?? now) <= now);
  return isMarketing ? 'template-marketing' : category === undefined ? 'template-unknown' : undefined;
}
