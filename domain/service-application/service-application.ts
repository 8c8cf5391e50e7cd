import type { SecondReason } from '../catalogue/second-reasons.ts';
import type { Answers, ServiceKind, Step } from '../catalogue/service-definition.ts';
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
import { isZero, type Money, nothing } from '../shared/money.ts';
import { dayOf, type Instant, type IsoDate, localTimeOf, plusMinutes } from '../shared/time.ts';
import type {
  ApplicationEventType,
  ApplicationSnapshot,
  Billed,
  Booking,
  Change,
  HistoryEntry,
  Query,
} from './application-snapshot.ts';
import * as bookings from './booking-acts.ts';
import * as complaining from './complaining.ts';
import { isInstant, statusAt, stepAt } from './course.ts';
import * as deciding from './deciding.ts';
import { AlreadyDecided, ChangedMeanwhile, FeeUnpaid, NotNow, ReasonMissing } from './errors.ts';
import type { Moment } from './moments.ts';
import { changeBy } from './passing.ts';
import { mayAppeal } from './rights.ts';
import { type ApplicationStatus, isEnded, isWithOfficer } from './status.ts';

export type { ApplicationSnapshot } from './application-snapshot.ts';

export interface Filing {
  readonly id: ApplicationId;
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  readonly definitionVersion: string;
  readonly kind: ServiceKind;
  readonly department: DepartmentId;
  readonly acknowledgementNumber: string;
  readonly answers: Answers;
  readonly about?: string;
  readonly secondBecause?: SecondReason;
  readonly papers: readonly { readonly requirement: string; readonly paperId: PaperId }[];
  readonly billed?: readonly Billed[];
  readonly billedTo?: { readonly owner: string; readonly address: string };
  readonly fee: Money;
  readonly dueOn: IsoDate;
  /** The steps that people take for these answers, in order. */
  readonly course?: readonly Step[];
  readonly booking?: Booking;
  /** The complaint of somebody else about the same thing. */
  readonly joins?: ApplicationId;
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

  /** Filed by the citizen; where a fee is due it rests until that is paid, else it goes its way at once. */
  static file(filing: Filing, now: Instant): ServiceApplication {
    const waits = filing.kind === 'payment' || !isZero(filing.fee);
    const first = waits ? (filing.kind === 'booking' ? 'held' : 'payment-pending') : statusWhenFiled(filing);
    const application = new ServiceApplication({
      ...filing,
      status: first,
      feePaid: !waits,
      filedAt: now,
      timesReopened: 0,
      history: [{ at: now, what: first, by: 'citizen' }],
      version: 1,
    });
    if (waits) application.record('FeeAsked', now);
    else application.begin(now);
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
    if (!this.isOpen) {
      this.become(before, now, { feePaid: true }, { what: 'fee-paid', by: 'system' });
      // Nobody else can have the place any more, so what came for it goes back.
      if (kind === 'booking') {
        this.state = { ...this.state, refund: this.state.fee };
        this.record('FeeToReturn', now);
      }
      return;
    }
    if (kind === 'payment') {
      this.become('paid', now, { feePaid: true, dueOn }, { what: 'fee-paid', by: 'system' });
      return this.record('DuesPaid', now);
    }
    const status = kind === 'booking' ? before : statusWhenFiled(this.state);
    this.become(status, now, { feePaid: true, dueOn }, { what: 'fee-paid', by: 'system' });
    this.begin(now);
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
    const set = {
      query: { ...query, answer, papers, answeredAt: now },
      papers: [...this.state.papers, ...sent],
      dueOn,
    };
    this.become('query-answered', now, { ...set, ...this.afterRest(query.at, now) }, { by: 'citizen', note: answer });
    this.record('QueryAnswered', now);
  }

  /** The step is done and the file goes on; after a visit of the citizen `dueOn` is the promise, moved by the wait. */
  forward(by: OfficerId, note: string, dueOn: IsoDate, now: Instant): void {
    this.requireKind('application');
    if (this.state.status !== 'appointment-needed') this.requireWithOfficer();
    this.take(deciding.forward({ ...this.state, dueOn }, by, note.trim(), now), now, { dueOn });
  }

  approve(by: OfficerId, now: Instant): void {
    this.requireDecidable();
    this.become('approved', now, { decision: { by, at: now } }, { by });
    this.record('ApplicationApproved', now);
  }

  reject(by: OfficerId, reason: string, now: Instant): void {
    this.requireDecidable();
    const given = said(reason);
    this.become('rejected', now, { decision: { by, at: now, reason: given } }, { by, note: given });
    this.record('ApplicationRejected', now);
  }

  /** The certificate exists and can be fetched. Only now may anybody say "issued". Safe to repeat. */
  recordIssued(certificate: { number: string; documentId: DocumentId; validTo?: IsoDate }, now: Instant): void {
    if (this.state.certificate?.number === certificate.number || this.state.status === 'issued') return;
    if (this.state.status !== 'approved' && this.state.status !== 'confirmed')
      throw new NotNow(this.state.acknowledgementNumber);
    this.take(deciding.issue(this.state, certificate, now), now);
  }

  /** A check after the issue found it right. */
  check(by: OfficerId, note: string, now: Instant): void {
    this.take(deciding.check(this.state, by, note.trim(), now), now);
  }

  /** What was issued is issued anew with these answers; `about` is the mark of what it is about by them. */
  correct(by: OfficerId, corrected: { answers: Answers; about?: string }, reason: string, now: Instant): void {
    this.take(deciding.correct(this.state, by, { ...corrected, reason: said(reason) }), now);
  }

  /** What was issued is cancelled. */
  revoke(by: OfficerId, reason: string, now: Instant): void {
    this.take(deciding.revoke(this.state, by, said(reason)), now);
  }

  /** Against a refusal within the days for it, or because the promise was not kept. `dueOn`: when it is to be decided. */
  appeal(grounds: string, terms: { withinDays: number; dueOn: IsoDate }, now: Instant): void {
    if (!mayAppeal(this.state, terms.withinDays, dayOf(now))) throw new NotNow(this.state.acknowledgementNumber);
    this.take(deciding.appeal(this.state, said(grounds), terms.dueOn, now), now);
  }

  allowAppeal(by: OfficerId, note: string, now: Instant): void {
    this.requireStatus('appealed');
    this.take(deciding.allowAppeal(this.state, by, note.trim(), now), now);
  }

  dismissAppeal(by: OfficerId, reason: string, now: Instant): void {
    this.requireStatus('appealed');
    this.take(deciding.dismissAppeal(this.state, by, said(reason), now), now);
  }

  /** An officer is at work on a complaint. */
  start(by: OfficerId, now: Instant): void {
    this.requireKind('complaint');
    this.take(complaining.start(this.state, by), now);
  }

  /** An officer says that the complaint is done; the citizen has the last word. */
  resolve(by: OfficerId, note: string, now: Instant, photo?: PaperId): void {
    this.requireKind('complaint');
    this.requireWithOfficer();
    this.take(complaining.resolve(this.state, { by, note: said(note), photo }, now), now);
  }

  /** Somebody else complains of the same thing. */
  addComplainant(id: ApplicationId): void {
    const { joined = [] } = this.state;
    if (!joined.includes(id)) this.state = { ...this.state, joined: [...joined, id] };
  }

  /** What happened to the case that this complaint joined; nothing where it has gone its own way. */
  followStart(by: OfficerId, now: Instant): void {
    if (this.state.joins && this.state.status === 'assigned') this.start(by, now);
  }

  followResolution(by: OfficerId, note: string, now: Instant, photo?: PaperId): void {
    if (this.state.joins && isWithOfficer(this.state.status)) this.resolve(by, note, now, photo);
  }

  confirmResolved(now: Instant): void {
    if (this.state.status === 'closed') return;
    this.take(complaining.close(this.state, 'citizen'), now);
  }

  /** It was not done after all; see `complaining.reopen`. */
  reopen(dueOn: IsoDate, now: Instant, escalateTo?: string): void {
    this.take(complaining.reopen(this.state, dueOn, escalateTo), now);
  }

  /** Another time for a booking, by the citizen's wish. */
  move(question: string, slot: string, now: Instant): void {
    this.take(bookings.move(this.state, question, slot), now);
  }

  /** `refund`: what comes back of a fee that was paid. */
  cancelBooking(refund: Money, now: Instant): void {
    if (this.state.status === 'cancelled') return;
    this.take(bookings.cancel(this.state, 'citizen'), now, this.state.feePaid && !isZero(refund) ? { refund } : {});
  }

  /** Its place was given to somebody else before the fee came. */
  losePlace(now: Instant): void {
    if (this.state.status === 'held') this.take(bookings.cancel(this.state, 'system'), now);
  }

  endBooking(by: OfficerId, attended: boolean, now: Instant): void {
    this.take(bookings.end(this.state, by, attended, localTimeOf(now)), now);
  }

  /** Acts on a moment that has come, once. `supervisor` is who stands above the step's holder. */
  pass(moment: Moment, supervisor: string, now: Instant): void {
    if (this.state.passed?.includes(moment.id)) return;
    this.take(changeBy(moment, this.state, supervisor), now, { passed: [...(this.state.passed ?? []), moment.id] });
  }

  /** The citizen takes it back; possible until an officer has decided. */
  withdraw(now: Instant): void {
    if (this.state.kind === 'booking') return this.cancelBooking(nothing, now);
    if (!this.isOpen || this.state.status === 'approved') throw new AlreadyDecided(this.state.acknowledgementNumber);
    this.become('withdrawn', now, {}, { by: 'citizen' });
    this.record('ApplicationWithdrawn', now);
  }

  /**
   * When somebody has to look at it next, if nobody is going to already: `at` is the next moment. Kept with the file, so
   * that however often it is asked for, one look is arranged.
   */
  wakeAt(at: Instant | undefined, now: Instant): Instant | undefined {
    const arranged = this.state.wakeAt;
    if (at === undefined || (arranged !== undefined && arranged > now && arranged <= at)) return undefined;
    this.state = { ...this.state, wakeAt: at };
    return at;
  }

  /** Refuses when somebody changed the file since the officer looked at it. */
  requireVersion(seen: number): void {
    if (seen !== this.state.version) throw new ChangedMeanwhile(this.state.acknowledgementNumber);
  }

  /** What begins when nothing is owed any more. */
  private begin(now: Instant): void {
    const { kind, course = [], status } = this.state;
    if (kind === 'booking') return this.take(bookings.confirm(this.state), now);
    if (status === 'approved') {
      this.state = { ...this.state, decision: { by: 'system', at: now } };
      this.record('ApplicationFiled', now);
      return this.record('ApplicationApproved', now);
    }
    if (course.length > 0) this.state = { ...this.state, step: stepAt(0, now) };
    this.record('ApplicationFiled', now);
  }

  /** The days of the step stood still as well. */
  private afterRest(from: Instant, now: Instant): Partial<ApplicationSnapshot> {
    const { step } = this.state;
    if (!step) return {};
    const minutes = (Date.parse(now) - Date.parse(from)) / 60_000;
    return { step: { ...step, countedFrom: plusMinutes(step.countedFrom, minutes) } };
  }

  private requireKind(kind: ServiceKind): void {
    if (this.state.kind !== kind) throw new NotNow(this.state.acknowledgementNumber);
  }

  private requireStatus(status: ApplicationStatus): void {
    if (this.state.status !== status) throw new NotNow(this.state.acknowledgementNumber);
  }

  private requireWithOfficer(): void {
    const { feePaid, status, acknowledgementNumber } = this.state;
    if (!feePaid) throw new FeeUnpaid(acknowledgementNumber);
    if (!this.isOpen || status === 'approved') throw new AlreadyDecided(acknowledgementNumber);
    if (!isWithOfficer(status) || status === 'appealed') throw new NotNow(acknowledgementNumber);
  }

  private requireDecidable(): void {
    this.requireKind('application');
    this.requireWithOfficer();
  }

  private take(
    { status, set, drop = [], entry, events }: Change,
    now: Instant,
    more: Partial<ApplicationSnapshot> = {},
  ) {
    const kept = { ...this.state };
    for (const name of drop) delete (kept as { -readonly [Name in keyof typeof kept]: (typeof kept)[Name] })[name];
    this.state = kept;
    this.become(status, now, { ...set, ...more }, entry);
    for (const event of events) this.record(event, now);
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

/** Nobody sees an instant service before its document is out; a complaint is somebody's at once. */
function statusWhenFiled({ kind, course }: Pick<Filing, 'kind' | 'course'>): ApplicationStatus {
  if (kind === 'booking') return 'held';
  if (kind === 'complaint') return course && course.length > 0 ? 'assigned' : 'registered';
  // A file without a course is an older one, and goes to its officers.
  if (course === undefined) return 'submitted';
  return isInstant(course) ? 'approved' : statusAt(course, 0);
}

/** A word that people read must be there. */
function said(words: string): string {
  if (words.trim() === '') throw new ReasonMissing();
  return words.trim();
}
