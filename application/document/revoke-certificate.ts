import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Certificates } from '../ports/out/repositories.ts';

/** Whoever checks the document from now on is told that it no longer counts. */
export class RevokeCertificate {
  private readonly certificates: Certificates;
  private readonly clock: Clock;

  constructor(certificates: Certificates, clock: Clock) {
    this.certificates = certificates;
    this.clock = clock;
  }

  /** Safe to repeat. Receipts stay: what was paid was paid. */
  async revoke(applicationId: ApplicationId): Promise<void> {
    for (const number of await this.numbersOf(applicationId))
      await this.certificates.update(number, (found) => found.revoke(this.clock.now()));
  }

  /** The same of what was issued until then, because another follows in its place. Safe to repeat: that one stays. */
  async replace(applicationId: ApplicationId, until: Instant): Promise<void> {
    for (const number of await this.numbersOf(applicationId, until))
      await this.certificates.update(number, (found) => found.replace(this.clock.now()));
  }

  private async numbersOf(applicationId: ApplicationId, until?: Instant): Promise<readonly string[]> {
    return (await this.certificates.ofApplication(applicationId))
      .map((each) => each.snapshot())
      .filter(({ kind, issuedAt }) => kind === 'certificate' && (until === undefined || issuedAt <= until))
      .map(({ number }) => number);
  }
}
