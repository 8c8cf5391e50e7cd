import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { factsOf } from '#domain/catalogue/rule.ts';
import type { Question, Rule, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Texts } from './load-texts.ts';

/** A mistake in the data of a service. `error` keeps it from being released; `note` is to be known. */
export interface Finding {
  readonly service: string;
  readonly level: 'error' | 'note';
  readonly what: string;
}

/** What a service is checked against. */
export interface Surroundings {
  readonly texts: Readonly<Record<Language, Texts>>;
  /** Document types that can be read. */
  readonly readable: ReadonlySet<string>;
}

/** Facts that rules may name beside a service's own questions: from registers, or derived (see facts.ts). */
const FACTS = new Set([
  ...['age', 'residence_years', 'citizen', 'has_aadhaar', 'resident_delhi', 'local_body', 'already_issued'],
  ...['open_application', 'dues', 'today'],
]);

/** Both must be complete; Hinglish falls back to Hindi. */
const REQUIRED: readonly Language[] = ['en', 'hi'];

/** Rows of a list on WhatsApp. */
const LONGEST_TITLE = 24;

export const checkServices = (services: readonly ServiceDefinition[], around: Surroundings): readonly Finding[] =>
  services.flatMap((service) => {
    const error = (what: string): Finding => ({ service: service.id, level: 'error', what });
    const note = (what: string): Finding => ({ service: service.id, level: 'note', what });
    return [
      ...missingTexts(service, around.texts).map(error),
      ...longTitles(service, around.texts).map(error),
      ...wrongRules(service).map(error),
      ...wrongReferences(service).map(error),
      ...wrongRoles(service, around.texts).map(error),
      ...undated(service).map(error),
      ...unreadPapers(service, around.readable).map(note),
      ...unverified(service).map(note),
    ];
  });

/** The sentence under a key, if there is one. */
export function textAt(texts: Texts, key: string): string | undefined {
  let found: Texts[string] | undefined = texts;
  for (const part of key.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = Object.hasOwn(found, part) ? found[part] : undefined;
  }
  return typeof found === 'string' && found !== '' ? found : undefined;
}

const keysOf = ({
  id,
  department,
  category,
  questions,
  papers = [],
  rules = [],
  fee = [],
  estimate = [],
  notices = [],
  finder,
}: ServiceDefinition) => [
  ...['name', 'menu', 'intro', 'info', 'fee'].map((name) => `services.${id}.${name}`),
  ...[`departments.${department}`, `categories.${category}`],
  ...questions.flatMap((question) => [
    serviceKey.ask(id, question.id),
    serviceKey.label(id, question.id),
    ...(question.choices ?? []).map((value) => serviceKey.choice(id, question.id, value)),
  ]),
  ...papers.flatMap((paper) => [serviceKey.paper(id, paper.id), serviceKey.askPaper(id, paper.id)]),
  ...rules.map((rule) => `services.${id}.rules.${rule.id}`),
  ...[...fee, ...estimate].map((line) => `services.${id}.fees.${line.id}`),
  ...notices.map((notice) => `services.${id}.notices.${notice.id}`),
  ...(finder?.schemes ?? []).flatMap((scheme) =>
    ['name', 'benefit'].map((word) => `services.${id}.schemes.${scheme.id}.${word}`),
  ),
];

const missingTexts = (service: ServiceDefinition, texts: Surroundings['texts']): string[] =>
  REQUIRED.flatMap((language) =>
    keysOf(service)
      .filter((key) => textAt(texts[language] ?? {}, key) === undefined)
      .map((key) => `no sentence in ${language}: ${key}`),
  );

function longTitles({ id, questions }: ServiceDefinition, texts: Surroundings['texts']): string[] {
  const keys = [
    serviceKey.menu(id),
    ...questions.flatMap((question) => [
      serviceKey.label(id, question.id),
      ...(question.choices ?? []).map((value) => serviceKey.choice(id, question.id, value)),
    ]),
  ];
  return (Object.entries(texts) as [Language, Texts][]).flatMap(([language, each]) =>
    keys
      .filter((key) => [...(textAt(each, key) ?? '')].length > LONGEST_TITLE)
      .map((key) => `longer than ${LONGEST_TITLE} characters in ${language}: ${key}`),
  );
}

const rulesIn = ({
  rules = [],
  questions,
  papers = [],
  fee = [],
  estimate = [],
  notices = [],
  timeLimits,
  steps,
  finder,
}: ServiceDefinition): Rule[] =>
  [
    ...rules.map(({ when }) => when),
    ...[...questions, ...papers, ...fee, ...estimate, ...notices, ...timeLimits, ...steps].map(({ when }) => when),
    ...questions.map(({ computed }) => computed),
    ...[...fee, ...estimate].map(({ rupees }) => rupees.value),
    ...(finder?.schemes ?? []).map(({ rule }) => rule.value),
  ].filter((rule) => rule !== undefined);

/** What is known of a list as a whole: how many entries, and the sums of what they are asked for. */
const factsOfList = ({ id, items }: Question): readonly string[] =>
  items
    ? [
        `${id}_count`,
        ...items.filter(({ type }) => ['number', 'money'].includes(type)).map((item) => `${id}_${item.id}_sum`),
      ]
    : [];

function wrongRules(service: ServiceDefinition): string[] {
  const own = new Set(service.questions.flatMap((question) => [question.id, ...factsOfList(question)]));
  return rulesIn(service).flatMap((rule) => {
    try {
      return factsOf(rule)
        .filter((fact) => !own.has(fact) && !FACTS.has(fact))
        .map((fact) => `a rule over an unknown fact "${fact}": ${rule}`);
    } catch (mistake) {
      return [`a rule that cannot be read: ${mistake instanceof Error ? mistake.message : rule}`];
    }
  });
}

function wrongReferences({ questions, papers = [], dues }: ServiceDefinition): string[] {
  const ids = new Set(questions.map(({ id }) => id));
  const twice = [...questions, ...papers].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at);
  const named = [
    ...questions.flatMap(({ sameAs }) => sameAs ?? []),
    ...papers.flatMap(({ implies = {} }) => Object.keys(implies)),
    ...(dues ? [dues.account] : []),
  ];
  return [
    ...twice.map((id) => `two things are called ${id}`),
    ...named.filter((id) => !ids.has(id)).map((id) => `no question is called ${id}`),
    ...questions
      .filter(({ presumed, choices }) => presumed !== undefined && choices && !choices.includes(presumed))
      .map(({ id }) => `what is presumed for ${id} is not among its choices`),
  ];
}

const wrongRoles = ({ steps, appeal }: ServiceDefinition, texts: Surroundings['texts']): string[] =>
  [...steps.map(({ role }) => role), ...(appeal ? [appeal.to] : [])]
    .filter((role) => textAt(texts.en ?? {}, `roles.${role}`) === undefined)
    .map((role) => `no such role: ${role}`);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

const undated = ({ fee = [], timeLimits }: ServiceDefinition): string[] => [
  ...fee
    .filter(({ rupees }) => !isDay(rupees.from) || rupees.source.trim() === '')
    .map(({ id }) => `the fee ${id} has no date or no source`),
  ...timeLimits
    .filter(({ days }) => !isDay(days.from) || days.source.trim() === '')
    .map(({ days }) => `the limit of ${days.value} days has no date or no source`),
];

/** Such a paper is taken as it is, and an officer reads it. */
const unreadPapers = ({ papers = [] }: ServiceDefinition, readable: ReadonlySet<string>): string[] =>
  papers
    .filter(({ anyOf }) => !anyOf.some((type) => readable.has(type)))
    .map(({ id, anyOf }) => `nobody but the officer reads the paper ${id} (${anyOf.join(', ')})`);

const unverified = ({ fee = [], timeLimits }: ServiceDefinition): string[] => [
  ...fee.filter(({ rupees }) => !rupees.verified).map(({ id }) => `the fee ${id} is not verified`),
  ...timeLimits
    .filter(({ days }) => !days.verified)
    .map(({ days }) => `the limit of ${days.value} days is not verified`),
];
