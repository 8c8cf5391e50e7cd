import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages as installed } from '#config/languages.ts';
import { loadTexts, type Texts } from '#config/load-texts.ts';
import { services } from '#config/services/index.ts';
import { commandOf } from '#domain/answers/command-of.ts';
import { answerProblems } from '#domain/catalogue/answer-problem.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { boundsOf } from '#domain/catalogue/expand-list.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';
import { newsChannels, numberMoments } from '#domain/conversation/conversation.ts';
import { voiceProblems } from '#domain/conversation/event.ts';
import { inHindi } from '#domain/conversation/language-talk.ts';
import { applicationStatuses } from '#domain/service-application/status.ts';
import type { Language } from '#domain/shared/language.ts';

const root = new URL('../../', import.meta.url).pathname;
const texts = await loadTexts();

const flat = (branch: Texts, prefix = ''): [string, string][] =>
  Object.entries(branch).flatMap(([name, value]): [string, string][] => {
    return typeof value === 'string' ? [[`${prefix}${name}`, value]] : flat(value, `${prefix}${name}.`);
  });
const languages = installed.map(({ code }) => code);
const complete = installed.filter(({ isComplete }) => isComplete).map(({ code }) => code);
const bySentence = new Map(languages.map((language) => [language, new Map(flat(texts[language] ?? {}))]));
const sentencesIn = (language: Language): ReadonlyMap<string, string> => bySentence.get(language) ?? new Map();

/** The pages of officers and visitors have texts of their own, in two languages, tested with the pages. */
const PAGES = /^(desk|home|web|numbers|pay|verify|simulator|kiosk|dashboard|uploadPage|joinPage)\./;

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

/** What is logged is for operators; nobody reads it as a sentence. */
const withoutLogs = (source: string): string => source.replaceAll(/log\.(?:info|warn|alarm)\(\s*'[^']+'/g, '');

/** What looks like a key in the sources: two or more words with dots between, in quotes. */
const quoted = [
  ...sourcesIn('domain'),
  ...sourcesIn('application'),
  ...sourcesIn('adapters/translation'),
  ...sourcesIn('adapters/channels'),
].flatMap((source) =>
  [...withoutLogs(source).matchAll(/['`]([a-z][A-Za-z]*\.[A-Za-z][A-Za-z0-9.-]*)['`]/g)].map(([, key]) => key ?? ''),
);

/** Alarms and job names are for operators; nobody reads them as sentences. */
const NO_SENTENCES = new Set([
  ...['message.failed', 'payment.mismatched', 'job.failed', 'talk.failed', 'talk.set-aside', 'payment.not-reconciled'],
  ...['birth-slip.child_dob'],
]);

const paperProblems = [
  ...(readFileSync(join(root, 'domain/document/reading.ts'), 'utf8')
    .split('export type PaperProblem =')[1]
    ?.matchAll(/'(\w+)'/g) ?? []),
].map(([, problem]) => `paper.${problem}`);

const roles = services.flatMap(({ steps, appeal }) => [
  ...steps.map(({ role }) => role),
  ...(appeal ? [appeal.to] : []),
]);
/** The words of a repeated group: what is asked about each entry, whether there is any, and whether there is one more. */
const keysOfList = (service: string, question: Question, list = question.id): string[] => [
  ...(boundsOf(question).least === 0 ? [`services.${service}.questions.${list}.any`] : []),
  `services.${service}.questions.${list}.another`,
  ...(question.items ?? []).flatMap(({ id, choices = [] }) => [
    ...['label', 'ask'].map((word) => `services.${service}.questions.${list}.items.${id}.${word}`),
    ...choices.map((value) => `services.${service}.choices.${list}.${id}.${value}`),
  ]),
];
const serviceKeys = services.flatMap((service) => [
  ...['name', 'menu', 'intro', 'who', 'info', 'fee'].map((name) => `services.${service.id}.${name}`),
  ...service.questions.flatMap(({ id, choices = [] }) => [
    serviceKey.label(service.id, id),
    serviceKey.ask(service.id, id),
    ...choices.map((value) => serviceKey.choice(service.id, id, value)),
  ]),
  ...(service.papers ?? []).flatMap(({ id }) => [
    serviceKey.paper(service.id, id),
    serviceKey.askPaper(service.id, id),
  ]),
  ...(service.rules ?? []).map(({ id }) => `services.${service.id}.rules.${id}`),
  ...[...(service.fee ?? []), ...(service.estimate ?? [])].map(({ id }) => `services.${service.id}.fees.${id}`),
  ...(service.notices ?? []).map(({ id }) => `services.${service.id}.notices.${id}`),
  ...(service.finder?.schemes ?? []).flatMap(({ id }) =>
    ['name', 'benefit'].map((word) => `services.${service.id}.schemes.${id}.${word}`),
  ),
  ...service.questions.flatMap((list) => (list.items ? keysOfList(service.id, list) : [])),
]);

/** Keys that are put together in the sources, all of them. */
const families = [
  ...answerProblems,
  ...voiceProblems.map((problem) => `voice.${problem}`),
  ...paperProblems,
  ...serviceKeys,
  ...applicationStatuses.map((status) => `standing.${status}`),
  ...roles.map((role) => `roles.${role}`),
  ...services.flatMap(({ department, category }) => [`departments.${department}`, `categories.${category}`]),
  ...[1, 2, 3].map((nth) => `talk.notUnderstood${nth}`),
  ...['calendar', 'working', 'hours'].flatMap((unit) => [`time.one.${unit}`, `time.several.${unit}`]),
  ...['office', 'field'].flatMap((where) => ['surely', 'perhaps'].map((sure) => `aside.where.${where}.${sure}`)),
  ...['required', 'undecided', 'optional'].map((need) => `aside.papers.${need}`),
  ...['upi', 'card', 'net-banking', 'wallet', 'cash', 'other'].map((method) => `payment.methods.${method}`),
  ...['certificate', 'receipt'].map((kind) => `document.${kind}`),
  ...Array.from({ length: 12 }, (_, at) => `calendar.months.${at + 1}`),
  ...Array.from({ length: 7 }, (_, at) => `calendar.weekdays.${at}`),
  ...newsChannels.flatMap((channel) => [`notices.by.${channel}`, `notices.chosen.${channel}`]),
  ...numberMoments.map((moment) => `talk.shareNumber.${moment}`),
  ...['image', 'document', 'audio', 'video', 'sticker'].map((kind) => `person.sent.${kind}`),
  ...['roles.office', 'form.yes', 'form.no'],
];

/** Codes of departments, roles, categories, statuses and papers that later services use, and the lines of any bill. */
const MASTER_LISTS =
  /^(departments|roles|categories|status|papers|bill\.lines|fields|fieldChoices|languages|masters|paperRequests|document\.(outcomes|facts))\./;

const said = new Set([...quoted, ...families].filter((key) => !NO_SENTENCES.has(key) && !PAGES.test(key)));
const areas = new Set([...sentencesIn('en').keys()].map((key) => key.split('.')[0]));
const keysSaid = [...said].filter((key) => areas.has(key.split('.')[0]));
/** The shorter words that a sentence has where every letter costs belong to the sentence: `talk.welcome_sms`. */
const isVariant = (key: string): boolean => key.endsWith('_sms');
const baseOf = (key: string): string => key.replace(/_sms$/, '');
const gapsIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap ?? '').toSorted();
/** Characters as the strictest channels count them: every vowel sign is one. */
const lengthOf = (text: string): number => [...text].length;
const ours = (language: Language): [string, string][] => [...sentencesIn(language)].filter(([key]) => !PAGES.test(key));

it.each(complete)('%s has a sentence for everything that is said', (language) => {
  expect(keysSaid.length).toBeGreaterThan(300);
  expect(keysSaid.filter((key) => !sentencesIn(language).has(key))).toEqual([]);
});

const keysOfFile = (name: string): string[] =>
  flat(JSON.parse(readFileSync(join(root, `config/locales/hi/${name}.json`), 'utf8'))).map(([key]) => key);
const keysOfService = (id: string): string[] =>
  [...sentencesIn('hi').keys()].filter((key) => key.startsWith(`services.${id}.`) && !isVariant(key));

describe.each(installed.filter(({ promised }) => promised))('what $name promises', ({ code, promised }) => {
  const missing = (keys: readonly string[]): string[] => {
    expect(keys).not.toEqual([]);
    return keys.filter((key) => !sentencesIn(code).has(key));
  };

  it.each(promised?.sentences ?? [])('is kept in %s.json', (file) => {
    expect(missing(keysOfFile(file))).toEqual([]);
  });

  it.each(promised?.services ?? [])('is kept in the service %s', (id) => {
    expect(missing(keysOfService(id))).toEqual([]);
  });
});

describe.each(languages)('the sentences in %s', (language) => {
  it('are all said somewhere', () => {
    const unused = ours(language).filter(([key]) => !said.has(baseOf(key)) && !MASTER_LISTS.test(key));
    expect(unused.map(([key]) => key)).toEqual([]);
  });

  it('have the gaps that they have in English', () => {
    const other = ours(language).filter(
      ([key, sentence]) => !isVariant(key) && `${gapsIn(sentence)}` !== `${gapsIn(sentencesIn('en').get(key) ?? '')}`,
    );
    expect(other).toEqual([]);
  });

  it('are short, without exclamation, and tidy', () => {
    const untidy = ours(language).filter(
      ([key, sentence]) =>
        lengthOf(sentence) > 300 ||
        /[!?]{2}|!| {2}|\s$|undefined|\{\{[^}]*\s[^}]*\}\}/.test(sentence) ||
        (/^\s/.test(sentence) && key !== 'standing.about'),
    );
    expect(untidy).toEqual([]);
  });

  it('name only commands that are understood', () => {
    const advised = ours(language)
      .filter(([key]) => ['form.helpOffered', 'form.notUnderstoodAgain', 'form.help'].includes(key))
      .flatMap(([, sentence]) => [...sentence.matchAll(/“([^”]+)”/g)].map(([, word]) => word ?? ''));
    expect(advised.filter((word) => commandOf(inHindi(word, installed)) === undefined)).toEqual([]);
  });
});

/** Labels that stand on buttons: up to three of them, 20 characters each. */
const buttons = [
  ...new Set(
    sourcesIn('domain/conversation').flatMap((source) =>
      [...source.matchAll(/choice\(\s*command\.\w+(?:\([^)]*\))?,\s*'([a-zA-Z.]+)'/g)].map(([, key]) => key ?? ''),
    ),
  ),
].filter((key) => key.includes('.'));

const worst: Readonly<Record<string, string>> = {
  total: '₹9,99,999',
  period: '2026-27',
  amount: '₹9,99,999',
  other: '',
};
const filled = (label: string): string => label.replace(/\{\{(\w+)\}\}/g, (_, gap: string) => worst[gap] ?? gap);

describe.each(languages)('what can be tapped in %s', (language) => {
  const label = (key: string): string => filled(sentencesIn(language).get(key) ?? sentencesIn('en').get(key) ?? '');

  it('fits onto a button', () => {
    expect(buttons.length).toBeGreaterThan(30);
    expect(buttons.filter((key) => lengthOf(label(key)) > 20 || label(key) === '')).toEqual([]);
  });

  it('fits into a row of a list', () => {
    const rows = [
      ...services.flatMap(({ id, questions }) => [
        serviceKey.menu(id),
        ...questions.map((question) => serviceKey.label(id, question.id)),
        ...questions.flatMap((question) =>
          (question.choices ?? []).map((value) => serviceKey.choice(id, question.id, value)),
        ),
      ]),
      ...[...sentencesIn(language).keys()].filter((key) => key.startsWith('categories.')),
    ];
    expect(rows.filter((key) => lengthOf(label(key)) > 24)).toEqual([]);
  });

  it('fits onto buttons where a question has up to three choices, and tells them apart', () => {
    for (const { id, questions } of services) {
      for (const { id: question, choices = [], optional } of questions) {
        const labels = choices.map((value) => label(serviceKey.choice(id, question, value)));
        expect(new Set(labels).size).toBe(labels.length);
        const areButtons = choices.length + (optional ? 1 : 0) <= 3;
        expect(labels.filter((each) => lengthOf(each) > (areButtons ? 20 : 24))).toEqual([]);
      }
    }
  });
});
