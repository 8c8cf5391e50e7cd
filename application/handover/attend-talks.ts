import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import { NotYourOffice } from '#domain/department/errors.ts';
import { handles, mayTalkFor, type Officer } from '#domain/department/officer.ts';
import { TalkEnded, TalkUnknown, TalkWithOther } from '#domain/handover/errors.ts';
import { Handover, type HandoverSnapshot, type SentToPerson } from '#domain/handover/handover.ts';
import { type HelpDesk, opensAt } from '#domain/handover/office-hours.ts';
import type { CitizenId, OfficerId, PaperId } from '#domain/shared/ids.ts';
import type { SaidLine } from '#domain/shared/said-line.ts';
import type { Instant } from '#domain/shared/time.ts';
import type {
  AskedPerson,
  Attending,
  HandingOver,
  OpenTalk,
  SaidEarlier,
  ShownLine,
  TalkRow,
} from '../ports/in/attending.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore, StoredFile } from '../ports/out/document-store.ts';
import type { Handovers } from '../ports/out/handovers.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { AuditLog, Consents, Officers, Papers } from '../ports/out/repositories.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Transactions } from '../ports/out/transactions.ts';

const MOST_ROWS = 100;
/** Parts of a talk that are shown at once; what a citizen sends in one go and the answers are one part. */
const PARTS_AT_ONCE = 15;

/** A talk goes from the machine to a person and back. What either writes reaches the other through the citizen's inbox. */
export class AttendTalks implements HandingOver, Attending {
  private readonly handovers: Handovers;
  private readonly record: Pick<Talks, 'said'>;
  private readonly officers: Officers;
  private readonly consents: Consents;
  private readonly papers: Papers;
  private readonly documents: DocumentStore;
  private readonly auditLog: AuditLog;
  private readonly tell: TellCitizen;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly helpDesk: HelpDesk;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    handovers: Handovers,
    talks: Pick<Talks, 'said'>,
    officers: Officers,
    consents: Consents,
    papers: Papers,
    documents: DocumentStore,
    auditLog: AuditLog,
    tell: TellCitizen,
    transactions: Transactions,
    catalogue: Catalogue,
    calendar: Calendar,
    helpDesk: HelpDesk,
    clock: Clock,
    ids: Ids,
  ) {
    this.handovers = handovers;
    this.record = talks;
    this.officers = officers;
    this.consents = consents;
    this.papers = papers;
    this.documents = documents;
    this.auditLog = auditLog;
    this.tell = tell;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.helpDesk = helpDesk;
    this.clock = clock;
    this.ids = ids;
  }

  async ask(citizenId: CitizenId, { handoverId, serviceId, language, said }: AskedPerson) {
    const now = this.clock.now();
    const service = serviceId === undefined ? undefined : this.catalogue.find(serviceId);
    const department = service?.department ?? this.helpDesk.department;
    await this.handovers.add(
      Handover.ask(
        { id: handoverId, citizenId, department, language, lines: said, ...(service && { serviceId: service.id }) },
        now,
      ),
    );
    const opens = this.opensAfter(now);
    return opens === undefined ? {} : { opensAt: opens };
  }

  async hear(citizenId: CitizenId, handoverId: string, sent: SentToPerson) {
    let answered: Instant | undefined;
    await this.ofCitizen(citizenId, handoverId, (handover, now) => {
      handover.hear(sent, now);
      answered = handover.answeredAt;
    });
    const opens = this.opensAfter(this.clock.now());
    // Who works late is there.
    const hasGone = answered !== undefined && this.opensAfter(answered) !== opens;
    return opens !== undefined && hasGone ? { opensAt: opens } : {};
  }

  leave(citizenId: CitizenId, handoverId: string): Promise<void> {
    return this.ofCitizen(citizenId, handoverId, (handover, now) => handover.leave(now));
  }

  private opensAfter(moment: Instant): Instant | undefined {
    return opensAt(this.helpDesk.hours.value, this.calendar.holidays, moment);
  }

  /** Another's talk is to a citizen as if there were none. */
  private async ofCitizen(
    citizenId: CitizenId,
    id: string,
    change: (handover: Handover, now: Instant) => void,
  ): Promise<void> {
    await this.handovers.update(id, (handover) => {
      if (handover.snapshot().citizenId === citizenId) change(handover, this.clock.now());
    });
  }

  async talks(officerId: OfficerId): Promise<readonly TalkRow[]> {
    const officer = await this.officerOf(officerId);
    if (!mayTalkFor(officer, officer.department)) return [];
    const open = await this.handovers.openIn(officer.department, MOST_ROWS);
    return open.map((handover) => rowOf(handover.snapshot(), officerId));
  }

  take(officerId: OfficerId, handoverId: string): Promise<void> {
    return this.transactions.run(async () => {
      const officer = await this.officerOf(officerId);
      const now = this.clock.now();
      let isNew = false;
      const handover = await this.ofOffice(officer, handoverId, (each) => {
        isNew = each.snapshot().taken === undefined;
        each.take(officerId, now);
      });
      if (!isNew) return;
      await this.noteLook(officer, 'view-talk', handover.snapshot());
      await this.tellOf(handover.snapshot(), { type: 'officer-joined', handoverId, role: officer.role });
    });
  }

  /** Only to whoever took it: taking it is what is written down. */
  async view(officerId: OfficerId, handoverId: string): Promise<OpenTalk> {
    const { state } = await this.takenBy(officerId, handoverId);
    return { ...rowOf(state, officerId), lines: await this.shown(state), isEnded: state.ended !== undefined };
  }

  async history(officerId: OfficerId, handoverId: string, before?: number): Promise<SaidEarlier> {
    const { officer, state } = await this.takenBy(officerId, handoverId);
    if (state.ended) throw new TalkEnded();
    await this.noteLook(officer, 'view-history', state);
    const parts = await this.record.said(state.citizenId, { limit: PARTS_AT_ONCE, before });
    const lines = parts.toReversed().flatMap((part) => part.lines);
    const others = lines.filter(({ handover }) => handover !== state.id);
    const isSeen = await this.seenBy(officer, state, others);
    const seen = others.filter(isSeen);
    const first = parts.length < PARTS_AT_ONCE ? undefined : parts.at(-1)?.seq;
    return { lines: seen, hidden: others.length - seen.length, ...(first !== undefined && { before: first }) };
  }

  /**
   * What was said of a service is seen by whoever works on its files, or was called about it, while the citizen allows
   * its use; what was said to a person, in the department of that person.
   */
  private async seenBy(
    officer: Officer,
    { citizenId, serviceId }: HandoverSnapshot,
    lines: readonly SaidLine[],
  ): Promise<(line: SaidLine) => boolean> {
    const held = (await this.consents.heldBy(citizenId)).map((consent) => consent.snapshot().purpose);
    const services = this.catalogue.services.filter((each) => each.id === serviceId || handles(officer, each));
    const allowed = new Set(services.map(({ id }) => id).filter((id) => held.includes(id)));
    const ids = [...new Set(lines.flatMap(({ handover }) => handover ?? []))];
    const earlier = await Promise.all(ids.map((id) => this.handovers.find(id)));
    const ours = new Set(
      earlier.flatMap((each) => (each?.snapshot().department === officer.department ? each.snapshot().id : [])),
    );
    return ({ purpose, handover }) =>
      (purpose === undefined || allowed.has(purpose)) && (handover === undefined || ours.has(handover));
  }

  async paper(officerId: OfficerId, handoverId: string, paperId: PaperId): Promise<StoredFile> {
    const { officer, state } = await this.takenBy(officerId, handoverId);
    if (!state.lines.some(({ paper }) => paper === paperId)) throw new TalkUnknown();
    await this.noteLook(officer, 'view-paper', state);
    const file = await this.documents.get(paperId, state.citizenId);
    if (!file) throw new TalkUnknown();
    return file;
  }

  /** A talk is read only by whoever took it. */
  private async takenBy(officerId: OfficerId, handoverId: string) {
    const officer = await this.officerOf(officerId);
    const state = (await this.handovers.find(handoverId))?.snapshot();
    if (!state) throw new TalkUnknown();
    if (!mayTalkFor(officer, state.department)) throw new NotYourOffice();
    if (state.taken?.by !== officerId) throw new TalkWithOther();
    return { officer, state };
  }

  say(officerId: OfficerId, handoverId: string, text: string): Promise<void> {
    return this.transactions.run(async () => {
      const officer = await this.officerOf(officerId);
      const handover = await this.ofOffice(officer, handoverId, (each) =>
        each.write(officerId, text, this.clock.now()),
      );
      await this.tellOf(handover.snapshot(), { type: 'officer-said', handoverId, text });
    });
  }

  end(officerId: OfficerId, handoverId: string): Promise<void> {
    return this.transactions.run(async () => {
      const officer = await this.officerOf(officerId);
      const handover = await this.ofOffice(officer, handoverId, (each) => each.end(officerId, this.clock.now()));
      await this.tellOf(handover.snapshot(), { type: 'officer-left', handoverId });
    });
  }

  private async ofOffice(officer: Officer, id: string, change: (handover: Handover) => void): Promise<Handover> {
    const changed = await this.handovers.update(id, (handover) => {
      if (!mayTalkFor(officer, handover.snapshot().department)) throw new NotYourOffice();
      change(handover);
    });
    if (!changed) throw new TalkUnknown();
    return changed;
  }

  private tellOf({ citizenId, id }: HandoverSnapshot, event: TalkEvent): Promise<void> {
    return this.tell(citizenId, `handover/${id}/${this.ids.next()}`, event);
  }

  private noteLook({ id }: Officer, what: string, { citizenId, serviceId, id: subjectId }: HandoverSnapshot) {
    const purpose = serviceId ?? 'help';
    const at = this.clock.now();
    return this.auditLog.append({ who: `officer:${id}`, what, citizenId, subjectId, purpose, at });
  }

  /** What was said of a service is shown while the citizen allows its use; what he says to the person is for the person. */
  private async shown({ citizenId, serviceId, lines }: HandoverSnapshot): Promise<readonly ShownLine[]> {
    const held = await this.consents.heldBy(citizenId);
    const isAllowed = held.some((consent) => consent.snapshot().purpose === serviceId);
    const seen = lines.filter(({ purpose }) => purpose === undefined || (isAllowed && purpose === serviceId));
    return Promise.all(
      seen.map(async (line) => {
        const mime = line.paper && (await this.papers.find(line.paper))?.snapshot().mime;
        return mime === undefined ? line : { ...line, mime };
      }),
    );
  }

  private async officerOf(id: OfficerId): Promise<Officer> {
    const officer = await this.officers.find(id);
    if (!officer) throw new NotYourOffice();
    return officer;
  }
}

const rowOf = ({ id, serviceId, language, askedAt, taken }: HandoverSnapshot, officerId: OfficerId): TalkRow => ({
  id,
  language,
  askedAt,
  isTaken: taken !== undefined,
  isYours: taken?.by === officerId,
  ...(serviceId !== undefined && { serviceId }),
});
