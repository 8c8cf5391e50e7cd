import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConnection } from '#adapters/persistence/embedded-postgres/folder.ts';
import { openEmbeddedPostgres } from '#adapters/persistence/embedded-postgres/index.ts';
import { migrate } from '#adapters/persistence/mikro-orm/index.ts';

/** Where the test run's server is; set by `startPostgres`, and inherited by the workers. */
const SERVER = 'TEST_POSTGRES_URL';
const TEMPLATE = 'template_ek_sandesh';
/** SQLSTATE duplicate_database. */
const ALREADY_THERE = '42P04';
/** SQLSTATE object_in_use. */
const IN_USE = '55006';
const silent = { info: () => undefined, warn: () => undefined, alarm: () => undefined };

/** One server for the whole test run, with a migrated template. To be vitest's globalSetup; returns what ends it. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const given = process.env[SERVER];
  if (given !== undefined) {
    await makeTemplate(given);
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ek-sandesh-test-'));
  await chmod(folder, 0o755);
  const directory = join(folder, 'postgres');
  const server = await openEmbeddedPostgres({ directory, log: silent });
  await letMakeDatabases(server.url, directory);
  process.env[SERVER] = server.url;
  await makeTemplate(server.url);
  return async () => {
    delete process.env[SERVER];
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export interface TestDatabase {
  readonly url: string;
  /** Deletes all rows. */
  clear(): Promise<void>;
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A fresh database on the test run's server, with all tables unless it shall be `empty`. */
export async function aDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = process.env[SERVER];
  if (server === undefined)
    throw new Error('no server: the test belongs into a project that starts one (vitest.config.ts)');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}${empty ? '' : ` template ${TEMPLATE}`}`);
  const url = withDatabase(server, name);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return {
    url,
    query: async (text, parameters = []) => (await client.query(text, [...parameters])).rows,
    clear: async () => {
      const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
      );
      // Quicker than TRUNCATE for the few rows of a test.
      await client.query(rows.map((row) => `delete from "${row.name}"`).join('; '));
    },
    drop: async () => {
      await client.end();
      // Plainly first: it waits for the server's own workers, which `force` may not end.
      await once(server, `drop database ${name}`).catch((error) => {
        if (error.code !== IN_USE) throw error;
        return once(server, `drop database ${name} with (force)`);
      });
    },
  };
}

async function makeTemplate(server: string): Promise<void> {
  await once(server, `create database ${TEMPLATE}`).catch((error) => {
    if (error.code !== ALREADY_THERE) throw error;
  });
  await migrate(withDatabase(server, TEMPLATE));
}

/** The platform's own user may not; the tests' server is only for them. */
async function letMakeDatabases(url: string, directory: string): Promise<void> {
  const connection = await readConnection(directory);
  if (!connection) throw new Error('the test server left no connection');
  const asSuperuser = new URL(url);
  asSuperuser.username = 'postgres';
  asSuperuser.password = connection.superuserPassword;
  asSuperuser.pathname = '/postgres';
  const role = new URL(url).username;
  await once(asSuperuser.href, `alter role ${role} createdb`);
  // Nothing on this server has to outlive a power cut.
  await once(asSuperuser.href, `alter role ${role} set synchronous_commit = off`);
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
