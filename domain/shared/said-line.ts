import type { PaperId, ServiceId } from './ids.ts';
import type { Phrase } from './phrase.ts';
import type { Instant } from './time.ts';

/** Something that was said in a talk, as an officer may read it. */
export interface SaidLine {
  readonly by: 'citizen' | 'us' | 'officer';
  readonly said: Phrase;
  /** The service that it was about: seen only by who may see that. What is said to a person is for him in any case. */
  readonly purpose?: ServiceId;
  readonly at?: Instant;
  /** The talk with a person in which it was said: seen only where that talk is seen. */
  readonly handover?: string;
  /** The file that was sent, which is here a little later, or not at all when it could not be kept. */
  readonly paper?: PaperId;
}
