import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseFolderInUse } from './errors.ts';
import { lifeOf } from './living.ts';

export interface Lock {
  /** At once, so that it can be called while the process exits. */
  release(): void;
}

interface Owner {
  readonly pid: number;
  readonly life: string;
}

/** Makes this process the only owner of the folder. @throws DatabaseFolderInUse */
export async function takeLock(directory: string): Promise<Lock> {
  const path = join(directory, 'owner.lock');
  const own = join(directory, `owner.${randomUUID()}`);
  await writeFile(own, JSON.stringify({ pid: process.pid, life: await lifeOf(process.pid) }), { mode: 0o600 });
  try {
    // A link appears whole or not at all, so nobody reads a half-written owner.
    while (!(await linked(own, path))) await removeDead(directory, path);
  } finally {
    await rm(own, { force: true });
  }
  return { release: () => rmSync(path, { force: true }) };
}

/** The living process that owns the folder, if there is one. */
export async function ownerOf(directory: string): Promise<number | undefined> {
  const owner = parse(await readFile(join(directory, 'owner.lock'), 'utf8').catch(() => ''));
  return owner && (await isAlive(owner)) ? owner.pid : undefined;
}

async function removeDead(directory: string, path: string): Promise<void> {
  const seen = await readFile(path, 'utf8').catch(() => undefined);
  if (seen === undefined) return;
  const owner = parse(seen);
  if (owner && (await isAlive(owner))) throw new DatabaseFolderInUse(directory, owner.pid);
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  const taken = await readFile(aside, 'utf8').catch(() => seen);
  // Between reading and renaming another process may have taken the folder: give it back.
  if (taken !== seen) await linked(aside, path);
  await rm(aside, { force: true });
}

const isAlive = async ({ pid, life }: Owner): Promise<boolean> => (await lifeOf(pid)) === life;

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined;
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
