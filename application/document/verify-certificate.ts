import { dayOf } from '#domain/shared/time.ts';
import type { Verified, Verifying } from '../ports/in/verifying.ts';
import type { Certificates } from '../ports/out/repositories.ts';

/** Tells anybody whether a document with this number was issued here, and whether it still counts. */
export class VerifyCertificate implements Verifying {
  private readonly certificates: Certificates;

  constructor(certificates: Certificates) {
    this.certificates = certificates;
  }

  async verify(number: string): Promise<Verified | undefined> {
    const certificate = (await this.certificates.find(number.trim().toUpperCase()))?.snapshot();
    if (!certificate) return undefined;
    const { kind, serviceId, department, issuedAt, publicFacts, revokedAt, isReplaced, validTo } = certificate;
    return {
      number: certificate.number,
      kind,
      status: isReplaced ? 'replaced' : revokedAt ? 'revoked' : 'genuine',
      serviceId,
      department,
      issuedOn: dayOf(issuedAt),
      ...(validTo && { validTo }),
      facts: publicFacts,
    };
  }
}
