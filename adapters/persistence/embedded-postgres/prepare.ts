import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import type { Log } from '#application/ports/out/log.ts';
import { type Account, accountFor, canEnter, giveTo } from './account.ts';
import { type Binaries, type BinarySource, findBinaries } from './binaries.ts';
import { makeCluster } from './cluster.ts';
import { DatabaseCannotStart } from './errors.ts';
import {
  type Connection,
  existingData,
  freePort,
  newConnection,
  placeForData,
  readConnection,
  readVersion,
  writeConnection,
} from './folder.ts';
import { end, lifeOf, servesFolder } from './living.ts';

/** All that a PostgreSQL needs before it is started. */
export interface Prepared {
  readonly data: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly connection: Connection;
}

export interface PrepareOptions {
  readonly log: Log;
  /** Whose programs to try, in this order. */
  readonly sources?: readonly BinarySource[];
  /** As root only: for what PostgreSQL's user cannot reach where it lies. */
  readonly sharedFolder?: string;
}

/** Finds the programs, makes the data when there is none, and ends whatever was left running on it. */
export async function prepare(directory: string, options: PrepareOptions): Promise<Prepared> {
  const { log, sources = ['packaged', 'installed'], sharedFolder = '/var/lib/ek-sandesh' } = options;
  const data = await existingData(directory);
  const account = await accountFor(data ?? join(directory, 'data'));
  const known = await readConnection(directory);
  const major = data === undefined ? undefined : await readVersion(data);
  const binaries = await findBinaries({ directory, account, major, sources, sharedFolder });
  const connection = { ...(known ?? (await newConnection())), port: await freePort(known?.port) };
  if (data === undefined) {
    await writeConnection(directory, connection);
    const place = await placeForData(directory, account, sharedFolder, log);
    const { superuserPassword } = connection;
    return {
      account,
      binaries,
      connection,
      data: await makeCluster({ directory, place, account, binaries, superuserPassword }),
    };
  }
  if (!known)
    throw new DatabaseCannotStart(
      `${join(directory, 'connection.json')} is missing: put it back from the backup, for it holds the database's passwords.`,
    );
  await claim(data, account, log);
  return { account, binaries, connection, data };
}

/** Sees to it that the account can use existing data, and that nobody else does. */
async function claim(data: string, account: Account, log: Log): Promise<void> {
  if (!(await canEnter(account, join(data, '..'))))
    throw new DatabaseCannotStart(
      `PostgreSQL does not run as root, and user ${account.uid} cannot enter ${data}: let all pass through the folders above it (chmod o+x).`,
    );
  if (account.uid !== undefined && (await stat(data)).uid !== account.uid) await giveTo(account, data);
  await endLeftover(data, log);
}

/** Nobody of ours owns the folder, so a PostgreSQL that still runs on it was left behind by a process that was killed. */
async function endLeftover(data: string, log: Log): Promise<void> {
  const path = join(data, 'postmaster.pid');
  const [first = '', ...rest] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(first, 10);
  if (!(pid > 0) || (await lifeOf(pid)) === undefined) return;
  if (!(await servesFolder(pid, data))) {
    // In a container numbers come again soon, and PostgreSQL takes any living process of its user for a rival, but not its
    // parent: us. The other lines stay, by which it sees whether children of the old one still hold its memory.
    if (platform !== 'win32') await writeFile(path, [process.pid, ...rest].join('\n'));
    return;
  }
  log.warn('postgres.orphan-ended', { pid });
  if (!(await end(pid)))
    throw new DatabaseCannotStart(`A PostgreSQL left over on ${data} does not end: end process ${pid} by hand.`);
}
