import type { Answers, ServiceKind } from '../catalogue/service-definition.ts';
import type { DomainEvent } from '../shared/event.ts';
import type {
  ApplicationId,
  CitizenId,
  DepartmentId,
  DocumentId,
  OfficerId,
  PaperId,
  ServiceId,
} from '../shared/ids.ts';
import { isZero, type Money } from '../shared/money.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import { AlreadyDecided, ChangedMeanwhile, FeeUnpaid, NotNow, ReasonMissing, ReopenedBefore } from './errors.ts';
import { type ApplicationStatus, isEnded, isWithOfficer } from './status.ts';

export type ApplicationEventType =
  | 'ApplicationFiled'
  | 'FeeAsked'
  | 'QueryRaised'
  | 'QueryAnswered'
  | 'ApplicationApproved'
  | 'ApplicationRejected'
  | 'ApplicationWithdrawn'
  | 'CertificateDelivered'
  | 'ComplaintResolved'
  | 'ComplaintReopened'
  | 'ComplaintClosed'
  | 'DuesPaid';

/** What a citizen files with a department: an application, a complaint, a payment of dues. */
export interface ApplicationSnapshot {
  readonly id: ApplicationId;
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  readonly definitionVersion: string;
  readonly kind: ServiceKind;
  readonly department: DepartmentId;
  readonly acknowledgementNumber: string;
  readonly status: ApplicationStatus;
  readonly answers: Answers;
  readonly papers: readonly { readonly requirement: string; readonly paperId: PaperId }[];
  /** For a payment of dues: which demands of the bill are paid by it. */
  readonly billed?: readonly Billed[];
  /** Whose bill it is, as the citizen saw it: masked. */
  readonly billedTo?: { readonly owner: string; readonly address: string };
  readonly fee: Money;
  readonly feePaid: boolean;
  readonly filedAt: Instant;
  /** Calendar or working days, already turned into the last day of the promise; moves while a query is open. */
  readonly dueOn: IsoDate;
  readonly query?: Query;
  readonly decision?: { readonly by: OfficerId; readonly at: Instant; readonly reason?: string };
  readonly certificate?: { readonly number: string; readonly documentId: DocumentId };
  readonly resolution?: { readonly by: OfficerId; readonly at: Instant; readonly note: string };
  readonly timesReopened: number;
  readonly history: readonly HistoryEntry[];
  /** Grows with every change; what an officer saw is compared with it. */
  readonly version: number;
}

export interface Billed {
  readonly id: string;
  readonly period: string;
  readonly amount: Money;
}

export interface Query {
  readonly question: string;
  readonly by: OfficerId;
  readonly at: Instant;
  readonly answer?: string;
  readonly papers: readonly PaperId[];
  readonly answeredAt?: Instant;
}

export interface HistoryEntry {
  readonly at: Instant;
  readonly what: ApplicationStatus | 'fee-paid' | 'certificate-issued';
  readonly by: 'citizen' | 'system' | OfficerId;
  readonly note?: string;
}

export interface Filing {
  readonly id: ApplicationId;
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  readonly definitionVersion: string;
  readonly kind: ServiceKind;
  readonly department: DepartmentId;
  readonly acknowledgementNumber: string;
  readonly answers: Answers;
  readonly papers: readonly { readonly requirement: string; readonly paperId: PaperId }[];
  readonly billed?: readonly Billed[];
  readonly billedTo?: { readonly owner: string; readonly address: string };
  readonly fee: Money;
  readonly dueOn: IsoDate;
}

export class ServiceApplication {
  private state: ApplicationSnapshot;
  private readonly happened: DomainEvent<ApplicationEventType>[] = [];

  private constructor(state: ApplicationSnapshot) {
    this.state = state;
  }

  static restore(snapshot: ApplicationSnapshot): ServiceApplication {
    return new ServiceApplication(snapshot);
  }

  /** Filed by the citizen; where a fee is due it rests until that is paid, else it goes to its officer at once. */
  static file(filing: Filing, now: Instant): ServiceApplication {
    const waitsForFee = filing.kind === 'payment' || !isZero(filing.fee);
    const status = waitsForFee ? 'payment-pending' : filing.kind === 'complaint' ? 'registered' : 'submitted';
    const application = new ServiceApplication({
      ...filing,
      status,
      feePaid: !waitsForFee,
      filedAt: now,
      timesReopened: 0,
      history: [{ at: now, what: status, by: 'citizen' }],
      version: 1,
    });
    application.record(waitsForFee ? 'FeeAsked' : 'ApplicationFiled', now);
    return application;
  }

  snapshot(): ApplicationSnapshot {
    return this.state;
  }

  /** Hands out what happened since the last call, to be stored with the change. */
  takeEvents(): readonly DomainEvent<ApplicationEventType>[] {
    return this.happened.splice(0);
  }

  get isOpen(): boolean {
    return !isEnded(this.state.status);
  }

  /**
   * The money has arrived. Dues are then done; an application goes on to its officer, whose promise counts from now:
   * `dueOn` is its last day. What was taken back meanwhile stays so. Safe to repeat.
   */
  recordFeePaid(dueOn: IsoDate, now: Instant): void {
    const { kind, feePaid, status: before } = this.state;
    if (feePaid) return;
    if (!this.isOpen) return this.become(before, now, { feePaid: true }, { what: 'fee-paid', by: 'system' });
    const status = kind === 'payment' ? 'paid' : kind === 'complaint' ? 'registered' : 'submitted';
    this.become(status, now, { feePaid: true, dueOn }, { what: 'fee-paid', by: 'system' });
    this.record(kind === 'payment' ? 'DuesPaid' : 'ApplicationFiled', now);
  }

  /** An officer asks one question back; the department's clock stops until the citizen answers. */
  raiseQuery(by: OfficerId, question: string, now: Instant): void {
    this.requireWithOfficer();
    if (question.trim() === '') throw new ReasonMissing();
    const query: Query = { question: question.trim(), by, at: now, papers: [] };
    this.become('query-raised', now, { query }, { by, note: query.question });
    this.record('QueryRaised', now);
  }

  /** The citizen answers; `dueOn` is the promise, moved by the days that the question was with him. */
  answerQuery(answer: string, papers: readonly PaperId[], dueOn: IsoDate, now: Instant): void {
    const { query, status } = this.state;
    if (status !== 'query-raised' || !query) throw new NotNow(this.state.acknowledgementNumber);
    // They belong to the file from now on, also when another question follows.
    const sent = papers.map((paperId) => ({ requirement: 'query', paperId }));
    this.become(
      'query-answered',
      now,
      { query: { ...query, answer, papers, answeredAt: now }, papers: [...this.state.papers, ...sent], dueOn },
      { by: 'citizen', note: answer },
    );
    this.record('QueryAnswered', now);
  }

  approve(by: OfficerId, now: Instant): void {
    this.requireDecidable();
    this.become('approved', now, { decision: { by, at: now } }, { by });
    this.record('ApplicationApproved', now);
  }

  reject(by: OfficerId, reason: string, now: Instant): void {
    this.requireDecidable();
    if (reason.trim() === '') throw new ReasonMissing();
    this.become('rejected', now, { decision: { by, at: now, reason: reason.trim() } }, { by, note: reason.trim() });
    this.record('ApplicationRejected', now);
  }

  /** The certificate exists and can be fetched. Only now may anybody say "issued". Safe to repeat. */
  recordIssued(certificate: { number: string; documentId: DocumentId }, now: Instant): void {
    if (this.state.status === 'issued') return;
    if (this.state.status !== 'approved') throw new NotNow(this.state.acknowledgementNumber);
    this.become('issued', now, { certificate }, { what: 'certificate-issued', by: 'system' });
    this.record('CertificateDelivered', now);
  }

  /** An officer says that the complaint is done; the citizen has the last word. */
  resolve(by: OfficerId, note: string, now: Instant): void {
    this.requireKind('complaint');
    this.requireWithOfficer();
    if (note.trim() === '') throw new ReasonMissing();
    this.become('resolved', now, { resolution: { by, at: now, note: note.trim() } }, { by, note: note.trim() });
    this.record('ComplaintResolved', now);
  }

  confirmResolved(now: Instant): void {
    if (this.state.status === 'closed') return;
    if (this.state.status !== 'resolved') throw new NotNow(this.state.acknowledgementNumber);
    this.become('closed', now, {}, { by: 'citizen' });
    this.record('ComplaintClosed', now);
  }

  /** It was not done after all. Once by the citizen; `dueOn` is the new promise. */
  reopen(dueOn: IsoDate, now: Instant): void {
    if (this.state.status !== 'resolved') throw new NotNow(this.state.acknowledgementNumber);
    if (this.state.timesReopened > 0) throw new ReopenedBefore(this.state.acknowledgementNumber);
    this.become('reopened', now, { dueOn, timesReopened: this.state.timesReopened + 1 }, { by: 'citizen' });
    this.record('ComplaintReopened', now);
  }

  /** The citizen takes it back; possible until an officer has decided. */
  withdraw(now: Instant): void {
    if (!this.isOpen || this.state.status === 'approved') throw new AlreadyDecided(this.state.acknowledgementNumber);
    this.become('withdrawn', now, {}, { by: 'citizen' });
    this.record('ApplicationWithdrawn', now);
  }

  /** Refuses when somebody changed the file since the officer looked at it. */
  requireVersion(seen: number): void {
    if (seen !== this.state.version) throw new ChangedMeanwhile(this.state.acknowledgementNumber);
  }

  private requireKind(kind: ServiceKind): void {
    if (this.state.kind !== kind) throw new NotNow(this.state.acknowledgementNumber);
  }

  private requireWithOfficer(): void {
    if (!this.state.feePaid) throw new FeeUnpaid(this.state.acknowledgementNumber);
    if (!this.isOpen || this.state.status === 'approved') throw new AlreadyDecided(this.state.acknowledgementNumber);
    if (!isWithOfficer(this.state.status)) throw new NotNow(this.state.acknowledgementNumber);
  }

  private requireDecidable(): void {
    this.requireKind('application');
    this.requireWithOfficer();
  }

  private become(
    status: ApplicationStatus,
    now: Instant,
    change: Partial<ApplicationSnapshot>,
    entry: { what?: HistoryEntry['what']; by: HistoryEntry['by']; note?: string },
  ): void {
    this.state = {
      ...this.state,
      ...change,
      status,
      history: [...this.state.history, { at: now, what: status, ...entry }],
      version: this.state.version + 1,
    };
  }

  private record(type: ApplicationEventType, at: Instant): void {
    const { citizenId, id } = this.state;
    this.happened.push({ type, citizenId, subjectId: id, at });
  }
}
