import { subjectOf } from '#domain/answers/subject-of.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { type Duplicate, duplicatesAmong } from '#domain/service-application/duplicates.ts';
import type { ApplicationId, CitizenId } from '#domain/shared/ids.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { Clock } from './ports/out/clock.ts';
import type { KeyedHash } from './ports/out/hashing.ts';
import type { ServiceApplications } from './ports/out/repositories.ts';

/** Finds other applications about the same thing, whoever filed them; what they are about is kept as a keyed hash only. */
export class FindDuplicates {
  private readonly applications: ServiceApplications;
  private readonly keyedHash: KeyedHash;
  private readonly clock: Clock;

  constructor(applications: ServiceApplications, keyedHash: KeyedHash, clock: Clock) {
    this.applications = applications;
    this.keyedHash = keyedHash;
    this.clock = clock;
  }

  /** By what an application with these answers is found again; absent where nothing names what it is about. */
  markOf(service: ServiceDefinition, answers: Answers): string | undefined {
    const subject = subjectOf(service, answers);
    return subject && this.keyedHash(`subject/${subject}`);
  }

  async of(
    service: ServiceDefinition,
    asked: { readonly id: ApplicationId; readonly citizenId: CitizenId; readonly about?: string | undefined },
  ): Promise<readonly Duplicate[]> {
    if (!asked.about) return [];
    const others = (await this.applications.about(asked.about)).map((each) => each.snapshot());
    return duplicatesAmong(service, asked, others, dayOf(this.clock.now()));
  }
}
