import type { Standing, Submission } from '#domain/conversation/event.ts';
import type { ApplicationId, CitizenId, PaperId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';

/** What a citizen does with what he files. Each act may be repeated without another effect. */
export interface Applying {
  /** @throws ConsentMissing */
  submit(
    citizenId: CitizenId,
    submission: Submission,
  ): Promise<{ readonly application: Standing; readonly fee: Money }>;
  answerQuery(
    citizenId: CitizenId,
    answer: { applicationId: ApplicationId; answer: string; papers: readonly PaperId[] },
  ): Promise<void>;
  confirmResolved(citizenId: CitizenId, applicationId: ApplicationId): Promise<void>;
  reopen(citizenId: CitizenId, applicationId: ApplicationId): Promise<void>;
  /** To the appellate authority: against a refusal, or because the promise was not kept. */
  appeal(citizenId: CitizenId, appeal: { applicationId: ApplicationId; grounds: string }): Promise<void>;
  withdraw(citizenId: CitizenId, applicationId: ApplicationId): Promise<void>;
}
