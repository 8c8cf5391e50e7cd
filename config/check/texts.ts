import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { boundsOf, itemId } from '#domain/catalogue/expand-list.ts';
import type { Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Texts } from '../load-texts.ts';
import type { Surroundings } from './surroundings.ts';

/** These must be complete; others fall back to them sentence by sentence. */
const REQUIRED: readonly Language[] = ['en', 'hi', 'hi-Latn'];

/** Rows of a list on WhatsApp. */
const LONGEST_TITLE = 24;
/** A list's label stands before the number of the entry: "Family member 12". */
const LONGEST_ENTRY = 21;

/** The sentence under a key, if there is one. */
export function textAt(texts: Texts, key: string): string | undefined {
  let found: Texts[string] | undefined = texts;
  for (const part of key.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = Object.hasOwn(found, part) ? found[part] : undefined;
  }
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export const missingTexts = (service: ServiceDefinition, texts: Surroundings['texts']): readonly string[] =>
  REQUIRED.flatMap((language) =>
    keysOf(service)
      .filter((key) => textAt(texts[language] ?? {}, key) === undefined)
      .map((key) => `no sentence in ${language}: ${key}`),
  );

function keysOf(service: ServiceDefinition): readonly string[] {
  const { id, department, category, questions, papers = [], rules = [], fee = [], estimate = [] } = service;
  return [
    ...['name', 'menu', 'intro', 'who', 'info', 'fee'].map((name) => `services.${id}.${name}`),
    ...[`departments.${department}`, `categories.${category}`],
    ...questions.flatMap((question) => keysOfQuestion(id, question)),
    ...papers.flatMap((paper) => [serviceKey.paper(id, paper.id), serviceKey.askPaper(id, paper.id)]),
    ...rules.map((rule) => serviceKey.rule(id, rule.id)),
    ...[...fee, ...estimate].map((line) => serviceKey.fee(id, line.id)),
    ...(service.notices ?? []).map((notice) => serviceKey.notice(id, notice.id)),
    ...(service.finder?.schemes ?? []).flatMap(({ id: scheme }) => [
      serviceKey.scheme(id, scheme),
      serviceKey.benefit(id, scheme),
    ]),
  ];
}

/** A computed question is never asked. Items of a list stand under the list. */
function keysOfQuestion(id: string, { id: question, choices = [], computed, ...rest }: Question): readonly string[] {
  if (rest.items) return keysOfList(id, { id: question, ...rest }, rest.items);
  return [
    ...(computed === undefined ? [serviceKey.ask(id, question)] : []),
    serviceKey.label(id, question),
    ...choices.map((value) => serviceKey.choice(id, question, value)),
  ];
}

function keysOfList(id: string, list: Question, items: readonly Question[]): readonly string[] {
  const { least, most } = boundsOf(list);
  return [
    serviceKey.ask(id, list.id),
    serviceKey.label(id, list.id),
    ...(least === 0 ? [serviceKey.ask(id, itemId(list.id, 0, 'another'))] : []),
    ...(most > Math.max(least, 1) ? [serviceKey.ask(id, itemId(list.id, 1, 'another'))] : []),
    ...items.flatMap((item) => keysOfQuestion(id, { ...item, id: itemId(list.id, 1, item.id) })),
  ];
}

export function longTitles({ id, questions }: ServiceDefinition, texts: Surroundings['texts']): readonly string[] {
  const titles = questions.flatMap((question) => titlesOf(id, question));
  const lists = questions.filter(({ items }) => items).map((list) => serviceKey.label(id, list.id));
  const tooLong = (keys: readonly string[], longest: number) =>
    Object.entries(texts).flatMap(([language, each]) =>
      keys
        .filter((key) => [...(textAt(each, key) ?? '')].length > longest)
        .map((key) => `longer than ${longest} characters in ${language}: ${key}`),
    );
  return [...tooLong([serviceKey.menu(id), ...titles], LONGEST_TITLE), ...tooLong(lists, LONGEST_ENTRY)];
}

const titlesOf = (id: string, { id: question, choices = [], items }: Question): readonly string[] => [
  ...(items
    ? items.flatMap((item) => titlesOf(id, { ...item, id: itemId(question, 1, item.id) }))
    : [serviceKey.label(id, question)]),
  ...choices.map((value) => serviceKey.choice(id, question, value)),
];

export const wrongRoles = (
  { steps, appeal, complaint }: ServiceDefinition,
  texts: Surroundings['texts'],
): readonly string[] =>
  [...steps.map(({ role }) => role), ...(appeal ? [appeal.to] : []), ...(complaint ? [complaint.escalateTo] : [])]
    .filter((role) => textAt(texts.en ?? {}, `roles.${role}`) === undefined)
    .map((role) => `no such role: ${role}`);

/** What is printed is a question, or a fact of the issue that has words of its own. */
export const wrongPrinted = (
  { printed = [], questions }: ServiceDefinition,
  texts: Surroundings['texts'],
): readonly string[] =>
  printed
    .filter((name) => !questions.some(({ id }) => id === name))
    .filter((name) => textAt(texts.en ?? {}, `document.facts.${name}`) === undefined)
    .map((name) => `nothing to print is called ${name}`);
