import { readdir, readFile } from 'node:fs/promises';
import { type Language, languages } from '#domain/shared/language.ts';
import { services } from './services/index.ts';

/** Sentences by key; keys are nested by their dots. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

const here = new URL('./', import.meta.url);

/** All sentences of this installation: those of `locales/<language>/`, and each service's own under `services.<id>`. */
export async function loadTexts(): Promise<Record<Language, Texts>> {
  const loaded = await Promise.all(languages.map(async (language) => [language, await textsIn(language)] as const));
  return Object.fromEntries(loaded) as Record<Language, Texts>;
}

async function textsIn(language: Language): Promise<Texts> {
  const folder = new URL(`locales/${language}/`, here);
  // Words for numbers are lists for printing, not sentences by key.
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'numbers.json').toSorted();
  const shared = await Promise.all(names.map((name) => read(new URL(name, folder))));
  const own = await Promise.all(
    services.map(async ({ id, department }): Promise<Texts> => {
      const texts = await read(new URL(`services/${department}/${id}/${language}.json`, here));
      return { services: { [id]: texts } };
    }),
  );
  return [...shared, ...own].reduce<Texts>(merged, {});
}

const read = async (file: URL): Promise<Texts> => JSON.parse(await readFile(file, 'utf8')) as Texts;

/** Two files may add to the same branch, such as `application.*` in sentences and in refusals. */
function merged(one: Texts, other: Texts): Texts {
  const added = Object.entries(other).map(([key, value]) => {
    const before = one[key];
    return [key, isBranch(before) && isBranch(value) ? merged(before, value) : value] as const;
  });
  return { ...one, ...Object.fromEntries(added) };
}

const isBranch = (value: Texts[string] | undefined): value is Texts => typeof value === 'object';
