import { Container, type ServiceIdentifier } from 'inversify';
import { AssistCitizen } from '#application/assisting/assist-citizen.ts';
import { KeepKiosks } from '#application/assisting/keep-kiosks.ts';
import { RecordEntry } from '#application/audit/record-entry.ts';
import { BookPlace } from '#application/booking/book-place.ts';
import { FreePlace } from '#application/booking/free-place.ts';
import { EraseCitizen } from '#application/citizen/erase-citizen.ts';
import { HandPassword } from '#application/citizen/hand-password.ts';
import { ProveContactPoint } from '#application/citizen/prove-contact-point.ts';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { KeepConsent } from '#application/consent/keep-consent.ts';
import { AskForAdvice } from '#application/conversation/ask-for-advice.ts';
import { FillForm } from '#application/conversation/fill-form.ts';
import { ReceiveMessage } from '#application/conversation/receive-message.ts';
import { TakeTurn } from '#application/conversation/take-turn.ts';
import { TranscribeNote } from '#application/conversation/transcribe-note.ts';
import { wishesGrantedBy } from '#application/conversation/wishing.ts';
import { ShowDesk } from '#application/department/show-desk.ts';
import { SignIn } from '#application/department/sign-in.ts';
import { AcceptPaper } from '#application/document/accept-paper.ts';
import { IssueCertificate } from '#application/document/issue-certificate.ts';
import { PublishDocument } from '#application/document/publish-document.ts';
import { ReceiveUpload } from '#application/document/receive-upload.ts';
import { RevokeCertificate } from '#application/document/revoke-certificate.ts';
import { VerifyCertificate } from '#application/document/verify-certificate.ts';
import { FindDuplicates } from '#application/find-duplicates.ts';
import { FormTickets } from '#application/form-tickets.ts';
import { AttendTalks } from '#application/handover/attend-talks.ts';
import { ForgetTalks } from '#application/handover/forget-talks.ts';
import { ReturnSilentTalks } from '#application/handover/return-silent-talks.ts';
import { choosingAmong } from '#application/notification/choose-template.ts';
import { DeliverMessages } from '#application/notification/deliver-messages.ts';
import { FollowTemplates } from '#application/notification/follow-templates.ts';
import { MoveLateMessages } from '#application/notification/move-late-messages.ts';
import { ReportDelivery } from '#application/notification/report-delivery.ts';
import { ShowOptIn } from '#application/notification/show-opt-in.ts';
import { tellingThrough } from '#application/notification/tell.ts';
import { TellWhatHappened } from '#application/notification/tell-citizen.ts';
import { CancelDemand } from '#application/payment/cancel-demand.ts';
import { FetchBill } from '#application/payment/fetch-bill.ts';
import { IssueReceipt } from '#application/payment/issue-receipt.ts';
import { OpenPayment } from '#application/payment/open-payment.ts';
import { RaiseDemand } from '#application/payment/raise-demand.ts';
import { ReconcilePayments } from '#application/payment/reconcile-payments.ts';
import { RefundFee } from '#application/payment/refund-fee.ts';
import { SettlePayment } from '#application/payment/settle-payment.ts';
import { SettleRefund } from '#application/payment/settle-refund.ts';
import type { Attending, HandingOver } from '#application/ports/in/attending.ts';
import type { Deciding } from '#application/ports/in/deciding.ts';
import { RunJobs } from '#application/run-jobs.ts';
import { DecideApplication } from '#application/service-application/decide-application.ts';
import { FollowCase } from '#application/service-application/follow-case.ts';
import { KeepTime } from '#application/service-application/keep-time.ts';
import { RaiseAlarm } from '#application/service-application/raise-alarm.ts';
import { RecallAnswers } from '#application/service-application/recall-answers.ts';
import { RecordProgress } from '#application/service-application/record-progress.ts';
import { SubmitApplication } from '#application/service-application/submit-application.ts';
import { TrackApplications } from '#application/service-application/track-applications.ts';
import { Ports as P } from './ports.ts';
import { reactionsOf } from './reactions.ts';

type Ids<Dependencies extends readonly unknown[]> = { [At in keyof Dependencies]: ServiceIdentifier<Dependencies[At]> };

/** Says that a port is served by a class made with these others. The compiler checks the order. */
function serve<Port, Dependencies extends unknown[], Served extends Port>(
  container: Container,
  id: ServiceIdentifier<Port>,
  made: new (...dependencies: Dependencies) => Served,
  ...dependencies: Ids<Dependencies>
): void {
  const make = (...given: unknown[]): Served => new made(...(given as Dependencies));
  container
    .bind(id)
    .toResolvedValue(make, [...dependencies] as ServiceIdentifier<unknown>[])
    .inSingletonScope();
}

/** The use cases, wired. What is outside is bound by whoever starts the installation. */
export function useCases(): Container {
  const container = new Container({ defaultScope: 'Singleton' });
  const bind = serve;
  const c = container;

  bind(c, P.registering, RegisterCitizen, P.citizens, P.transactions, P.clock, P.ids);
  bind(
    c,
    P.erasing,
    EraseCitizen,
    P.citizens,
    P.applications,
    P.demands,
    P.payments,
    P.auditLog,
    P.transactions,
    P.clock,
    P.log,
  );
  bind(
    c,
    P.handPassword,
    HandPassword,
    P.channels,
    P.citizens,
    P.talks,
    P.translator,
    P.chooseTemplate,
    P.clock,
    P.ids,
  );
  bind(
    c,
    P.proving,
    ProveContactPoint,
    P.oneTimePasswords,
    P.linkCodes,
    P.citizens,
    P.applications,
    P.consents,
    P.transactions,
    P.handPassword,
    P.keyedHash,
    P.proofLimits,
    P.clock,
    P.ids,
  );
  bind(c, P.conversing, ReceiveMessage, P.registering, P.proving, P.talks, P.transactions, P.wakeup);
  bind(
    c,
    P.assisting,
    AssistCitizen,
    P.sessionLimits,
    P.assistedSessions,
    P.screens,
    P.kiosks,
    P.citizens,
    P.officers,
    P.talks,
    P.documents,
    P.auditLog,
    P.proving,
    P.consenting,
    P.conversing,
    P.transactions,
    P.wakeup,
    P.clock,
    P.ids,
  );
  bind(
    c,
    P.keepingKiosks,
    KeepKiosks,
    P.sessionLimits,
    P.installation,
    P.kiosks,
    P.assisting,
    P.auditLog,
    P.keyedHash,
    P.transactions,
    P.wakeup,
    P.clock,
    P.ids,
  );
  bind(c, P.consenting, KeepConsent, P.consents, P.talks, P.jobs, P.transactions, P.clock, P.ids);
  bind(
    c,
    P.applying,
    SubmitApplication,
    P.applications,
    P.consents,
    P.numbers,
    P.places,
    P.jobs,
    P.transactions,
    P.catalogue,
    P.calendar,
    P.findDuplicates,
    P.clock,
  );
  bind(
    c,
    P.tracking,
    TrackApplications,
    P.applications,
    P.demands,
    P.payments,
    P.catalogue,
    P.calendar,
    P.refundDays,
    P.clock,
  );
  c.bind(P.grantWish).toResolvedValue(wishesGrantedBy, [
    P.applying,
    P.tracking,
    P.booking,
    P.consenting,
    P.erasing,
    P.proving,
    P.handingOver,
    P.recalling,
    P.outbox,
    P.clock,
  ]);
  bindAttending(c);
  bind(c, P.recalling, RecallAnswers, P.applications, P.papers, P.consents, P.catalogue, P.paperDays, P.clock);
  bind(c, P.booking, BookPlace, P.applications, P.places, P.jobs, P.transactions, P.catalogue, P.calendar, P.clock);
  c.bind(P.tell).toResolvedValue(tellingThrough, [P.talks, P.clock, P.wakeup]);
  bind(c, P.advice, AskForAdvice, P.talks, P.languageEngine, P.languageHelper, P.words, P.catalogue, P.clock, P.log);
  bind(
    c,
    P.turnTaker,
    TakeTurn,
    P.talks,
    P.transactions,
    P.grantWish,
    P.languageEngine,
    P.advice,
    P.words,
    P.catalogue,
    P.clock,
    P.ids,
    P.wakeup,
    P.outbox,
    P.log,
    P.languages,
    P.channels,
    P.speechReader,
    P.uploads,
  );
  bind(c, P.findDuplicates, FindDuplicates, P.applications, P.keyedHash, P.clock);
  bind(c, P.formTickets, FormTickets, P.keyedHash, P.clock);
  bind(c, P.filling, FillForm, P.formTickets, P.talks, P.catalogue, P.hashing, P.clock, P.wakeup);
  c.bind(P.chooseTemplate).toResolvedValue(choosingAmong, [
    P.messageTemplates,
    P.templateStandings,
    P.translator,
    P.languages,
    P.wordingRules,
  ]);
  bind(
    c,
    P.delivering,
    DeliverMessages,
    P.outbox,
    P.channels,
    P.citizens,
    P.documents,
    P.translator,
    P.chooseTemplate,
    P.formTickets,
    P.uploads,
    P.messageRules,
    P.clock,
    P.log,
  );
  bind(c, P.followingTemplates, FollowTemplates, P.messageTemplates, P.templateStandings, P.channels, P.clock, P.log);
  bind(c, P.movingLate, MoveLateMessages, P.outbox, P.citizens, P.channels, P.deliveryLimits, P.wakeup, P.clock, P.log);
  bind(c, P.optIns, ShowOptIn, P.citizens, P.talks, P.auditLog, P.clock);
  bind(c, P.reporting, ReportDelivery, P.outbox, P.wakeup, P.log);
  bind(c, P.settling, SettlePayment, P.payments, P.demands, P.jobs, P.transactions, P.clock, P.ids, P.wakeup, P.log);
  bind(
    c,
    P.publishing,
    PublishDocument,
    P.printer,
    P.seal,
    P.documents,
    P.applications,
    P.certificates,
    P.jobs,
    P.transactions,
    P.hashing,
    P.installation,
  );
  bind(c, P.uploading, ReceiveUpload, P.uploads, P.talks, P.documents, P.wakeup, P.clock, P.ids);
  bind(c, P.verifying, VerifyCertificate, P.certificates);
  bind(c, P.reconciling, ReconcilePayments, P.payments, P.gateway, P.settling, P.settlingRefunds, P.clock, P.log);
  bind(c, P.jobRunner, RunJobs, P.jobs, P.reactions, P.clock, P.log);
  bindPaying(c);
  bindDeciding(c);
  bindReactions(c);
  return container;
}

const OpenPaymentId = Symbol.for('OpenPayment') as ServiceIdentifier<OpenPayment>;

function bindPaying(c: Container): void {
  serve(
    c,
    OpenPaymentId,
    OpenPayment,
    P.applications,
    P.demands,
    P.payments,
    P.gateway,
    P.tell,
    P.transactions,
    P.translator,
    P.installation,
    P.clock,
    P.ids,
  );
  serve(
    c,
    P.settlingRefunds,
    SettleRefund,
    P.payments,
    P.demands,
    P.gateway,
    P.jobs,
    P.transactions,
    P.clock,
    P.wakeup,
    P.log,
  );
  c.bind(P.paying).toResolvedValue(
    (settling, refunds, opening) => ({
      settle: (report) => settling.settle(report),
      settleRefund: (report) => refunds.settleRefund(report),
      open: (id) => opening.open(id),
    }),
    [P.settling, P.settlingRefunds, OpenPaymentId],
  );
}

/** The citizen's side and the officers' of one use case. */
function bindAttending(c: Container): void {
  const attend = Symbol.for('AttendTalks') as ServiceIdentifier<AttendTalks>;
  serve(
    c,
    attend,
    AttendTalks,
    P.handovers,
    P.talks,
    P.officers,
    P.consents,
    P.papers,
    P.documents,
    P.auditLog,
    P.tell,
    P.transactions,
    P.catalogue,
    P.calendar,
    P.helpDesk,
    P.clock,
    P.ids,
  );
  serve(c, P.returningTalks, ReturnSilentTalks, P.handovers, P.tell, P.transactions, P.calendar, P.helpDesk, P.clock);
  serve(c, P.forgettingTalks, ForgetTalks, P.talks, P.handovers, P.papers, P.documents, P.helpDesk, P.clock);
  c.bind(P.attending).toResolvedValue((served): Attending => served, [attend]);
  c.bind(P.handingOver).toResolvedValue((served): HandingOver => served, [attend]);
}

function bindDeciding(c: Container): void {
  const signingIn = Symbol.for('SignIn') as ServiceIdentifier<SignIn>;
  const desk = Symbol.for('ShowDesk') as ServiceIdentifier<ShowDesk>;
  const decisions = Symbol.for('DecideApplication') as ServiceIdentifier<DecideApplication>;
  serve(c, signingIn, SignIn, P.officers, P.officeSessions, P.auditLog, P.hashing, P.clock);
  serve(
    c,
    desk,
    ShowDesk,
    P.applications,
    P.papers,
    P.documents,
    P.officers,
    P.consents,
    P.auditLog,
    P.catalogue,
    P.calendar,
    P.assessTax,
    P.findDuplicates,
    P.clock,
  );
  serve(
    c,
    decisions,
    DecideApplication,
    P.applications,
    P.papers,
    P.documents,
    P.officers,
    P.consents,
    P.auditLog,
    P.jobs,
    P.transactions,
    P.catalogue,
    P.calendar,
    P.findDuplicates,
    P.clock,
    P.wakeup,
    P.ids,
  );
  c.bind(P.deciding).toResolvedValue(
    (gate, shown, decided): Deciding => ({
      signIn: (credentials) => gate.signIn(credentials),
      sessionOf: (token) => gate.sessionOf(token),
      signOut: (token) => gate.signOut(token),
      list: (officer, filter) => shown.list(officer, filter),
      view: (officer, application) => shown.view(officer, application),
      paper: (officer, application, paper) => shown.paper(officer, application, paper),
      act: (action, command) => decided.act(action, command),
    }),
    [signingIn, desk, decisions],
  );
}

function bindReactions(c: Container): void {
  const id = <Served>(name: string): ServiceIdentifier<Served> => Symbol.for(name);
  const parts = {
    acceptPaper: id<AcceptPaper>('AcceptPaper'),
    transcribeNote: id<TranscribeNote>('TranscribeNote'),
    fetchBill: id<FetchBill>('FetchBill'),
    raiseDemand: id<RaiseDemand>('RaiseDemand'),
    cancelDemand: id<CancelDemand>('CancelDemand'),
    issueReceipt: id<IssueReceipt>('IssueReceipt'),
    issueCertificate: id<IssueCertificate>('IssueCertificate'),
    progress: id<RecordProgress>('RecordProgress'),
    tellWhatHappened: id<TellWhatHappened>('TellWhatHappened'),
    recordEntry: id<RecordEntry>('RecordEntry'),
    keepTime: id<KeepTime>('KeepTime'),
    revokeCertificate: id<RevokeCertificate>('RevokeCertificate'),
    freePlace: id<FreePlace>('FreePlace'),
    refundFee: id<RefundFee>('RefundFee'),
    followCase: id<FollowCase>('FollowCase'),
    raiseAlarm: id<RaiseAlarm>('RaiseAlarm'),
  };
  serve(
    c,
    parts.acceptPaper,
    AcceptPaper,
    P.channels,
    P.textReader,
    P.papers,
    P.documents,
    P.uploads,
    P.tell,
    P.clock,
    P.log,
  );
  serve(c, parts.transcribeNote, TranscribeNote, P.channels, P.speechReader, P.tell, P.log);
  serve(c, parts.cancelDemand, CancelDemand, P.demands, P.payments, P.jobs, P.transactions, P.clock);
  serve(c, parts.fetchBill, FetchBill, P.bills, P.tell);
  serve(
    c,
    parts.raiseDemand,
    RaiseDemand,
    P.applications,
    P.demands,
    P.jobs,
    P.transactions,
    P.catalogue,
    P.clock,
    P.ids,
  );
  serve(
    c,
    parts.issueReceipt,
    IssueReceipt,
    P.payments,
    P.demands,
    P.applications,
    P.certificates,
    P.numbers,
    P.publishing,
    P.catalogue,
    P.translator,
    P.printedLanguage,
    P.clock,
    P.ids,
  );
  serve(
    c,
    parts.issueCertificate,
    IssueCertificate,
    P.applications,
    P.certificates,
    P.officers,
    P.numbers,
    P.publishing,
    P.catalogue,
    P.translator,
    P.printedLanguage,
    P.installation,
    P.clock,
    P.ids,
  );
  serve(
    c,
    parts.progress,
    RecordProgress,
    P.applications,
    P.places,
    P.jobs,
    P.transactions,
    P.catalogue,
    P.calendar,
    P.clock,
  );
  serve(
    c,
    parts.tellWhatHappened,
    TellWhatHappened,
    P.applications,
    P.payments,
    P.certificates,
    P.catalogue,
    P.documentLinks,
    P.installation,
    P.calendar,
    P.refundDays,
    P.tell,
  );
  serve(c, parts.recordEntry, RecordEntry, P.auditLog);
  serve(c, parts.keepTime, KeepTime, P.applications, P.jobs, P.transactions, P.catalogue, P.calendar, P.clock);
  serve(c, parts.revokeCertificate, RevokeCertificate, P.certificates, P.clock);
  serve(c, parts.followCase, FollowCase, P.applications, P.papers, P.documents, P.jobs, P.transactions, P.clock, P.ids);
  serve(c, parts.raiseAlarm, RaiseAlarm, P.applications, P.catalogue, P.log);
  serve(c, parts.freePlace, FreePlace, P.places);
  serve(c, parts.refundFee, RefundFee, P.applications, P.demands, P.payments, P.jobs, P.transactions, P.clock);
  c.bind(P.reactions).toResolvedValue(reactionsOf, [
    parts.acceptPaper,
    parts.transcribeNote,
    parts.fetchBill,
    parts.raiseDemand,
    parts.cancelDemand,
    OpenPaymentId,
    parts.issueReceipt,
    parts.issueCertificate,
    parts.progress,
    parts.tellWhatHappened,
    parts.recordEntry,
    parts.keepTime,
    parts.revokeCertificate,
    parts.freePlace,
    parts.refundFee,
    P.settlingRefunds,
    parts.followCase,
    parts.raiseAlarm,
    P.erasing,
    P.tell,
  ]);
}
