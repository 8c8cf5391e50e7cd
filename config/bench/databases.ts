import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConnection } from '#adapters/persistence/embedded-postgres/folder.ts';
import { openEmbeddedPostgres } from '#adapters/persistence/embedded-postgres/index.ts';
import { openSession } from '#adapters/persistence/measuring/index.ts';

export interface BenchServer {
  readonly version: string;
  /** For the platforms' own files. */
  readonly folder: string;
  /** An empty database of our own; returns its address. */
  create(): Promise<string>;
  /** Drops what was made, and ends the server if it is ours. */
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined, alarm: () => undefined };

/** The server of DATABASE_URL, on which nothing that is there is touched; else an embedded one of our own. */
export async function openBenchServer(databaseUrl: string | undefined): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-bench-'));
  await chmod(folder, 0o755);
  const embedded = databaseUrl === undefined ? await embeddedIn(join(folder, 'postgres')) : undefined;
  const maintenance = databaseUrl ?? embedded?.url ?? '';
  const session = await openSession(maintenance);
  const [row] = await session.run(`select current_setting('server_version') as version`);
  const made: string[] = [];
  return {
    version: String(row?.version),
    folder,
    create: async () => {
      const name = `bench_${randomBytes(6).toString('hex')}`;
      await session.run(`create database ${name}`);
      made.push(name);
      return withDatabase(maintenance, name);
    },
    close: async () => {
      for (const name of made) await session.run(`drop database if exists ${name} with (force)`);
      await session.close();
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function embeddedIn(directory: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { url, stop } = await openEmbeddedPostgres({ directory, log: silent });
  const connection = await readConnection(directory);
  const asSuperuser = new URL(withDatabase(url, 'postgres'));
  asSuperuser.username = 'postgres';
  asSuperuser.password = connection?.superuserPassword ?? '';
  return { url: asSuperuser.href, stop };
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
