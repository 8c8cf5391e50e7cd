import pg from 'pg';

// For `npm run bench` alone: databases of its own, what is measured against, and citizens by the million.

export interface Session {
  run(text: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openSession(url: string): Promise<Session> {
  const client = new pg.Client({ connectionString: url });
  // A server that ends before us is not our affair.
  client.on('error', () => undefined);
  await client.connect();
  return { run: async (text) => (await client.query(text)).rows, close: () => client.end() };
}

/** Conversations of the peer: more than fit into one page, fewer than would leave the memory. */
export const PEER_CITIZENS = 20_000;

export const PEER_TABLES = `
create table peer_inbox (id bigserial primary key, citizen integer not null, source bigint not null, body text not null,
  unique (citizen, source));
create table peer_conversation (id integer primary key, state text not null);
create table peer_outbox (id bigserial primary key, citizen integer not null, body text not null);
insert into peer_conversation select n, rpad('', 900, md5(n::text)) from generate_series(1, ${PEER_CITIZENS}) n;
analyze;`;

/** What a turn of a chat asks of a database at the very least, statement by statement: the citizen, a number never seen. */
export const peerTurn = (citizen: string, source: string): readonly string[] => [
  'begin',
  `insert into peer_inbox (citizen, source, body) values (${citizen}, ${source}, rpad('', 300, 'm')) on conflict do nothing`,
  `select state from peer_conversation where id = ${citizen} for update`,
  `update peer_conversation set state = rpad('', 900, 's') where id = ${citizen}`,
  `insert into peer_outbox (citizen, body) values (${citizen}, rpad('', 300, 'r')), (${citizen}, rpad('', 300, 'r'))`,
  'commit',
];

/** The peer's turns a second by this process's driver, where no pgbench is installed. */
export async function peerByDriver(url: string, clients: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let turns = 0;
  const one = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (; performance.now() < end; turns += 1) {
      const citizen = 1 + Math.floor(Math.random() * PEER_CITIZENS);
      const source = Math.floor(Math.random() * 1e15);
      for (const text of peerTurn('$1::integer', '$2::bigint')) {
        const values = [citizen, source].slice(0, text.includes('$2') ? 2 : text.includes('$1') ? 1 : 0);
        await client.query(values.length > 0 ? { name: text.slice(0, 40), text, values } : text);
      }
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: clients }, one));
  return turns / seconds;
}

/**
 * Citizens with a talk each, a message heard and one said. Nobody can open what is "sealed", which only has the size
 * of what would be. Nothing here is ever asked for.
 */
export const seededCitizens = (count: number): readonly string[] => [
  // What is lost in a crash here is not missed.
  'set synchronous_commit = off',
  `create temporary view one as select 'seed-' || n as id, n from generate_series(1, ${count}) n`,
  `insert into citizen_key select id, ${bytes(61)} from one`,
  `insert into citizen select id, ${bytes(260)} from one`,
  `insert into contact_point select sha256(id::bytea), id from one`,
  `insert into conversation select id, ${bytes(600)}, now() - n * interval '1 second' from one`,
  `insert into inbox (citizen_id, source_hash, status, put_at, due_at)
   select id, sha256(id::bytea), 'done', now(), now() from one`,
  `insert into outbox (citizen_id, urgency, status, due_at, channel, sent_at, delivery, delivery_rank)
   select id, 0, 'sent', now(), 'whatsapp', now(), 'sent', 1 from one`,
  `insert into provider_message select 'whatsapp', sha256((citizen_id || seq)::bytea), citizen_id, seq from outbox`,
  'vacuum analyze',
  'checkpoint',
];

const bytes = (length: number): string => `decode(rpad(md5(n::text), ${2 * length}, md5((n + 1)::text)), 'hex')`;
