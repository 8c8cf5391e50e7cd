import type { TemplateStanding, TemplateWord } from '#domain/notification/template-standing.ts';
import type { Instant } from '#domain/shared/time.ts';

/** How our templates stand with the provider, in each language. */
export interface TemplateStandings {
  find(name: string, language: string): Promise<TemplateStanding | undefined>;
  all(): Promise<readonly TemplateStanding[]>;
  /** Takes a word of the provider under a lock. Returns the standing before and after. */
  hear(
    word: TemplateWord,
    at: Instant,
  ): Promise<{ readonly before: TemplateStanding | undefined; readonly after: TemplateStanding }>;
}
