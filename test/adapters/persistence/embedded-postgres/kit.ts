import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#adapters/persistence/embedded-postgres/index.ts';

export const isRoot = process.getuid?.() === 0;

/** Temporary folders, databases and processes; `clean` ends and removes them all. */
export function bench() {
  const folders: string[] = [];
  const databases: EmbeddedPostgres[] = [];
  const children: ChildProcess[] = [];
  const said: string[] = [];
  const say = (event: string) => void said.push(event);

  /** One that every user may pass through, so that only what a test closes is closed. */
  async function folder(mode = 0o755): Promise<string> {
    const made = mkdtempSync(join(tmpdir(), 'ek-sandesh-pg-'));
    folders.push(made);
    await chmod(made, mode);
    return made;
  }

  const log = { info: say, warn: say, alarm: say };

  let used: Promise<string> | undefined;
  async function makeUsed(): Promise<string> {
    const directory = mkdtempSync(join(tmpdir(), 'ek-sandesh-pg-'));
    await chmod(directory, 0o755);
    await (await openEmbeddedPostgres({ directory, log })).stop();
    return directory;
  }

  return {
    said,
    log,
    folder,
    /** One whose database was made before, and ended in order; a copy takes a tenth of the time of making it. */
    async usedFolder(): Promise<string> {
      used ??= makeUsed();
      const copy = await folder();
      await promisify(execFile)('cp', ['-a', `${await used}/.`, copy]);
      said.splice(0);
      return copy;
    },
    async keep(opening: Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> {
      const database = await opening;
      databases.push(database);
      return database;
    },
    /** Another process of ours on the folder, with what it printed first. */
    async owner(directory: string, account: { uid?: number; gid?: number } = {}) {
      const script = fileURLToPath(new URL('./owner.ts', import.meta.url));
      const child = spawn(process.execPath, [script, directory], { ...account, stdio: ['pipe', 'pipe', 'inherit'] });
      children.push(child);
      const [line] = await once(createInterface({ input: child.stdout }), 'line');
      return { child, printed: JSON.parse(String(line)) as { url?: string; uid?: number; error?: string } };
    },
    /** A program that has nothing to do with us and waits. */
    bystander(account: { uid: number; gid: number }): ChildProcess {
      const child = spawn('cat', { ...account, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
      children.push(child);
      return child;
    },
    async clean(): Promise<void> {
      for (const child of children.splice(0)) await endOf(child);
      for (const database of databases.splice(0)) await database.stop();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
      said.splice(0);
    },
    async end(): Promise<void> {
      const directory = await used;
      if (directory) rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.stdin?.end();
  await exit;
}

export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export const pidOfPostgres = async (directory: string): Promise<number> =>
  Number.parseInt(await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8'), 10);
