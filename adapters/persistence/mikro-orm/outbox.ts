import type { Clock } from '#application/ports/out/clock.ts';
import type { LeasedMessage, Outbox } from '#application/ports/out/outbox.ts';
import type { NewMessage } from '#application/ports/out/talks.ts';
import type { HeardOn } from '#domain/notification/session-window.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { type Key, openJson, sealJson } from '../sealing/index.ts';
import { messageId, parseMessageId, statusRank } from '../store.ts';
import { columnsOf, type Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';

const sealedAs = (citizenId: CitizenId): string => `outbox/${citizenId}`;

const RANK = { reply: 0, notice: 1 } as const;

type SealedBody = Pick<NewMessage, 'message' | 'language' | 'to' | 'department' | 'answers'>;

/** The columns of new messages, as `NEW_MESSAGES` takes them; those of citizens without a key are left out. */
export function messageColumns(messages: readonly NewMessage[], keys: ReadonlyMap<CitizenId, Key>): unknown[][] {
  const rows = messages.flatMap(({ citizenId, urgency, message, language, to, department, answers }) => {
    const key = keys.get(citizenId);
    if (!key) return [];
    const body: SealedBody = {
      message,
      language,
      ...(to && { to }),
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
      `update outbox set status = 'waiting', due_at = $2::timestamptz, attempts = 0, tried = '{}'
       where citizen_id = any($1::text[]) and status = 'held'`,
      [citizenIds, this.clock.now()],
    );
  }

  async dropHeld(citizenIds: readonly CitizenId[]): Promise<void> {
    await this.database.query(`delete from outbox where citizen_id = any($1::text[]) and status = 'held'`, [
      citizenIds,
    ]);
  }

  async recordStatus(said: Parameters<Outbox['recordStatus']>[0]): Promise<void> {
    const place = parseMessageId(said.reference ?? '') ?? (await this.byProviderId(said.channel, said.messageId));
    if (!place) return;
    await this.database.query(STATUS, [
      ...[place.citizenId, place.seq, said.status, statusRank(said.status), said.code ?? null],
      ...[said.elsewhere ?? false, said.channel, this.clock.now()],
    ]);
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
      urgency: row.urgency === RANK.reply ? 'reply' : 'notice',
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

const LEASE = `
with replies as (${firstsOf(RANK.reply, '$2::integer')}
), notices as (${firstsOf(RANK.notice, '$2::integer - (select count(*) from replies)')}
), due as (select * from replies union all select * from notices
), leased as (
  update outbox o set attempts = o.attempts + 1, due_at = $3::timestamptz, leased_until = $3::timestamptz
  from due where o.citizen_id = due.citizen_id and o.seq = due.seq
  returning o.citizen_id, o.seq, o.urgency, o.attempts, o.tried, o.sealed
)
select l.*, k.wrapped, c.heard_on from leased l
join citizen_key k on k.citizen_id = l.citizen_id left join conversation c on c.citizen_id = l.citizen_id
order by l.urgency, l.seq`;

// What has been said is not kept, unless it may still have to be said by another channel: then until it has come. It may
// have failed, and the channel been crossed out, before we knew that it was sent.
const SENT = `
with said as (
  update outbox o set leased_until = null, sent_at = s.at, channel = s.channel,
    status = case when s.kept and s.channel = any(o.tried) then 'waiting' else 'sent' end,
    due_at = case when s.kept and s.channel = any(o.tried) then s.at else o.due_at end,
    sealed = case when s.kept and o.delivery_rank < ${statusRank('delivered')} then o.sealed end,
    delivery = coalesce(o.delivery, 'sent'), delivery_rank = greatest(o.delivery_rank, 1::smallint)
  from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::boolean[])
    as s (citizen_id, seq, channel, at, kept)
  where o.citizen_id = s.citizen_id and o.seq = s.seq
)
insert into provider_message (channel, id_hash, citizen_id, seq)
select * from unnest($6::text[], $7::bytea[], $8::text[], $9::bigint[]) on conflict do nothing`;

const STATUS = `
update outbox set delivery = $3, delivery_rank = $4::smallint, code = coalesce($5, code),
  tried = case when $6::boolean then array_append(tried, $7::text) else tried end,
  status = case when $6::boolean and status = 'sent' and sealed is not null then 'waiting' else status end,
  due_at = case when $6::boolean and status = 'sent' then $8::timestamptz else due_at end,
  sealed = case when status = 'sent' and $4::smallint >= ${statusRank('delivered')} then null else sealed end
where citizen_id = $1 and seq = $2::bigint and delivery_rank < $4::smallint`;
