import type { TemplateCategory } from '#domain/notification/message-template.ts';
import type { TemplateStatus } from '#domain/notification/template-standing.ts';

const statuses: ReadonlyMap<string, TemplateStatus> = new Map([
  ['APPROVED', 'approved'],
  ['REINSTATED', 'approved'],
  ['PENDING', 'pending'],
  ['IN_APPEAL', 'pending'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
  ['LOCKED', 'disabled'],
  ['LIMIT_EXCEEDED', 'disabled'],
  ['ARCHIVED', 'gone'],
  ['DELETED', 'gone'],
  ['PENDING_DELETION', 'gone'],
]);

/** A warning, such as `FLAGGED`, changes nothing yet. */
export const statusOf = (word: string | undefined): TemplateStatus | undefined => statuses.get(word ?? '');

const categories: readonly string[] = ['utility', 'authentication', 'marketing'] satisfies TemplateCategory[];

export function categoryOf(word: string | undefined): TemplateCategory | undefined {
  const category = word?.toLowerCase() ?? '';
  return categories.includes(category) ? (category as TemplateCategory) : undefined;
}

type Quality = 'green' | 'yellow' | 'red' | 'unknown';
const qualities: readonly string[] = ['green', 'yellow', 'red', 'unknown'] satisfies Quality[];

export function qualityOf(word: string | undefined): Quality | undefined {
  const quality = word?.toLowerCase() ?? '';
  return qualities.includes(quality) ? (quality as Quality) : undefined;
}
