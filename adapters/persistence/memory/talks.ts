import type { Clock } from '#application/ports/out/clock.ts';
import type { Jobs } from '#application/ports/out/jobs.ts';
import type { Outbox } from '#application/ports/out/outbox.ts';
import type {
  NewEntry,
  SaidPage,
  SaidPart,
  Talk,
  Talks,
  TurnResult,
  WaitingEntry,
} from '#application/ports/out/talks.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import type { HeardOn } from '#domain/notification/session-window.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { BROKEN_TURN_PAUSE_SECONDS, MOST_ENTRIES } from '../store.ts';
import type { Ground } from './aggregates.ts';
import { copyOf, Table } from './transactions.ts';

interface Row extends WaitingEntry {
  readonly setAside: boolean;
}

interface KeptPart extends SaidPart {
  readonly citizenId: CitizenId;
  /** When its first line was said. */
  readonly at: Instant;
}

/** Inboxes hold what waits and what was set aside; what was heard is only remembered by its id. */
export class InMemoryTalks implements Talks {
  private readonly conversations: Table<Conversation>;
  private readonly inbox: Table<Row>;
  private readonly seen: Table<Instant>;
  /** Until when a citizen is left alone. */
  private readonly paused: Table<Instant>;
  private readonly parts: Table<KeptPart>;
  private readonly ground: Ground;
  private readonly clock: Clock;
  private readonly outbox: Outbox;
  private readonly jobs: Jobs;
  private lastSeq = 0;
  private lastPart = 0;

  constructor(ground: Ground, clock: Clock, outbox: Outbox, jobs: Jobs) {
    const { transactions } = ground;
    this.ground = ground;
    this.clock = clock;
    this.outbox = outbox;
    this.jobs = jobs;
    this.conversations = new Table(transactions);
    this.inbox = new Table(transactions);
    this.seen = new Table(transactions);
    this.paused = new Table(transactions);
    this.parts = new Table(transactions);
  }

  put(entries: readonly NewEntry[]): Promise<void> {
    return this.ground.transactions.within(() => {
      for (const entry of entries) {
        const key = `${entry.citizenId}/${entry.source}/${entry.sourceId}`;
        if (this.seen.has(key) || !this.ground.keys.isThere(entry.citizenId)) continue;
        this.lastSeq += 1;
        this.seen.set(key, this.clock.now());
        this.inbox.set(String(this.lastSeq), { ...copyOf(entry), seq: this.lastSeq, attempts: 0, setAside: false });
      }
    });
  }

  take(limit: number, turn: (talk: Talk) => Promise<TurnResult>): Promise<number> {
    return this.ground.transactions.run(async () => {
      const due = this.due().slice(0, limit);
      for (const citizenId of due) await this.takeOne(citizenId, turn);
      return due.length;
    });
  }

  peek(limit: number): Promise<readonly Talk[]> {
    return this.ground.transactions.within(() =>
      this.due()
        .slice(0, limit)
        .map((citizenId) => this.talkOf(citizenId)),
    );
  }

  find(citizenId: CitizenId): Promise<Talk | undefined> {
    return this.ground.transactions.within(() =>
      this.conversations.has(citizenId) ? this.talkOf(citizenId) : undefined,
    );
  }

  said(citizenId: CitizenId, { before = Number.POSITIVE_INFINITY, limit }: SaidPage): Promise<readonly SaidPart[]> {
    return this.ground.transactions.within(() =>
      this.parts
        .values()
        .filter((part) => part.citizenId === citizenId && part.seq < before)
        .sort((one, other) => other.seq - one.seq)
        .slice(0, limit)
        .map(({ seq, lines }) => copyOf({ seq, lines })),
    );
  }

  async forgetSaid(citizenId: CitizenId): Promise<void> {
    await this.ground.transactions.within(() => this.parts.deleteWhere((part) => part.citizenId === citizenId));
  }

  forgetSaidBefore(moment: Instant): Promise<number> {
    return this.ground.transactions.within(() => this.parts.deleteWhere(({ at }) => at < moment));
  }

  private talkOf(citizenId: CitizenId): Talk {
    const conversation = this.conversations.get(citizenId);
    const entries = this.waiting()
      .filter((row) => row.citizenId === citizenId)
      .slice(0, MOST_ENTRIES)
      .map(({ setAside: _setAside, ...entry }) => copyOf(entry));
    return { citizenId, conversation: conversation && copyOf(conversation), entries };
  }

  private async takeOne(citizenId: CitizenId, turn: (talk: Talk) => Promise<TurnResult>): Promise<void> {
    const talk = this.talkOf(citizenId);
    try {
      await this.ground.transactions.run(async () => this.store(citizenId, await turn(talk)));
    } catch {
      this.paused.set(citizenId, plusMinutes(this.clock.now(), BROKEN_TURN_PAUSE_SECONDS / 60));
    }
  }

  private async store(citizenId: CitizenId, result: TurnResult): Promise<void> {
    if (!this.ground.keys.isThere(citizenId)) return;
    this.conversations.set(citizenId, copyOf(result.conversation));
    for (const seq of result.done) this.inbox.delete(String(seq));
    for (const seq of result.setAside) this.change(seq, { setAside: true });
    this.paused.delete(citizenId);
    if (result.failed) {
      this.change(result.failed.seq, { attempts: (this.inbox.get(String(result.failed.seq))?.attempts ?? 0) + 1 });
      this.paused.set(citizenId, result.failed.retryAt);
    }
    const [first] = result.said;
    if (first) {
      this.lastPart += 1;
      const part = { citizenId, seq: this.lastPart, at: first.at ?? this.clock.now(), lines: copyOf(result.said) };
      this.parts.set(String(part.seq), part);
    }
    await this.outbox.add(result.messages);
    await this.jobs.add(result.jobs);
  }

  heardOn(citizenId: CitizenId): HeardOn {
    return this.conversations.get(citizenId)?.heardOn ?? {};
  }

  erase(citizenId: CitizenId): void {
    this.conversations.delete(citizenId);
    this.paused.delete(citizenId);
    this.parts.deleteWhere((part) => part.citizenId === citizenId);
    this.inbox.deleteWhere((row) => row.citizenId === citizenId);
    this.seen.deleteWhere((_at, key) => key.startsWith(`${citizenId}/`));
  }

  prune(before: Instant): number {
    const kept = new Set(this.inbox.values().map((row) => `${row.citizenId}/${row.source}/${row.sourceId}`));
    return this.seen.deleteWhere((at, key) => at < before && !kept.has(key));
  }

  figures(): { waiting: number; setAside: number; oldest: Instant | undefined } {
    const waiting = this.waiting();
    return { waiting: waiting.length, setAside: this.inbox.values().length - waiting.length, oldest: waiting[0]?.at };
  }

  private waiting(): Row[] {
    return this.inbox
      .values()
      .filter((row) => !row.setAside)
      .sort((one, other) => one.seq - other.seq);
  }

  /** Who has something waiting and is not to be left alone, by the oldest that waits. */
  private due(): CitizenId[] {
    const now = this.clock.now();
    const citizens = new Set(this.waiting().map((row) => row.citizenId));
    return [...citizens].filter((citizenId) => (this.paused.get(citizenId) ?? now) <= now);
  }

  private change(seq: number, to: Partial<Row>): void {
    const row = this.inbox.get(String(seq));
    if (row) this.inbox.set(String(seq), { ...row, ...to });
  }
}
