import type { AssistedSessions, ScreenStanding, Screens, ShownMessage } from '#application/ports/out/screens.ts';
import { AssistedSession, type AssistedSessionSnapshot } from '#domain/assisting/assisted-session.ts';
import type { CitizenId, OfficerId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Ground } from './aggregates.ts';
import { copyOf, type MemoryTransactions, Table } from './transactions.ts';

export class InMemoryAssistedSessions implements AssistedSessions {
  private readonly rows: Table<AssistedSessionSnapshot>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  find(id: string): Promise<AssistedSession | undefined> {
    return this.transactions.within(() => this.load(id));
  }

  add(session: AssistedSession): Promise<boolean> {
    return this.transactions.within(() => {
      const snapshot = copyOf(session.snapshot());
      if (this.rows.has(snapshot.id)) return false;
      this.rows.set(snapshot.id, snapshot);
      return true;
    });
  }

  update(id: string, change: (session: AssistedSession) => void): Promise<AssistedSession | undefined> {
    return this.transactions.within(() => {
      const session = this.load(id);
      if (!session) return undefined;
      change(session);
      this.rows.set(id, copyOf(session.snapshot()));
      return session;
    });
  }

  openOf(operatorId: OfficerId): Promise<readonly AssistedSession[]> {
    return this.where((row) => !row.ended && row.operatorId === operatorId);
  }

  openAt(kioskId: string): Promise<readonly AssistedSession[]> {
    return this.where((row) => !row.ended && row.kiosk === kioskId);
  }

  stale(before: Instant, openedBefore: Instant, limit: number): Promise<readonly AssistedSession[]> {
    return this.where((row) => !row.ended && (row.activeAt <= before || row.openedAt <= openedBefore), limit);
  }

  withFiles(endedBefore: Instant, limit: number): Promise<readonly AssistedSession[]> {
    return this.where((row) => row.files.length > 0 && row.ended !== undefined && row.ended.at <= endedBefore, limit);
  }

  isOpen(id: string): boolean {
    const row = this.rows.get(id);
    return row !== undefined && row.ended === undefined;
  }

  private where(is: (row: AssistedSessionSnapshot) => boolean, limit = 100): Promise<AssistedSession[]> {
    return this.transactions.within(() =>
      this.rows
        .values()
        .filter(is)
        .slice(0, limit)
        .map((row) => AssistedSession.restore(copyOf(row))),
    );
  }

  private load(id: string): AssistedSession | undefined {
    const row = this.rows.get(id);
    return row && AssistedSession.restore(copyOf(row));
  }
}

interface Row extends ShownMessage {
  readonly sessionId: string;
  readonly citizenId: CitizenId;
}

export class InMemoryScreens implements Screens {
  private readonly rows: Table<Row>;
  private readonly lines: Table<number>;
  private readonly ground: Ground;
  private readonly isOpen: (sessionId: string) => boolean;

  constructor(ground: Ground, isOpen: (sessionId: string) => boolean) {
    this.ground = ground;
    this.isOpen = isOpen;
    this.rows = new Table(ground.transactions);
    this.lines = new Table(ground.transactions);
  }

  append({ sessionId, citizenId, reference, body }: Parameters<Screens['append']>[0]): Promise<void> {
    return this.ground.transactions.within(() => {
      const shown = this.of(sessionId);
      if (!this.ground.keys.isThere(citizenId) || shown.some((each) => each.reference === reference)) return;
      const seq = shown.length + 1;
      this.rows.set(`${sessionId}/${seq}`, { sessionId, citizenId, reference, body: copyOf(body), seq });
    });
  }

  after(sessionId: string, seq: number, limit: number): Promise<readonly ShownMessage[]> {
    return this.ground.transactions.within(() =>
      this.of(sessionId)
        .filter((row) => row.seq > seq)
        .slice(0, limit)
        .map(({ seq, reference, body }) => ({ seq, reference, body: copyOf(body) })),
    );
  }

  standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, ScreenStanding>> {
    const standingOf = (id: string): ScreenStanding => ({ last: this.of(id).length, lines: this.lines.get(id) ?? 0 });
    return this.ground.transactions.within(
      () => new Map(sessionIds.filter(this.isOpen).map((id) => [id, standingOf(id)])),
    );
  }

  countLine(sessionId: string): Promise<number> {
    return this.ground.transactions.within(() => {
      const line = (this.lines.get(sessionId) ?? 0) + 1;
      this.lines.set(sessionId, line);
      return line;
    });
  }

  wipe(sessionId: string): Promise<void> {
    return this.ground.transactions.within(() => {
      this.rows.deleteWhere((row) => row.sessionId === sessionId);
    });
  }

  erase(citizenId: CitizenId): void {
    this.rows.deleteWhere((row) => row.citizenId === citizenId);
  }

  private of(sessionId: string): Row[] {
    return this.rows.values().filter((row) => row.sessionId === sessionId);
  }
}
