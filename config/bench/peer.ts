import { execFile } from 'node:child_process';
import { access, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import {
  openSession,
  PEER_CITIZENS,
  PEER_TABLES,
  peerByDriver,
  peerTurn,
} from '#adapters/persistence/measuring/index.ts';

const run = promisify(execFile);
const CLIENTS = 16;

export interface Peer {
  readonly name: string;
  /** Turns a second. */
  measure(seconds: number): Promise<number>;
}

/** The transaction that a turn cannot do without, by pgbench where one is installed, else by our own driver. */
export async function openPeer(url: string, folder: string): Promise<Peer> {
  const session = await openSession(url);
  await session.run(PEER_TABLES);
  await session.close();
  const program = await programCalled('pgbench');
  if (!program) {
    return { name: `pg driver loop, ${CLIENTS} clients`, measure: (seconds) => peerByDriver(url, CLIENTS, seconds) };
  }
  const script = join(folder, 'peer.sql');
  const chance = `\\set c random(1, ${PEER_CITIZENS})\n\\set m random(1, 1000000000000)\n`;
  await writeFile(script, `${chance}${peerTurn(':c', ':m').join(';\n')};\n`);
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    PATH: process.env.PATH,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
  return {
    name: `pgbench, ${CLIENTS} clients, prepared`,
    measure: async (seconds) => {
      const flags = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', String(seconds), '-f', script];
      const { stdout } = await run(program, flags, { env });
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
    },
  };
}

/** In PATH, or among PostgreSQL's own programs. */
export async function programCalled(name: string): Promise<string | undefined> {
  const distribution = '/usr/lib/postgresql';
  const versions = await readdir(distribution).catch(() => []);
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(distribution, version, 'bin')),
  ];
  for (const folder of folders.filter((each) => each !== '')) {
    const path = join(folder, name);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}
