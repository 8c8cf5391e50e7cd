import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#domain/shared/language.ts';
import type { PageTexts } from './shell.ts';

/** Texts for pages from `<folder>/<language>/<context>.json`; read once each. */
export function pageTextsIn(folder: string): PageTexts {
  const read = new Map<string, Readonly<Record<string, string>>>();
  return (context: string, language: Language) => {
    const file = join(folder, language, `${context}.json`);
    const texts = read.get(file) ?? Object.fromEntries(flat(JSON.parse(readFileSync(file, 'utf8')), ''));
    read.set(file, texts);
    return texts;
  };
}

/** `{ desk: { title } }` as `desk.title`. */
const flat = (value: unknown, key: string): [string, string][] =>
  typeof value === 'string'
    ? [[key, value]]
    : Object.entries(value ?? {}).flatMap(([name, inner]) => flat(inner, key ? `${key}.${name}` : name));
