import type { RecordEntry } from '#application/audit/record-entry.ts';
import type { FreePlace } from '#application/booking/free-place.ts';
import type { NoteToTranscribe, TranscribeNote } from '#application/conversation/transcribe-note.ts';
import type { AcceptPaper, PaperToAccept } from '#application/document/accept-paper.ts';
import type { IssueCertificate } from '#application/document/issue-certificate.ts';
import type { RevokeCertificate } from '#application/document/revoke-certificate.ts';
import type { TellWhatHappened } from '#application/notification/tell-citizen.ts';
import type { CancelDemand } from '#application/payment/cancel-demand.ts';
import type { FetchBill } from '#application/payment/fetch-bill.ts';
import type { IssueReceipt } from '#application/payment/issue-receipt.ts';
import type { OpenPayment } from '#application/payment/open-payment.ts';
import type { RaiseDemand } from '#application/payment/raise-demand.ts';
import type { RefundFee } from '#application/payment/refund-fee.ts';
import type { SettleRefund } from '#application/payment/settle-refund.ts';
import type { Erasing } from '#application/ports/in/erasing.ts';
import type { Reactions } from '#application/ports/in/reacting.ts';
import type { TellCitizen } from '#application/ports/in/telling.ts';
import type { LeasedJob } from '#application/ports/out/jobs.ts';
import type { FollowCase } from '#application/service-application/follow-case.ts';
import type { KeepTime } from '#application/service-application/keep-time.ts';
import type { RaiseAlarm } from '#application/service-application/raise-alarm.ts';
import type { RecordProgress } from '#application/service-application/record-progress.ts';
import type { DomainEvent } from '#domain/shared/event.ts';

/** Which use case does each kind of job. Payloads were written by our own code and come back unchanged. */
export const reactionsOf = (
  acceptPaper: AcceptPaper,
  transcribeNote: TranscribeNote,
  fetchBill: FetchBill,
  raiseDemand: RaiseDemand,
  cancelDemand: CancelDemand,
  openPayment: OpenPayment,
  issueReceipt: IssueReceipt,
  issueCertificate: IssueCertificate,
  progress: RecordProgress,
  tellWhatHappened: TellWhatHappened,
  recordEntry: RecordEntry,
  keepTime: KeepTime,
  revokeCertificate: RevokeCertificate,
  freePlace: FreePlace,
  refundFee: RefundFee,
  settleRefund: Pick<SettleRefund, 'ask'>,
  followCase: FollowCase,
  raiseAlarm: RaiseAlarm,
  erasing: Erasing,
  tell: TellCitizen,
): Reactions => ({
  'accept-paper': (job, isLastTry) => acceptPaper.accept(job.citizenId, payloadOf<PaperToAccept>(job), isLastTry),
  'transcribe-note': (job, isLastTry) =>
    transcribeNote.transcribe(job.citizenId, payloadOf<NoteToTranscribe>(job), isLastTry),
  'fetch-bill': (job, isLastTry) =>
    fetchBill.fetch(job.citizenId, payloadOf<{ serviceId: string; account: string }>(job), job.id, isLastTry),
  'raise-demand': (job) => raiseDemand.raise(eventOf(job).subjectId),
  'cancel-demand': (job) => cancelDemand.cancel(eventOf(job).subjectId),
  'open-payment': (job) => openPayment.openFor(payloadOf<{ applicationId: string }>(job).applicationId, job.id),
  'record-fee-paid': (job) => progress.recordFeePaid(eventOf(job).about?.applicationId ?? ''),
  'issue-receipt': (job) => issueReceipt.issue(eventOf(job).subjectId),
  'issue-certificate': (job) => issueCertificate.issue(eventOf(job).subjectId),
  'record-issued': (job) => progress.recordIssued(eventOf(job)),
  'tell-citizen': (job) => tellWhatHappened.react(eventOf(job)),
  'send-documents': (job) =>
    tellWhatHappened.sendAgain(
      job.citizenId,
      payloadOf<{ applicationId: string }>(job).applicationId,
      job.id,
      job.runAt,
    ),
  'wake-talk': (job) => tell(job.citizenId, `timer/${job.id}`, { type: 'timer', ...payloadOf<{ token: string }>(job) }),
  'erase-citizen': (job) => erasing.erase(job.citizenId),
  'keep-time': (job) => keepTime.keep(applicationOf(job)),
  'revoke-certificate': (job) => revokeCertificate.revoke(eventOf(job).subjectId),
  'free-place': (job) => freePlace.free(eventOf(job).subjectId),
  'refund-fee': (job) => refundFee.refund(eventOf(job).subjectId),
  'ask-refund': (job, isLastTry) => settleRefund.ask(eventOf(job).subjectId, isLastTry),
  // The old one no longer counts before the new one is out.
  'renew-document': async (job) => {
    await revokeCertificate.replace(eventOf(job).subjectId, eventOf(job).at);
    await issueCertificate.issue(eventOf(job).subjectId);
  },
  'follow-case': (job) => followCase.follow(eventOf(job)),
  'raise-alarm': (job) => raiseAlarm.raise(eventOf(job).subjectId),
  'record-entry': (job) => recordEntry.record(eventOf(job)),
});

const payloadOf = <Payload>(job: LeasedJob): Payload => job.payload as Payload;
const eventOf = (job: LeasedJob): DomainEvent => payloadOf<{ event: DomainEvent }>(job).event;

/** Named by what set the time, or by what happened to it. */
const applicationOf = (job: LeasedJob): string => {
  const { applicationId, event } = payloadOf<{ applicationId?: string; event?: DomainEvent }>(job);
  return applicationId ?? event?.subjectId ?? '';
};
