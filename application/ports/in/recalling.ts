import type { Answers } from '#domain/catalogue/service-definition.ts';
import type { GivenPaper } from '#domain/conversation/conversation.ts';
import type { CitizenId, ServiceId } from '#domain/shared/ids.ts';

/** What a citizen told before, for a service that asks it again. */
export interface Recalling {
  /** From the newest application that was for himself; nothing unless he allows that use. */
  recall(citizenId: CitizenId, asked: RecallAsked): Promise<Recalled>;
}

export interface RecallAsked {
  readonly serviceId: ServiceId;
  readonly questions: readonly string[];
  /** Paper requirements that are open. */
  readonly papers: readonly string[];
}

export interface Recalled {
  /** The number of the application that tells most; absent when none tells anything. */
  readonly from?: string;
  readonly answers: Answers;
  /** By requirement: papers that an officer has accepted, and that are not old. */
  readonly papers: Readonly<Record<string, GivenPaper>>;
}
