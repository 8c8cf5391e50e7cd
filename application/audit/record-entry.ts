import type { DomainEvent } from '#domain/shared/event.ts';
import type { AuditLog } from '../ports/out/repositories.ts';

const BY_SYSTEM: ReadonlySet<string> = new Set([
  'CertificateIssued',
  'PaymentSettled',
  'PaymentMismatched',
  'RefundDue',
  'DuesPaid',
  'StepReminded',
  'StepEscalated',
  'ApplicationOverdue',
  'ApplicationLapsed',
  'BookingConfirmed',
  'FeeToReturn',
  'FeeReturned',
  'RefundAsked',
  'RefundFailed',
  'RefundFailedAgain',
  'RefundDone',
]);

/** Writes down what happened, for good. What officers see and do is written by the desk itself, before it is shown. */
export class RecordEntry {
  private readonly auditLog: AuditLog;

  constructor(auditLog: AuditLog) {
    this.auditLog = auditLog;
  }

  async record({ type, citizenId, subjectId, at, about }: DomainEvent): Promise<void> {
    await this.auditLog.append({
      who: BY_SYSTEM.has(type) ? 'system' : 'citizen',
      what: type,
      citizenId,
      subjectId,
      ...(about?.purpose && { purpose: about.purpose }),
      at,
    });
  }
}
