import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdtemp, open, readFile, readlink, realpath, rename, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Log } from '#application/ports/out/log.ts';
import { type Account, canEnter, makePassable } from './account.ts';
import { DatabaseCannotStart } from './errors.ts';

/** How to reach the database in a folder; kept there, readable by its owner only. */
export interface Connection {
  readonly port: number;
  readonly password: string;
  /** Of PostgreSQL's own user `postgres`, for maintenance by hand. */
  readonly superuserPassword: string;
}

/** The data of this folder, wherever it is kept; absent when none was made yet. */
export async function existingData(directory: string): Promise<string | undefined> {
  const path = join(directory, 'data');
  const entry = await lstat(path).catch(noneIfAbsent);
  if (!entry?.isSymbolicLink()) return entry && path;
  const data = await realpath(path).catch(() => undefined);
  if (data) return data;
  throw new DatabaseCannotStart(
    `The database of ${directory} is kept in ${await readlink(path)}, which is gone: put it back, or remove ${path} to begin anew.`,
  );
}

/**
 * Where new data goes: into the folder itself; when the account cannot get there (a home folder of root's is closed to all),
 * into one of its own below `sharedFolder`.
 */
export async function placeForData(
  directory: string,
  account: Account,
  sharedFolder: string,
  log: Log,
): Promise<string> {
  if (await canEnter(account, directory)) return directory;
  await makePassable(sharedFolder);
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const place = await mkdtemp(join(sharedFolder, `${name}-`));
  await chmod(place, 0o711);
  if (!(await canEnter(account, place))) {
    await rmdir(place);
    throw new DatabaseCannotStart(
      `PostgreSQL does not run as root, and user ${account.uid} can enter neither ${directory} nor ${sharedFolder}: choose a DATA_DIR that all may pass through (chmod o+x).`,
    );
  }
  log.warn('postgres.data-kept-elsewhere', { directory, place });
  return place;
}

export async function readVersion(data: string): Promise<number> {
  const text = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(noneIfAbsent);
  const major = Number.parseInt(text ?? '', 10);
  if (Number.isNaN(major))
    throw new DatabaseCannotStart(`${data} is not a folder of PostgreSQL: it has no PG_VERSION.`);
  return major;
}

export async function readConnection(directory: string): Promise<Connection | undefined> {
  const path = join(directory, 'connection.json');
  const text = await readFile(path, 'utf8').catch(noneIfAbsent);
  if (text === undefined) return undefined;
  try {
    const { port, password, superuserPassword } = JSON.parse(text) as Partial<Connection>;
    if (port && password && superuserPassword) return { port, password, superuserPassword };
  } catch {
    // Said below, in the same words.
  }
  throw new DatabaseCannotStart(
    `${path} is damaged: put it back from the backup, for it holds the database's passwords.`,
  );
}

/** Survives a power cut: without the passwords nobody could read the data any more. */
export async function writeConnection(directory: string, connection: Connection): Promise<void> {
  const path = join(directory, 'connection.json');
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(connection)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

function noneIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

export const newConnection = async (): Promise<Connection> => ({
  port: await freePort(),
  password: randomBytes(24).toString('base64url'),
  superuserPassword: randomBytes(24).toString('base64url'),
});

/** `wanted` if nobody listens there, else one that the system gives. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? Promise.reject(new DatabaseCannotStart('No port is free.'));
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}
