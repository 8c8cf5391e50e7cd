import type { LeasedMessage, Outbox } from '#application/ports/out/outbox.ts';
import type { NewMessage } from '#application/ports/out/talks.ts';
import type { HeardOn } from '#domain/notification/session-window.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { messageId, statusRank } from '../store.ts';
import type { Ground } from './aggregates.ts';
import { copyOf, Table } from './transactions.ts';

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly citizenId: CitizenId;
  readonly message: NewMessage;
  readonly state: 'waiting' | 'held' | 'sent' | 'dead';
  readonly attempts: number;
  readonly tried: readonly ChannelKind[];
  /** Not before this; while leased, the end of the lease. */
  readonly dueAt: Instant;
  readonly leased: boolean;
  readonly code?: string;
  readonly providerIds: readonly string[];
  readonly kept: boolean;
  readonly channel?: ChannelKind;
  readonly status?: string;
  readonly sentAt?: Instant;
}

export class InMemoryOutbox implements Outbox {
  private readonly rows: Table<Row>;
  private readonly ground: Ground;
  private readonly heardOn: (citizenId: CitizenId) => HeardOn;
  private lastSeq = 0;

  constructor(ground: Ground, heardOn: (citizenId: CitizenId) => HeardOn) {
    this.ground = ground;
    this.heardOn = heardOn;
    this.rows = new Table(ground.transactions);
  }

  add(messages: readonly NewMessage[]): Promise<void> {
    return this.ground.transactions.within(() => {
      for (const message of messages) {
        if (!this.ground.keys.isThere(message.citizenId)) continue;
        this.lastSeq += 1;
        const id = messageId(message.citizenId, this.lastSeq);
        this.rows.set(id, {
          id,
          seq: this.lastSeq,
          citizenId: message.citizenId,
          message: copyOf(message),
          state: 'waiting',
          attempts: 0,
          tried: [],
          dueAt: '',
          leased: false,
          providerIds: [],
          kept: false,
        });
      }
    });
  }

  lease(limit: number, leaseSeconds: number, now: Instant): Promise<readonly LeasedMessage[]> {
    return this.ground.transactions.within(() =>
      this.firsts(now)
        .slice(0, limit)
        .map((row) => {
          const dueAt = plusMinutes(now, leaseSeconds / 60);
          this.rows.set(row.id, { ...row, leased: true, dueAt, attempts: row.attempts + 1 });
          const { id, attempts, tried } = row;
          return { ...copyOf(row.message), id, attempts, tried, heardOn: this.heardOn(row.citizenId) };
        }),
    );
  }

  sent(messages: Parameters<Outbox['sent']>[0]): Promise<void> {
    return this.ground.transactions.within(() => {
      for (const { message, channel, providerIds, kept = false, at } of messages) {
        const row = this.rows.get(message.id);
        if (!row) continue;
        const ids = providerIds.map((id) => `${channel}/${id}`);
        const change = { leased: false, kept, sentAt: at, channel, providerIds: ids, status: row.status ?? 'sent' };
        // It may have failed before we knew that it was sent.
        const hasFailed = kept && row.tried.includes(channel);
        this.rows.set(row.id, { ...row, ...change, ...(hasFailed ? { dueAt: '' } : { state: 'sent' }) });
      }
    });
  }

  postpone(message: LeasedMessage, code: string, retryAt: Instant, tried: readonly ChannelKind[]): Promise<void> {
    return this.settle(message, { dueAt: retryAt, code, tried });
  }

  putOff(message: LeasedMessage, code: string, until: Instant): Promise<void> {
    return this.settle(message, { dueAt: until, code, attempts: message.attempts });
  }

  giveUp(message: LeasedMessage, code: string): Promise<void> {
    return this.settle(message, { state: 'dead', code });
  }

  hold(message: LeasedMessage, code: string): Promise<void> {
    return this.settle(message, { state: 'held', code });
  }

  release(citizenIds: readonly CitizenId[]): Promise<void> {
    return this.ground.transactions.within(() => {
      for (const row of this.rows.values()) {
        if (row.state !== 'held' || !citizenIds.includes(row.citizenId)) continue;
        this.rows.set(row.id, { ...row, state: 'waiting', dueAt: '', attempts: 0, tried: [] });
      }
    });
  }

  dropHeld(citizenIds: readonly CitizenId[]): Promise<void> {
    return this.ground.transactions.within(() => {
      this.rows.deleteWhere((row) => row.state === 'held' && citizenIds.includes(row.citizenId));
    });
  }

  recordStatus({ elsewhere = false, ...said }: Parameters<Outbox['recordStatus']>[0]): Promise<void> {
    const { reference, channel, messageId: providerId, status, code } = said;
    return this.ground.transactions.within(() => {
      const row =
        (reference === undefined ? undefined : this.rows.get(reference)) ??
        this.rows.values().find((each) => each.providerIds.includes(`${channel}/${providerId}`));
      if (!row || statusRank(status) <= statusRank(row.status ?? '')) return;
      const again = elsewhere && row.state === 'sent' && row.kept;
      this.rows.set(row.id, {
        ...row,
        status,
        ...(code !== undefined && { code }),
        ...(elsewhere && { tried: [...row.tried, channel] }),
        ...(again && { state: 'waiting', dueAt: '' }),
      });
    });
  }

  erase(citizenId: CitizenId): void {
    this.rows.deleteWhere((row) => row.citizenId === citizenId);
  }

  prune(before: Instant): number {
    return this.rows.deleteWhere((row) => row.state === 'sent' && (row.sentAt ?? before) < before);
  }

  figures(): { waiting: number; dead: number } {
    const count = (state: Row['state']) => this.rows.values().filter((row) => row.state === state).length;
    return { waiting: count('waiting'), dead: count('dead') };
  }

  /** What became of a leased message; not when the lease ran out and another worker has it. */
  private settle(message: LeasedMessage, to: Partial<Row>): Promise<void> {
    return this.ground.transactions.within(() => {
      const row = this.rows.get(message.id);
      if (row?.state !== 'waiting' || row.attempts !== message.attempts + 1) return;
      this.rows.set(row.id, { ...row, leased: false, ...to });
    });
  }

  /** Each citizen's next message, if it is due and none of his is under way; replies first. */
  private firsts(now: Instant): Row[] {
    const waiting = this.rows
      .values()
      .filter((row) => row.state === 'waiting')
      .sort(
        (one, other) =>
          Number(one.message.urgency === 'notice') - Number(other.message.urgency === 'notice') || one.seq - other.seq,
      );
    const underWay = new Set(waiting.filter((row) => row.leased && row.dueAt > now).map((row) => row.citizenId));
    const firsts = new Map<CitizenId, Row>();
    for (const row of waiting) if (!firsts.has(row.citizenId)) firsts.set(row.citizenId, row);
    return [...firsts.values()].filter((row) => row.dueAt <= now && !underWay.has(row.citizenId));
  }
}
