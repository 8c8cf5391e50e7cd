import { readdir, readFile } from 'node:fs/promises';
import type { MessageTemplate } from '#domain/notification/message-template.ts';

const folder = new URL('templates/whatsapp/', import.meta.url);

/** The registry of approved texts: one file for each, in all its languages. */
export async function loadTemplates(): Promise<readonly MessageTemplate[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as MessageTemplate),
  );
}
