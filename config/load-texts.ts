import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import { languages as installed } from './languages.ts';
import { services } from './services/index.ts';

/** Sentences by key; keys are nested by their dots. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

const here = new URL('./', import.meta.url);

/** All sentences of this installation: those of `locales/<language>/`, and each service's own under `services.<id>`. */
export async function loadTexts(
  languages: readonly InstalledLanguage[] = installed,
  folder: URL = here,
): Promise<Record<Language, Texts>> {
  const names = Object.fromEntries(languages.map(({ code, name }) => [code, name]));
  const loaded = await Promise.all(
    languages.map(async (language) => {
      const texts = await textsIn(language, folder);
      return [language.code, { ...texts, languages: names }] as const;
    }),
  );
  return Object.fromEntries(loaded);
}

async function textsIn({ code, isComplete, fallback }: InstalledLanguage, config: URL): Promise<Texts> {
  const folder = new URL(`locales/${code}/`, config);
  // Words for numbers are lists for printing, not sentences by key.
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'numbers.json').toSorted();
  const shared = await Promise.all(names.map((name) => read(new URL(name, folder))));
  const own = await Promise.all(
    services.map(async ({ id, department }): Promise<Texts> => {
      const file = new URL(`services/${department}/${id}/${code}.json`, config);
      const texts = isComplete || existsSync(file) ? await read(file) : {};
      return { services: { [id]: texts } };
    }),
  );
  const common = shared.reduce<Texts>(merged, {});
  const inherited = await Promise.all(
    services.map(async (service): Promise<Texts> => {
      const words = sharedTexts(service, common);
      const [next] = fallback;
      const file = new URL(`services/${service.department}/${service.id}/${next}.json`, config);
      // "The deceased's name" in Hindi says more than "your name" in the language itself.
      const better = isComplete || !existsSync(file) ? {} : await read(file);
      return { services: { [service.id]: without(words, better) } };
    }),
  );
  return [...inherited, ...own].reduce<Texts>(merged, common);
}

/** Of the sentences those that the others do not have. */
function without(texts: Texts, others: Texts): Texts {
  const left = Object.entries(texts).flatMap(([key, value]): [string, Texts[string]][] => {
    const other = others[key];
    if (other === undefined) return [[key, value]];
    return isBranch(value) && isBranch(other) ? [[key, without(value, other)]] : [];
  });
  return Object.fromEntries(left);
}

const branch = (entries: readonly (readonly [string, Texts | undefined])[]): Texts =>
  Object.fromEntries(entries.flatMap(([key, texts]) => (texts ? [[key, texts] as const] : [])));

/** What a service need not say itself: the words of shared fields, of master lists and of papers. Its own words win. */
function sharedTexts({ questions, papers = [] }: ServiceDefinition, common: Texts): Texts {
  return {
    questions: branch(questions.map((question) => [question.id, wordsOfQuestion(question, common)])),
    choices: branch(questions.map((question) => [question.id, wordsOfChoices(question, common)])),
    papers: branch(papers.map(({ id, anyOf: [type = id] }) => [id, branchAt(common, 'paperRequests', type)])),
  };
}

function wordsOfQuestion({ id, items }: Question, common: Texts): Texts | undefined {
  const own = branchAt(common, 'fields', id);
  return items ? { ...own, items: branch(items.map((item) => [item.id, wordsOfQuestion(item, common)])) } : own;
}

/** The items of a list have their choices under the list. */
function wordsOfChoices({ id, master, choices = [], items }: Question, common: Texts): Texts | undefined {
  if (items) return branch(items.map((item) => [item.id, wordsOfChoices(item, common)]));
  const words = master === undefined ? branchAt(common, 'fieldChoices', id) : branchAt(common, 'masters', master);
  return words && Object.fromEntries(Object.entries(words).filter(([value]) => choices.includes(value)));
}

function branchAt(texts: Texts, ...path: readonly string[]): Texts | undefined {
  let found: Texts[string] | undefined = texts;
  for (const key of path) found = isBranch(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return isBranch(found) ? found : undefined;
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
