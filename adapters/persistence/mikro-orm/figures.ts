import type { Figures } from '#application/ports/in/operating.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Instant } from '#domain/shared/time.ts';
import { type Database, instantOf } from './database.ts';

interface QueueRow extends Readonly<Record<string, unknown>> {
  readonly inbox_waiting: string;
  readonly inbox_set_aside: string;
  readonly outbox_waiting: string;
  readonly outbox_dead: string;
  readonly outbox_held: string;
  readonly oldest: unknown;
}

/** Counts only; nothing that tells of a person. */
export async function figuresOf(database: Database, clock: Clock): Promise<Figures> {
  const [queues] = await database.query<QueueRow>(QUEUES, []);
  const rows = await database.query<{ what: string; name: string; count: string; paise: string }>(COUNTS, []);
  const counts = (what: string) =>
    Object.fromEntries(rows.filter((row) => row.what === what).map((row) => [row.name, Number(row.count)]));
  const oldest = queues?.oldest ?? undefined;
  const waited = oldest === undefined ? 0 : Date.parse(clock.now()) - Date.parse(instantOf(oldest));
  return {
    inboxWaiting: Number(queues?.inbox_waiting ?? 0),
    inboxSetAside: Number(queues?.inbox_set_aside ?? 0),
    outboxWaiting: Number(queues?.outbox_waiting ?? 0),
    outboxDead: Number(queues?.outbox_dead ?? 0),
    outboxHeld: Number(queues?.outbox_held ?? 0),
    oldestWaitingSeconds: Math.max(0, waited / 1000),
    applicationsByStatus: counts('application-status'),
    applicationsByService: counts('application-service'),
    paymentsByStatus: counts('payment-status'),
    collectedPaise: rows
      .filter(({ what, name }) => what === 'payment-status' && name === 'paid')
      .reduce((sum, { paise }) => sum + Number(paise), 0),
    sentSegments: counts('sent'),
    sentPaise: Object.fromEntries(
      rows.filter(({ what }) => what === 'sent').map(({ name, paise }) => [name, Number(paise)]),
    ),
  };
}

const QUEUES = `
select (select count(*) from inbox where status = 'waiting') as inbox_waiting,
  (select min(put_at) from inbox where status = 'waiting') as oldest,
  (select count(*) from inbox where status = 'set-aside') as inbox_set_aside,
  (select count(*) from outbox where status = 'waiting') as outbox_waiting,
  (select count(*) from outbox where status = 'dead') as outbox_dead,
  (select count(*) from outbox where status = 'held') as outbox_held`;

const COUNTS = `
select 'application-status' as what, status as name, count(*), 0 as paise from service_application group by status
union all select 'application-service', service_id, count(*), 0 from service_application group by service_id
union all select 'payment-status', status, count(*), sum(amount_paise) from payment group by status
union all select 'sent', coalesce(provider, ''), sum(segments), sum(coalesce(paise, 0)) from channel_log
  where segments is not null and event = 'handed' group by provider`;

/** Deletes what is done and older; also what was stored for a citizen in the moment in which he was erased. */
export async function prune(database: Database, before: Instant): Promise<number> {
  let gone = 0;
  for (const statement of PRUNING) {
    const [row] = await database.query<{ count: string }>(statement, [before]);
    gone += Number(row?.count ?? 0);
  }
  for (const table of ['inbox', 'outbox', 'job', 'conversation']) {
    await database.query(
      `delete from ${table} t where not exists (select 1 from citizen_key k where k.citizen_id = t.citizen_id)`,
      [],
    );
  }
  return gone;
}

const PRUNING = [
  `with gone as (delete from inbox where status = 'done' and put_at < $1::timestamptz returning 1)
   select count(*) from gone`,
  `with gone as (delete from outbox
     where status = 'sent' and sent_at < $1::timestamptz or status = 'dropped' and due_at < $1::timestamptz
     returning citizen_id, seq),
   ids as (delete from provider_message p using gone where p.citizen_id = gone.citizen_id and p.seq = gone.seq)
   select count(*) from gone`,
  `with gone as (delete from one_time_password where touched_at < $1::timestamptz returning 1) select count(*) from gone`,
  `with gone as (delete from link_code where expires_at < $1::timestamptz returning 1) select count(*) from gone`,
  `with gone as (delete from used_ticket where until < $1::timestamptz returning 1) select count(*) from gone`,
  `with gone as (delete from office_session where expires_at < $1::timestamptz returning 1) select count(*) from gone`,
];
