import { mkdir, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import { type Account, giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import { run } from './command.ts';
import { DatabaseCannotStart } from './errors.ts';

/**
 * Makes an empty database in `place`/data and, when that is not in `directory`, leaves a link there.
 * The folder gets its name only when it is complete, so a start that was cut short is simply done again.
 */
export async function makeCluster(options: {
  readonly directory: string;
  readonly place: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly superuserPassword: string;
}): Promise<string> {
  const { directory, place, account, binaries } = options;
  const unfinished = join(place, 'data.unfinished');
  const pgdata = join(unfinished, 'pgdata');
  const passwordFile = join(unfinished, 'password');
  const data = join(place, 'data');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(pgdata, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, options.superuserPassword, { mode: 0o600 });
  await giveTo(account, unfinished);
  // Windows and older macOS do not know C.UTF-8; C sorts alike.
  const locale = platform === 'linux' ? 'C.UTF-8' : 'C';
  const made = await run(
    binaries.initdb,
    [
      `--pgdata=${pgdata}`,
      `--pwfile=${passwordFile}`,
      `--locale=${locale}`,
      '--username=postgres',
      '--encoding=UTF8',
      '--auth=scram-sha-256',
      '--data-checksums',
      '--no-instructions',
    ],
    account,
  );
  if (made.code !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    if (place !== directory) await rmdir(place);
    throw new DatabaseCannotStart(`PostgreSQL could not make its folder ${data}: ${lastLine(made.stderr)}`);
  }
  await rename(pgdata, data);
  await rm(unfinished, { recursive: true, force: true });
  if (place !== directory) await symlink(data, join(directory, 'data'));
  return data;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
