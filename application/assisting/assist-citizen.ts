import {
  AssistedSession,
  type AssistedSessionSnapshot,
  type ConsentWay,
  type SessionEnd,
  screenOf,
} from '#domain/assisting/assisted-session.ts';
import { KioskUnknown, NotOperator, SessionOver } from '#domain/assisting/errors.ts';
import type { SessionLimits } from '#domain/assisting/session-limits.ts';
import { Citizen } from '#domain/citizen/citizen.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { isOperator } from '#domain/department/officer.ts';
import type { CitizenId, OfficerId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Assisting, Consented, Opening } from '../ports/in/assisting.ts';
import type { Consenting } from '../ports/in/consenting.ts';
import type { Conversing } from '../ports/in/conversing.ts';
import type { Link, Proving, Slip } from '../ports/in/proving.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore, StoredFile } from '../ports/out/document-store.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Kiosks } from '../ports/out/kiosks.ts';
import type { AuditLog, Citizens, Officers } from '../ports/out/repositories.ts';
import type { AssistedSessions, ScreenBody, ScreenStanding, Screens, ShownMessage } from '../ports/out/screens.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/** What the citizen allows by sitting down: that an operator writes for him. */
const PURPOSE = 'assisted-session';
const SWEPT_AT_ONCE = 100;
/** Proven by something that only he has; otherwise by the operator, who sees him. */
const bySelf: ReadonlySet<ConsentWay> = new Set(['one-time-password', 'link-code']);

/** Lets an operator help one citizen after the other at a shared screen. */
export class AssistCitizen implements Assisting {
  readonly limits: SessionLimits;
  private readonly sessions: AssistedSessions;
  private readonly screens: Screens;
  private readonly kiosks: Pick<Kiosks, 'find'>;
  private readonly citizens: Citizens;
  private readonly officers: Officers;
  private readonly talks: Talks;
  private readonly documents: DocumentStore;
  private readonly auditLog: AuditLog;
  private readonly proving: Proving;
  private readonly consenting: Consenting;
  private readonly conversing: Conversing;
  private readonly transactions: Transactions;
  private readonly wakeup: Wakeup;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    limits: SessionLimits,
    sessions: AssistedSessions,
    screens: Screens,
    kiosks: Pick<Kiosks, 'find'>,
    citizens: Citizens,
    officers: Officers,
    talks: Talks,
    documents: DocumentStore,
    auditLog: AuditLog,
    proving: Proving,
    consenting: Consenting,
    conversing: Conversing,
    transactions: Transactions,
    wakeup: Wakeup,
    clock: Clock,
    ids: Ids,
  ) {
    this.limits = limits;
    this.sessions = sessions;
    this.screens = screens;
    this.kiosks = kiosks;
    this.citizens = citizens;
    this.officers = officers;
    this.talks = talks;
    this.documents = documents;
    this.auditLog = auditLog;
    this.proving = proving;
    this.consenting = consenting;
    this.conversing = conversing;
    this.transactions = transactions;
    this.wakeup = wakeup;
    this.clock = clock;
    this.ids = ids;
  }

  async sendPassword(operatorId: OfficerId, to: { phone: string; language: Language }): Promise<{ minutes: number }> {
    await this.requireOperator(operatorId);
    return this.proving.sendPassword(to);
  }

  async open(operatorId: OfficerId, opening: Opening): Promise<AssistedSessionSnapshot> {
    await this.requireOperator(operatorId);
    const place = await this.placeOf(opening.kiosk);
    for (const before of await this.sessions.openOf(operatorId)) await this.over(before, 'replaced');
    const sessionId = this.ids.next();
    const { citizenId, how } = await this.citizenBy(opening.by, sessionId);
    const session = AssistedSession.open(
      {
        id: sessionId,
        citizenId,
        operatorId,
        kiosk: opening.kiosk,
        place,
        language: opening.language,
        consent: { how, noticeVersion: this.limits.noticeVersion },
        ...(opening.queueToken && { queueToken: opening.queueToken }),
      },
      this.clock.now(),
    );
    await this.transactions.run(() => this.begin(session));
    this.wakeup.wake('talks');
    return session.snapshot();
  }

  async current(operatorId: OfficerId): Promise<AssistedSessionSnapshot | undefined> {
    const open = await this.sessions.openOf(operatorId);
    return open.find((each) => !each.isStale(this.clock.now(), this.limits))?.snapshot();
  }

  async hear(
    operatorId: OfficerId,
    sessionId: string,
    { id, content }: { id: string; content: InboundContent },
  ): Promise<void> {
    const at = this.clock.now();
    // In one: a session that ends meanwhile has either heard it or not.
    await this.transactions.run(async () => {
      const { citizenId } = await this.touch(operatorId, sessionId);
      // He may have been erased, or his talk joined to another, while the session lasted.
      const [holder] = await this.citizens.behind([screenOf(sessionId)]);
      if (holder !== citizenId) throw new SessionOver();
      await this.conversing.receive([{ id, from: [screenOf(sessionId)], at, content }]);
    });
    // Woken within, the worker may have looked before this was stored.
    this.wakeup.wake('talks');
  }

  async stay(operatorId: OfficerId, sessionId: string): Promise<void> {
    await this.touch(operatorId, sessionId);
  }

  async keepFile(operatorId: OfficerId, sessionId: string, file: StoredFile): Promise<string> {
    const fileId = this.ids.next();
    const { citizenId } = await this.touch(operatorId, sessionId, (session) => session.addFile(fileId));
    await this.documents.put(fileId, citizenId, file);
    return `${sessionId}/${fileId}`;
  }

  async fileAt(ref: string): Promise<StoredFile | undefined> {
    const [sessionId = '', fileId = ''] = ref.split('/');
    const session = (await this.sessions.find(sessionId))?.snapshot();
    return session?.files.includes(fileId) ? this.documents.get(fileId, session.citizenId) : undefined;
  }

  async linkFor(operatorId: OfficerId, sessionId: string): Promise<Link> {
    const { citizenId } = await this.touch(operatorId, sessionId);
    return this.proving.makeLink(citizenId);
  }

  async slipFor(operatorId: OfficerId, sessionId: string): Promise<Slip | undefined> {
    const session = await this.touch(operatorId, sessionId);
    const slip = await this.proving.makeSlip(session.citizenId);
    if (slip) await this.note(session, 'print-slip-code');
    return slip;
  }

  async end(operatorId: OfficerId, sessionId: string, why: SessionEnd): Promise<void> {
    const session = await this.sessions.find(sessionId);
    if (session?.isOpen && session.snapshot().operatorId === operatorId) await this.over(session, why);
  }

  async endAt(kioskId: string, why: SessionEnd): Promise<void> {
    for (const session of await this.sessions.openAt(kioskId)) await this.over(session, why);
  }

  async show(sessionId: string, reference: string, body: ScreenBody): Promise<boolean> {
    const isShown = await this.transactions.run(async () => {
      // Its row is held until this is stored: nothing is shown in a session that has ended.
      const session = (await this.sessions.update(sessionId, () => undefined))?.snapshot();
      if (!session || session.ended) return false;
      await this.screens.append({ sessionId, citizenId: session.citizenId, reference, body });
      return true;
    });
    if (isShown) this.wakeup.wake('screens');
    return isShown;
  }

  shownAfter(sessionId: string, seq: number, limit: number): Promise<readonly ShownMessage[]> {
    return this.screens.after(sessionId, seq, limit);
  }

  standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, ScreenStanding>> {
    return this.screens.standing(sessionIds);
  }

  async takeLine(sessionId: string): Promise<number> {
    const line = await this.screens.countLine(sessionId);
    this.wakeup.wake('screens');
    return line;
  }

  onShown(look: () => void): () => void {
    return this.wakeup.onWake((called) => {
      if (called === 'screens') look();
    });
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const { idleMinutes, mostMinutes, filesMinutes } = this.limits;
    const [idle, old] = [plusMinutes(now, -idleMinutes), plusMinutes(now, -mostMinutes)];
    for (const session of await this.sessions.stale(idle, old, SWEPT_AT_ONCE)) await this.over(session, 'idle');
    for (const session of await this.sessions.withFiles(plusMinutes(now, -filesMinutes), SWEPT_AT_ONCE)) {
      const { id, citizenId, files } = session.snapshot();
      for (const file of files) await this.documents.remove(file, citizenId);
      await this.sessions.update(id, (each) => each.forgetFiles());
    }
  }

  private async begin(session: AssistedSession): Promise<void> {
    const { id, citizenId, language, consent, openedAt } = session.snapshot();
    const screen = screenOf(id);
    await this.proving.claim(citizenId, screen, bySelf.has(consent.how) ? 'one-time-password' : 'operator');
    await this.sessions.add(session);
    const { noticeVersion } = consent;
    await this.consenting.give({ citizenId, purpose: PURPOSE, noticeVersion, language, channel: 'kiosk' });
    await this.note(session.snapshot(), `open-session-by-${consent.how}`);
    await this.talks.put([
      {
        citizenId,
        source: 'kiosk',
        sourceId: id,
        event: { type: 'resumed', language },
        at: openedAt,
        replyTo: { contactPoint: screen },
      },
    ]);
  }

  /** @throws PasswordWrong, PasswordOver, LinkUnknown */
  private async citizenBy(by: Consented, sessionId: string): Promise<{ citizenId: CitizenId; how: ConsentWay }> {
    if (by.how === 'one-time-password') return { citizenId: await this.proving.confirmPassword(by), how: by.how };
    if (by.how === 'link-code') {
      const { citizenId, kind } = await this.proving.holderOf(by.code);
      return { citizenId, how: kind === 'slip' ? 'slip-code' : by.how };
    }
    const id = this.ids.next();
    const citizen = Citizen.register(id, [], this.clock.now());
    citizen.addContactPoint(screenOf(sessionId), 'operator', this.clock.now());
    await this.citizens.add(citizen);
    return { citizenId: id, how: by.how };
  }

  private async over(session: AssistedSession, why: SessionEnd): Promise<void> {
    const { id, citizenId } = session.snapshot();
    await this.transactions.run(async () => {
      await this.sessions.update(id, (each) => each.end(why, this.clock.now()));
      await this.screens.wipe(id);
      await this.proving.release(citizenId, screenOf(id));
      await this.note(session.snapshot(), `end-session-${why}`);
    });
    this.wakeup.wake('screens');
  }

  private async note(
    { id, citizenId, operatorId, kiosk, place }: AssistedSessionSnapshot,
    what: string,
  ): Promise<void> {
    const at = this.clock.now();
    await this.auditLog.append({
      who: `officer:${operatorId}`,
      what,
      citizenId,
      subjectId: id,
      purpose: PURPOSE,
      kiosk: { id: kiosk, place },
      at,
    });
  }

  /** @throws SessionOver */
  private async touch(
    operatorId: OfficerId,
    sessionId: string,
    change: (session: AssistedSession) => void = () => undefined,
  ): Promise<AssistedSessionSnapshot> {
    const session = await this.sessions.update(sessionId, (each) => {
      each.touch(operatorId, this.clock.now(), this.limits);
      change(each);
    });
    if (!session) throw new SessionOver();
    return session.snapshot();
  }

  /** @throws KioskUnknown @throws KioskDisabled */
  private async placeOf(kioskId: string): Promise<string> {
    const kiosk = await this.kiosks.find(kioskId);
    if (!kiosk) throw new KioskUnknown();
    kiosk.requireServing();
    return kiosk.snapshot().place;
  }

  /** @throws NotOperator */
  private async requireOperator(id: OfficerId): Promise<void> {
    const officer = await this.officers.find(id);
    if (!officer || !isOperator(officer)) throw new NotOperator();
  }
}
