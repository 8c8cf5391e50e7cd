import type { CitizenId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * Something that happened and that others may follow. Stored in one transaction with the change that caused it.
 * Carries ids only, so that queues and logs hold no personal data.
 */
export interface DomainEvent<Type extends string = string> {
  readonly type: Type;
  readonly citizenId: CitizenId;
  /** The aggregate that changed. */
  readonly subjectId: string;
  readonly at: Instant;
  /** Further ids or codes, never personal data. */
  readonly about?: Readonly<Record<string, string>>;
}
