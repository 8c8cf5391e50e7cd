import { chmod, lchown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './command.ts';
import { DatabaseCannotStart } from './errors.ts';

/** The user that PostgreSQL runs as; empty: the one we run as ourselves. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Whoever owns the data already runs it; for new data it is the machine's `postgres`
 * user, else `nobody`: initdb needs one that stands in /etc/passwd.
 */
export async function accountFor(dataFolder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = parseUsers(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  const account = users.get('postgres') ?? users.get('nobody');
  if (account) return account;
  throw new DatabaseCannotStart(
    'PostgreSQL does not run as root, and there is no other user to run it as: add one with "useradd --system postgres".',
  );
}

export function parseUsers(passwd: string): Map<string, Account> {
  const users = new Map<string, Account>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && Number(uid) > 0 && Number(gid) > 0) users.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return users;
}

/** Whether the account may pass through every folder down to this one. Asked of the system, which knows ACLs and mounts too. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  if (account.uid === undefined) return true;
  return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account)).code === 0;
}

/** Makes a folder of ours, whatever the umask. As root, PostgreSQL's user must pass through it, but need not list it. */
export async function makePassable(directory: string): Promise<void> {
  const asRoot = process.getuid?.() === 0;
  const first = await mkdir(directory, { recursive: true, mode: asRoot ? 0o711 : 0o700 });
  if (!asRoot) return;
  for (let made = directory; first && made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
  if (!first) await chmod(directory, 0o711);
}

/** Gives a folder and all that is in it to the account; does nothing when we are not root. */
export async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await lchown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), uid, gid);
}
