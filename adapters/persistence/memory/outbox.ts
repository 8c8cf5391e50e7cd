import type { Clock } from '#application/ports/out/clock.ts';
import type { DroppedMessage, LeasedMessage, Outbox, UndeliveredMessage } from '#application/ports/out/outbox.ts';
import type { NewMessage } from '#application/ports/out/talks.ts';
import { afterWord, type Delivery, deliveryRank, handedTo } from '#domain/notification/delivery.ts';
import type { HeardOn } from '#domain/notification/session-window.ts';
import { type Urgency, urgencies } from '#domain/notification/urgency.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { messageId } from '../store.ts';
import type { Ground } from './aggregates.ts';
import { copyOf, Table } from './transactions.ts';

interface Row extends Omit<Delivery, 'isUnderWay'> {
  readonly id: string;
  readonly seq: number;
  readonly citizenId: CitizenId;
  readonly message: NewMessage;
  readonly attempts: number;
  /** Not before this; while leased, the end of the lease. */
  readonly dueAt: Instant;
  readonly leased: boolean;
  readonly providerIds: readonly string[];
  readonly sentAt?: Instant;
}

export class InMemoryOutbox implements Outbox {
  private readonly rows: Table<Row>;
  private readonly ground: Ground;
  private readonly heardOn: (citizenId: CitizenId) => HeardOn;
  private readonly clock: Clock;
  private lastSeq = 0;

  constructor(ground: Ground, heardOn: (citizenId: CitizenId) => HeardOn, clock: Clock) {
    this.clock = clock;
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
          isKept: false,
          duplicates: [],
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
        const ids = [...row.providerIds, ...providerIds.map((id) => `${channel}/${id}`)];
        const { isUnderWay: _, ...delivery } = handedTo(this.deliveryOf(row), channel, kept);
        const isDue = delivery.state === 'waiting';
        this.rows.set(row.id, {
          ...{ ...row, ...delivery, leased: false, sentAt: at, providerIds: ids },
          ...(isDue && { dueAt: '' }),
        });
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
        const { channel: _, status: __, ...held } = row;
        this.rows.set(row.id, { ...held, state: 'waiting', dueAt: '', attempts: 0, tried: [] });
      }
    });
  }

  drop(citizenId: CitizenId, urgencies: readonly Urgency[], code: string): Promise<readonly DroppedMessage[]> {
    return this.ground.transactions.within(() => {
      const his = this.rows
        .values()
        .filter((row) => row.citizenId === citizenId && urgencies.includes(row.message.urgency));
      for (const row of his) if (row.state === 'sent') this.rows.set(row.id, { ...row, isKept: false });
      const dropped = his.filter(({ state }) => state === 'waiting' || state === 'held');
      for (const row of dropped)
        this.rows.set(row.id, { ...row, state: 'dropped', code, leased: false, dueAt: this.clock.now() });
      return dropped.map(({ id, channel }) => ({ id, ...(channel && { channel }) }));
    });
  }

  undelivered(
    channel: ChannelKind,
    urgency: Urgency,
    before: Instant,
    limit: number,
  ): Promise<readonly UndeliveredMessage[]> {
    const isLate = (row: Row): boolean =>
      row.state === 'sent' &&
      row.isKept &&
      row.channel === channel &&
      deliveryRank(row.status) < deliveryRank('failed');
    return this.ground.transactions.within(() =>
      this.rows
        .values()
        .filter((row) => isLate(row) && row.message.urgency === urgency && (row.sentAt ?? before) < before)
        .toSorted((one, other) => ((one.sentAt ?? '') < (other.sentAt ?? '') ? -1 : 1))
        .slice(0, limit)
        .map(({ id, citizenId, tried }) => ({ id, citizenId, tried })),
    );
  }

  recordStatus({ reference, messageId: providerId, ...said }: Parameters<Outbox['recordStatus']>[0]): Promise<void> {
    return this.ground.transactions.within(() => {
      const row =
        (reference === undefined ? undefined : this.rows.get(reference)) ??
        this.rows.values().find((each) => each.providerIds.includes(`${said.channel}/${providerId}`));
      if (!row) return;
      const { isUnderWay: _, ...delivery } = afterWord(this.deliveryOf(row), said);
      const goesOn = row.state === 'sent' && delivery.state === 'waiting';
      this.rows.set(row.id, { ...row, ...delivery, ...(goesOn && { dueAt: '' }) });
    });
  }

  erase(citizenId: CitizenId): void {
    this.rows.deleteWhere((row) => row.citizenId === citizenId);
  }

  prune(before: Instant): number {
    const isOver = ({ state, sentAt = before, dueAt }: Row): boolean =>
      (state === 'sent' && sentAt < before) || (state === 'dropped' && dueAt < before);
    return this.rows.deleteWhere(isOver);
  }

  figures(): { waiting: number; dead: number; held: number } {
    const count = (state: Row['state']) => this.rows.values().filter((row) => row.state === state).length;
    return { waiting: count('waiting'), dead: count('dead'), held: count('held') };
  }

  private deliveryOf(row: Row): Delivery {
    return { ...row, isUnderWay: row.leased && row.dueAt > this.clock.now() };
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
          urgencies.indexOf(one.message.urgency) - urgencies.indexOf(other.message.urgency) || one.seq - other.seq,
      );
    const underWay = new Set(waiting.filter((row) => row.leased && row.dueAt > now).map((row) => row.citizenId));
    const firsts = new Map<CitizenId, Row>();
    for (const row of waiting) if (!firsts.has(row.citizenId)) firsts.set(row.citizenId, row);
    return [...firsts.values()].filter((row) => row.dueAt <= now && !underWay.has(row.citizenId));
  }
}
