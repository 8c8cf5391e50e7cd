import { once } from 'node:events';
import { chownSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { accountFor, canEnter } from '#adapters/persistence/embedded-postgres/account.ts';
import {
  DatabaseFolderInUse,
  DatabaseVersionDiffers,
  joinEmbeddedPostgres,
  openEmbeddedPostgres,
} from '#adapters/persistence/embedded-postgres/index.ts';
import { hasEnded } from '#adapters/persistence/embedded-postgres/living.ts';
import { bench, isRoot, pidOfPostgres, query } from './kit.ts';

const { log, said, folder, usedFolder, keep, owner, bystander, clean, end } = bench();
afterEach(clean, 60_000);
afterAll(end);

const installedHere = readdirSync('/usr/lib', { withFileTypes: true }).some(({ name }) => name === 'postgresql');

describe('openEmbeddedPostgres', { timeout: 60_000 }, () => {
  it('keeps data, address and password from one start to the next', async () => {
    const directory = join(await folder(), 'data', 'postgres');
    const first = await keep(openEmbeddedPostgres({ directory, log }));
    await query(first.url, `create table notice (text text); insert into notice values ('नमस्ते')`);
    await first.stop();
    const second = await keep(openEmbeddedPostgres({ directory, log }));
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select text from notice')).toEqual([{ text: 'नमस्ते' }]);
  });

  it('gives a durable UTF-8 database to a user who is not a superuser, on the loopback address alone', async () => {
    const { url, owned } = await keep(openEmbeddedPostgres({ directory: await folder(), log, database: 'talks' }));
    const [row] = await query(
      url,
      `select current_database() as name, usesuper, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commits, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as listens, current_setting('data_checksums') as checksums
       from pg_user where usename = current_user`,
    );
    expect(owned).toBe(true);
    expect(row).toEqual({
      name: 'talks',
      usesuper: false,
      fsync: 'on',
      commits: 'on',
      encoding: 'UTF8',
      listens: '127.0.0.1',
      checksums: 'on',
    });
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const directory = await usedFolder();
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(directory, 'connection.json')).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that this process has open already', async () => {
    const directory = await usedFolder();
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    await expect(openEmbeddedPostgres({ directory, log })).rejects.toThrow(DatabaseFolderInUse);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a folder that another living process has open, and says which process', async () => {
    const directory = await usedFolder();
    const { child } = await owner(directory);
    await expect(openEmbeddedPostgres({ directory, log })).rejects.toThrow(`in use by process ${child.pid}`);
  });

  it('ends the PostgreSQL that a killed process left behind, and has its data', async () => {
    const directory = await usedFolder();
    const { child, printed } = await owner(directory);
    await query(printed.url ?? '', 'create table kept as select 7 as number');
    const orphan = await pidOfPostgres(directory);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    expect(said).toContain('postgres.orphan-ended');
    expect(await pidOfPostgres(directory)).not.toBe(orphan);
    expect(await query(url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('takes PostgreSQL along when the process exits without stopping it', async () => {
    const directory = await usedFolder();
    const { child } = await owner(directory);
    const postgres = await pidOfPostgres(directory);
    child.stdin.write('exit');
    await once(child, 'exit');
    expect(await hasEnded(postgres, 20_000)).toBe(true);
    await expect(stat(join(directory, 'owner.lock'))).rejects.toThrow('ENOENT');
  });

  it('lets one of two processes have the folder when both start at the same moment', async () => {
    const directory = await folder();
    const both = await Promise.all([owner(directory), owner(directory)]);
    const [one, other] = both.map(({ printed }) => printed).sort((a) => (a.url ? -1 : 1));
    expect(await query(one?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(other?.error).toContain('is in use by process');
  });

  it('starts PostgreSQL anew on the same address when it dies', async () => {
    const directory = await usedFolder();
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    await query(url, 'create table kept as select 7 as number');
    process.kill(await pidOfPostgres(directory), 'SIGKILL');
    await vi.waitFor(() => expect(said).toContain('postgres.restarted'), { timeout: 30_000, interval: 20 });
    expect(said).toContain('postgres.died');
    expect(await query(url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('does not start PostgreSQL anew after it was stopped', async () => {
    const directory = await usedFolder();
    const database = await keep(openEmbeddedPostgres({ directory, log }));
    await database.stop();
    expect(said).toEqual([]);
    await expect(stat(join(directory, 'data', 'postmaster.pid'))).rejects.toThrow('ENOENT');
    await expect(stat(join(directory, 'owner.lock'))).rejects.toThrow('ENOENT');
  });

  it('stops for good even while PostgreSQL is being started anew', async () => {
    const directory = await usedFolder();
    const database = await keep(openEmbeddedPostgres({ directory, log }));
    process.kill(await pidOfPostgres(directory), 'SIGKILL');
    await vi.waitFor(() => expect(said).toContain('postgres.died'), { timeout: 30_000, interval: 5 });
    await database.stop();
    await expect(query(database.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('takes a folder whose lock names a process that is not the one that wrote it', async () => {
    const directory = await usedFolder();
    await writeFile(join(directory, 'owner.lock'), JSON.stringify({ pid: process.pid, life: 'another boot/1' }));
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it("does not mistake a program of PostgreSQL's own user for it when a stale postmaster.pid names its number", async () => {
    const directory = await usedFolder();
    const { uid, gid } = await stat(join(directory, 'data'));
    const other = bystander({ uid, gid });
    await writeFile(join(directory, 'data', 'postmaster.pid'), `${other.pid}\n${join(directory, 'data')}\n`);
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(other.exitCode ?? other.signalCode).toBeNull();
  });

  it('begins again when making the database was cut short', async () => {
    const directory = await folder();
    await mkdir(join(directory, 'data.unfinished', 'pgdata'), { recursive: true });
    await writeFile(join(directory, 'data.unfinished', 'pgdata', 'PG_VERSION'), '18');
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says so when the data are of a PostgreSQL that is not here', async () => {
    const directory = await folder();
    await mkdir(join(directory, 'data'));
    await writeFile(join(directory, 'data', 'PG_VERSION'), '9.6\n');
    const opening = openEmbeddedPostgres({ directory, log });
    await expect(opening).rejects.toThrow(DatabaseVersionDiffers);
    await expect(opening).rejects.toThrow('made by PostgreSQL 9');
  });

  it('says so when the file with the passwords is missing or damaged', async () => {
    const directory = await usedFolder();
    await writeFile(join(directory, 'connection.json'), '{"port":');
    await expect(openEmbeddedPostgres({ directory, log })).rejects.toThrow('connection.json is damaged');
    await rm(join(directory, 'connection.json'));
    await expect(openEmbeddedPostgres({ directory, log })).rejects.toThrow('connection.json is missing');
  });

  it.skipIf(!installedHere)(
    "runs the distribution's PostgreSQL when told to (skipped where none is installed)",
    async () => {
      const directory = await folder();
      const { url } = await keep(openEmbeddedPostgres({ directory, log, sources: ['installed'] }));
      expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    },
  );

  it('says so when the folder cannot be made', async () => {
    const directory = join(await folder(), 'a file');
    await writeFile(directory, '');
    await expect(openEmbeddedPostgres({ directory, log })).rejects.toThrow(
      `The database in ${directory} cannot be used`,
    );
  });

  it('says so when there is no PostgreSQL at all', async () => {
    const opening = openEmbeddedPostgres({ directory: await folder(), log, sources: [] });
    await expect(opening).rejects.toThrow('No PostgreSQL runs on this machine');
  });
});

describe.skipIf(!isRoot)('openEmbeddedPostgres as root (skipped for any other user)', { timeout: 60_000 }, () => {
  it('runs PostgreSQL as a user who is not root', async () => {
    const directory = await folder();
    await keep(openEmbeddedPostgres({ directory, log }));
    expect((await stat(join(directory, 'data'))).uid).not.toBe(0);
  });

  it('gives data that came back from a backup as root to that user again', async () => {
    const directory = await usedFolder();
    for (const name of ['', ...readdirSync(join(directory, 'data'), { recursive: true, encoding: 'utf8' })])
      chownSync(join(directory, 'data', name), 0, 0);
    const { url } = await keep(openEmbeddedPostgres({ directory, log }));
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps the data elsewhere, with a link to them, when that user cannot reach the folder', async () => {
    const closed = await folder(0o700);
    const sharedFolder = await folder();
    const directory = join(closed, 'clone', 'data', 'postgres');
    const first = await keep(openEmbeddedPostgres({ directory, log, sharedFolder }));
    await query(first.url, 'create table kept as select 7 as number');
    await first.stop();
    expect(said).toEqual(['postgres.data-kept-elsewhere']);
    expect(await readlink(join(directory, 'data'))).toContain(sharedFolder);
    const second = await keep(openEmbeddedPostgres({ directory, log, sharedFolder }));
    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('does not quietly begin anew when data kept elsewhere are gone', async () => {
    const sharedFolder = await folder();
    const directory = join(await folder(0o700), 'postgres');
    await (await keep(openEmbeddedPostgres({ directory, log, sharedFolder }))).stop();
    await rm(await readlink(join(directory, 'data')), { recursive: true });
    await expect(openEmbeddedPostgres({ directory, log, sharedFolder })).rejects.toThrow('which is gone');
  });

  it('works as well for a process that is not root', async ({ skip }) => {
    const directory = await folder();
    const account = await accountFor(directory);
    if (!(await canEnter(account, import.meta.dirname))) skip('the checkout is closed to other users');
    chownSync(directory, account.uid ?? 0, account.gid ?? 0);
    const { printed } = await owner(directory, account);
    expect(printed.uid).toBe(account.uid);
    expect(await query(printed.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('joinEmbeddedPostgres', { timeout: 60_000 }, () => {
  it('finds the database that another process runs, and leaves it running', async () => {
    const directory = await usedFolder();
    const { printed } = await owner(directory);
    const joined = await joinEmbeddedPostgres({ directory });
    await joined?.stop();
    expect(joined).toMatchObject({ url: printed.url, owned: false });
    expect(await query(joined?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('finds none where nobody runs one', async () => {
    const directory = await folder();
    await writeFile(join(directory, 'owner.lock'), JSON.stringify({ pid: 1, life: 'another boot/1' }));
    expect(await joinEmbeddedPostgres({ directory })).toBeUndefined();
    expect(await readFile(join(directory, 'owner.lock'), 'utf8')).toContain('another boot');
  });
});
