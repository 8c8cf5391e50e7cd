import type { DomainEvent } from '../shared/event.ts';
import type { ApplicationId, CitizenId, DepartmentId, DocumentId, ServiceId } from '../shared/ids.ts';
import { dayOf, type Instant, type IsoDate } from '../shared/time.ts';

/** A document that we issued and that anybody may verify by its number: a certificate, a licence, a receipt. */
export interface CertificateSnapshot {
  readonly number: string;
  readonly kind: 'certificate' | 'receipt';
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  readonly department: DepartmentId;
  /** What it follows from: the service application. */
  readonly applicationId: ApplicationId;
  readonly documentId: DocumentId;
  readonly issuedAt: Instant;
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  /** What the verification page shows, already shortened so that it proves without telling. */
  readonly publicFacts: readonly { readonly id: string; readonly value: string }[];
  /** The last day on which it is good; absent: for life. */
  readonly validTo?: IsoDate;
  readonly revokedAt?: Instant;
  /** Another was issued in its place. */
  readonly isReplaced?: true;
}

export class Certificate {
  private state: CertificateSnapshot;
  private readonly happened: DomainEvent<'CertificateIssued' | 'ReceiptIssued'>[] = [];

  private constructor(state: CertificateSnapshot) {
    this.state = state;
  }

  static restore(snapshot: CertificateSnapshot): Certificate {
    return new Certificate(snapshot);
  }

  static issue(issued: Omit<CertificateSnapshot, 'revokedAt' | 'isReplaced'>): Certificate {
    const certificate = new Certificate(issued);
    certificate.happened.push({
      type: issued.kind === 'receipt' ? 'ReceiptIssued' : 'CertificateIssued',
      citizenId: issued.citizenId,
      subjectId: issued.applicationId,
      at: issued.issuedAt,
      about: {
        number: issued.number,
        documentId: issued.documentId,
        ...(issued.validTo && { validTo: issued.validTo }),
      },
    });
    return certificate;
  }

  get isRevoked(): boolean {
    return this.state.revokedAt !== undefined;
  }

  /** It no longer counts, for everybody who checks it from now on. Safe to repeat. */
  revoke(at: Instant): void {
    if (!this.isRevoked) this.state = { ...this.state, revokedAt: at };
  }

  /** Another is issued in its place. Safe to repeat. */
  replace(at: Instant): void {
    if (!this.isRevoked) this.state = { ...this.state, revokedAt: at, isReplaced: true };
  }

  snapshot(): CertificateSnapshot {
    return this.state;
  }

  takeEvents(): readonly DomainEvent<'CertificateIssued' | 'ReceiptIssued'>[] {
    return this.happened.splice(0);
  }
}

/** Such as `MCD-BIRTH-26-0000123-K7QX`. The last part cannot be guessed, so that numbers cannot be tried one after the other. */
export const certificateNumber = (series: string, at: Instant, running: number, secret: string): string =>
  `${series}-${dayOf(at).slice(2, 4)}-${String(running).padStart(7, '0')}-${secret}`;
