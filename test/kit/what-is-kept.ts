import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestDatabase } from './postgres.ts';

/** Every row of every table, as text; bytes as they are. */
export async function tablesOf(database: TestDatabase): Promise<readonly { name: string; text: string }[]> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const dumped: { name: string; text: string }[] = [];
  for (const { name } of tables) {
    const rows = await database.query<Record<string, unknown>>(`select * from "${name}"`);
    const texts = rows.flatMap((row) => Object.values(row)).map(readable);
    dumped.push({ name, text: texts.join('\n') });
  }
  return dumped;
}

const readable = (value: unknown): string =>
  Buffer.isBuffer(value) ? `${value.toString('latin1')} ${value.toString('utf8')}` : JSON.stringify(value);

/** Every file below a folder, as it is. */
export async function filesIn(folder: string): Promise<readonly { path: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path, text: await readFile(path, 'latin1') };
      }),
  );
}
