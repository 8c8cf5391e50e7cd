import type { Clock } from '#application/ports/out/clock.ts';
import type { DroppedMessage, LeasedMessage, Outbox, UndeliveredMessage } from '#application/ports/out/outbox.ts';
import type { NewMessage } from '#application/ports/out/talks.ts';
import { afterWord, type Delivery, type DeliveryWord, deliveryRank } from '#domain/notification/delivery.ts';
import type { HeardOn } from '#domain/notification/session-window.ts';
import { type Urgency, urgencies } from '#domain/notification/urgency.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { type Key, openJson, sealJson } from '../sealing/index.ts';
import { messageId, parseMessageId } from '../store.ts';
import { columnsOf, type Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';

const sealedAs = (citizenId: CitizenId): string => `outbox/${citizenId}`;

const RANK: Readonly<Record<Urgency, number>> = { reply: 0, notice: 1, news: 2, owed: 3 };
const urgencyAt = (rank: number): Urgency => urgencies.find((urgency) => RANK[urgency] === rank) ?? 'news';

type SealedBody = Pick<NewMessage, 'message' | 'language' | 'to' | 'prefers' | 'department' | 'answers'>;

/** The columns of new messages, as `NEW_MESSAGES` takes them; those of citizens without a key are left out. */
export function messageColumns(messages: readonly NewMessage[], keys: ReadonlyMap<CitizenId, Key>): unknown[][] {
  const rows = messages.flatMap(({ citizenId, urgency, message, language, to, prefers, department, answers }) => {
    const key = keys.get(citizenId);
    if (!key) return [];
    const body: SealedBody = {
      message,
      language,
      ...(to && { to }),
      ...(prefers && { prefers }),
      ...(department !== undefined && { department }),
      ...(answers !== undefined && { answers }),
    };
    return [{ citizenId, rank: RANK[urgency], sealed: sealJson(key, body, sealedAs(citizenId)) }];
  });
  return columnsOf(
    rows,
    (row) => row.citizenId,
    (row) => row.rank,
    (row) => row.sealed,
  );
}

/** Takes three columns and the moment, at the given places. */
export const newMessages = (first: number, now: string): string => `
  insert into outbox (citizen_id, urgency, sealed, due_at)
  select m.citizen_id, m.urgency, m.sealed, ${now}::timestamptz
  from unnest($${first}::text[], $${first + 1}::smallint[], $${first + 2}::bytea[])
    with ordinality as m (citizen_id, urgency, sealed, place)
  join citizen_key k on k.citizen_id = m.citizen_id
  order by m.place`;

interface LeasedRow extends Readonly<Record<string, unknown>> {
  readonly citizen_id: string;
  readonly seq: string;
  readonly urgency: number;
  readonly attempts: number;
  readonly tried: ChannelKind[];
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
  readonly heard_on: HeardOn | null;
}

export class StoredOutbox implements Outbox {
  private readonly database: Database;
  private readonly keys: KeyRing;
  private readonly clock: Clock;

  constructor(database: Database, keys: KeyRing, clock: Clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  async add(messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const keys = await this.keys.keysOf(messages.map(({ citizenId }) => citizenId));
    await this.database.query(newMessages(1, '$4'), [...messageColumns(messages, keys), this.clock.now()]);
  }

  async lease(limit: number, leaseSeconds: number, now: Instant): Promise<readonly LeasedMessage[]> {
    const until = plusMinutes(now, leaseSeconds / 60);
    const rows = await this.database.query<LeasedRow>(LEASE, [now, limit, until]);
    return rows.map((row) => this.leased(row));
  }

  async sent(messages: Parameters<Outbox['sent']>[0]): Promise<void> {
    const rows = messages.flatMap(({ message, ...rest }) => {
      const place = parseMessageId(message.id);
      return place ? [{ ...place, ...rest }] : [];
    });
    if (rows.length === 0) return;
    const ids = rows.flatMap((row) =>
      row.providerIds.map((id) => ({ ...row, hash: this.providerHash(row.channel, id) })),
    );
    await this.database.query(SENT, [
      ...columnsOf(
        rows,
        (row) => row.citizenId,
        (row) => row.seq,
        (row) => row.channel,
        (row) => row.at,
        (row) => row.kept ?? false,
      ),
      ...columnsOf(
        ids,
        (row) => row.channel,
        (row) => row.hash,
        (row) => row.citizenId,
        (row) => row.seq,
      ),
    ]);
  }

  postpone(message: LeasedMessage, code: string, retryAt: Instant, tried: readonly ChannelKind[]): Promise<void> {
    return this.settle(message, `due_at = $4::timestamptz, code = $5, tried = $6::text[]`, [retryAt, code, tried]);
  }

  putOff(message: LeasedMessage, code: string, until: Instant): Promise<void> {
    return this.settle(message, 'due_at = $4::timestamptz, code = $5, attempts = attempts - 1', [until, code]);
  }

  giveUp(message: LeasedMessage, code: string): Promise<void> {
    return this.settle(message, `status = 'dead', code = $4`, [code]);
  }

  hold(message: LeasedMessage, code: string): Promise<void> {
    return this.settle(message, `status = 'held', code = $4`, [code]);
  }

  async release(citizenIds: readonly CitizenId[]): Promise<void> {
    if (citizenIds.length === 0) return;
    await this.database.query(
      `update outbox set status = 'waiting', due_at = $2::timestamptz, attempts = 0, tried = '{}',
         channel = null, delivery = null, delivery_rank = 0
       where citizen_id = any($1::text[]) and status = 'held'`,
      [citizenIds, this.clock.now()],
    );
  }

  async drop(citizenId: CitizenId, of: readonly Urgency[], code: string): Promise<readonly DroppedMessage[]> {
    const ranks = of.map((urgency) => RANK[urgency]);
    const rows = await this.database.query<{ seq: string; status: string; channel: ChannelKind | null }>(DROP, [
      ...[citizenId, ranks, code, this.clock.now()],
    ]);
    return rows
      .filter(({ status }) => status === 'dropped')
      .map(({ seq, channel }) => ({ id: messageId(citizenId, seq), ...(channel !== null && { channel }) }));
  }

  async recordStatus(said: Parameters<Outbox['recordStatus']>[0]): Promise<void> {
    const place = parseMessageId(said.reference ?? '') ?? (await this.byProviderId(said.channel, said.messageId));
    if (!place) return;
    const { channel, status, code } = said;
    const key = [place.citizenId, place.seq];
    if (!said.elsewhere) {
      const plain = [...key, channel, status, deliveryRank(status), code ?? null, this.clock.now()];
      if ((await this.database.query(PLAIN_STATUS, plain)).length > 0) return;
    }
    await this.database.run(async () => {
      const [row] = await this.database.query<DeliveryRow>(DELIVERY, [...key, this.clock.now()]);
      if (!row) return;
      const before = deliveryOf(row);
      const after = afterWord(before, said);
      if (after === before) return;
      await this.database.query(AFTER_WORD, [
        ...[...key, after.state, after.channel ?? null, after.status ?? null, deliveryRank(after.status)],
        ...[after.tried, after.duplicates, after.code ?? null, after.isKept],
        ...[before.state === 'sent' && after.state === 'waiting', this.clock.now()],
      ]);
    });
  }

  async undelivered(
    channel: ChannelKind,
    urgency: Urgency,
    before: Instant,
    limit: number,
  ): Promise<readonly UndeliveredMessage[]> {
    const rows = await this.database.query<{ citizen_id: string; seq: string; tried: ChannelKind[] }>(UNDELIVERED, [
      ...[channel, RANK[urgency], before, limit],
    ]);
    return rows.map(({ citizen_id, seq, tried }) => ({ id: messageId(citizen_id, seq), citizenId: citizen_id, tried }));
  }

  private async byProviderId(
    channel: ChannelKind,
    id: string,
  ): Promise<{ citizenId: string; seq: number } | undefined> {
    const [row] = await this.database.query<{ citizen_id: string; seq: string }>(
      'select citizen_id, seq from provider_message where channel = $1 and id_hash = $2',
      [channel, this.providerHash(channel, id)],
    );
    return row && { citizenId: row.citizen_id, seq: Number(row.seq) };
  }

  /** What became of a leased message; not when the lease ran out and another worker has it. */
  private async settle(message: LeasedMessage, to: string, parameters: readonly unknown[]): Promise<void> {
    const place = parseMessageId(message.id);
    if (!place) return;
    await this.database.query(
      `update outbox set leased_until = null, ${to}
       where citizen_id = $1 and seq = $2::bigint and attempts = $3::integer and status = 'waiting'`,
      [place.citizenId, place.seq, message.attempts + 1, ...parameters],
    );
  }

  private leased(row: LeasedRow): LeasedMessage {
    const citizenId = row.citizen_id;
    const body = openJson<SealedBody>(this.keys.unwrap(citizenId, row.wrapped), row.sealed, sealedAs(citizenId));
    return {
      ...body,
      citizenId,
      urgency: urgencyAt(row.urgency),
      id: messageId(citizenId, row.seq),
      attempts: row.attempts - 1,
      tried: row.tried,
      heardOn: row.heard_on ?? {},
    };
  }

  /** Providers' ids contain phone numbers. */
  private providerHash(channel: ChannelKind, id: string): Buffer {
    return this.keys.hash(`provider/${channel}/${id}`);
  }
}

// The citizen's first message, if it is due and none of his is under way. Subqueries that give one value are looked up
// by index, row by row, as far as the limit.
const firstsOf = (urgency: number, limit: string): string => `
  select o.citizen_id, o.seq from outbox o
  where o.status = 'waiting' and o.seq > 0 and o.urgency = ${urgency} and o.due_at <= $1::timestamptz
    and o.seq = (select e.seq from outbox e
                 where e.citizen_id = o.citizen_id and e.status = 'waiting' and e.attempts >= 0
                 order by e.urgency, e.seq limit 1)
    and not coalesce((select true from outbox e
                      where e.citizen_id = o.citizen_id and e.status = 'waiting' and e.attempts >= 0
                        and e.leased_until > $1::timestamptz limit 1), false)
  order by o.due_at, o.seq limit ${limit} for update skip locked`;

/** Room that those before have left. */
const roomAfter = (before: readonly Urgency[]): string =>
  ['$2::integer', ...before.map((urgency) => `(select count(*) from ${urgency}_first)`)].join(' - ');

const LEASE = `
with ${urgencies.map((each, at) => `${each}_first as (${firstsOf(RANK[each], roomAfter(urgencies.slice(0, at)))})`).join(', ')},
due as (${urgencies.map((each) => `select * from ${each}_first`).join(' union all ')}
), leased as (
  update outbox o set attempts = o.attempts + 1, due_at = $3::timestamptz, leased_until = $3::timestamptz
  from due where o.citizen_id = due.citizen_id and o.seq = due.seq
  returning o.citizen_id, o.seq, o.urgency, o.attempts, o.tried, o.sealed
)
select l.*, k.wrapped, c.heard_on from leased l
join citizen_key k on k.citizen_id = l.citizen_id left join conversation c on c.citizen_id = l.citizen_id
order by l.urgency, l.seq`;

// What was sent already may be on its way by a channel that has not brought it: then it goes by no other.
const DROP = `
update outbox set sealed = null, leased_until = null,
  code = case when status = 'sent' then code else $3 end,
  due_at = case when status = 'sent' then due_at else $4::timestamptz end,
  status = case when status = 'sent' then 'sent' else 'dropped' end
where citizen_id = $1 and urgency = any($2::smallint[])
  and (status in ('waiting', 'held') or status = 'sent' and sealed is not null)
returning seq, status, channel`;

interface DeliveryRow extends Readonly<Record<string, unknown>> {
  readonly status: Delivery['state'];
  readonly under_way: boolean;
  readonly kept: boolean;
  readonly channel: ChannelKind | null;
  readonly delivery: DeliveryWord | null;
  readonly tried: ChannelKind[];
  readonly duplicates: ChannelKind[];
  readonly code: string | null;
}

const deliveryOf = ({
  status,
  under_way,
  kept,
  channel,
  delivery,
  tried,
  duplicates,
  code,
}: DeliveryRow): Delivery => ({
  state: status,
  isUnderWay: under_way,
  isKept: kept,
  ...(channel !== null && { channel }),
  ...(delivery !== null && { status: delivery }),
  ...(code !== null && { code }),
  tried,
  duplicates,
});

const CAME = deliveryRank('delivered');
// What was dropped while it was taken has left, and goes no further.
const KEPT = `(s.kept and o.status <> 'dropped')`;
const IS_OWN = '(o.channel is not distinct from s.channel)';
const CAME_OTHERWISE = `(o.delivery_rank >= ${CAME} and not ${IS_OWN})`;

// `handedTo` of the domain, for many at once. What has been said is not kept, unless it may still have to be said by
// another channel: then until it has come.
const SENT = `
with said as (
  update outbox o set leased_until = null, sent_at = s.at,
    channel = case when ${CAME_OTHERWISE} then o.channel else s.channel end,
    duplicates = case when ${CAME_OTHERWISE} and s.channel <> all(o.duplicates)
      then array_append(o.duplicates, s.channel) else o.duplicates end,
    status = case when ${IS_OWN} and ${KEPT} and s.channel = any(o.tried) then 'waiting' else 'sent' end,
    due_at = case when ${IS_OWN} and ${KEPT} and s.channel = any(o.tried) then s.at else o.due_at end,
    sealed = case when ${KEPT} and not ${CAME_OTHERWISE} and not (${IS_OWN} and o.delivery_rank >= ${CAME}) then o.sealed end,
    delivery = case when ${IS_OWN} or ${CAME_OTHERWISE} then coalesce(o.delivery, 'sent') else 'sent' end,
    delivery_rank = case when ${IS_OWN} or ${CAME_OTHERWISE} then greatest(o.delivery_rank, 1::smallint) else 1 end
  from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::boolean[])
    as s (citizen_id, seq, channel, at, kept)
  where o.citizen_id = s.citizen_id and o.seq = s.seq
)
insert into provider_message (channel, id_hash, citizen_id, seq)
select * from unnest($6::text[], $7::bytea[], $8::text[], $9::bigint[]) on conflict do nothing`;

// `afterWord` of the domain where only one channel was ever asked, which is nearly always.
const PLAIN_STATUS = `
update outbox set channel = $3, delivery = $4, delivery_rank = $5::smallint, code = coalesce($6, code),
  sealed = case when status = 'sent' and $5::smallint >= ${CAME} then null else sealed end
where citizen_id = $1 and seq = $2::bigint and delivery_rank < $5::smallint and tried = '{}' and duplicates = '{}'
  and (channel is null or channel = $3) and (status = 'sent' or status = 'waiting' and leased_until > $7::timestamptz)
returning 1`;

const DELIVERY = `
select status, coalesce(leased_until > $3::timestamptz, false) as under_way, sealed is not null as kept, channel,
  delivery, tried, duplicates, code
from outbox where citizen_id = $1 and seq = $2::bigint for update`;

const AFTER_WORD = `
update outbox set status = $3, channel = $4, delivery = $5, delivery_rank = $6::smallint, tried = $7::text[],
  duplicates = $8::text[], code = $9, sealed = case when $10::boolean then sealed end,
  due_at = case when $11::boolean then $12::timestamptz else due_at end
where citizen_id = $1 and seq = $2::bigint`;

const UNDELIVERED = `
select citizen_id, seq, tried from outbox
where status = 'sent' and sealed is not null and delivery_rank < ${deliveryRank('failed')} and channel = $1
  and urgency = $2::smallint and sent_at < $3::timestamptz
order by sent_at limit $4::integer`;
