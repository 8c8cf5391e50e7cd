import type { ApplicationId } from '#domain/shared/ids.ts';
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
    for (const each of await this.certificates.ofApplication(applicationId)) {
      const { number, kind } = each.snapshot();
      if (kind === 'certificate') await this.certificates.update(number, (found) => found.revoke(this.clock.now()));
    }
  }
}
