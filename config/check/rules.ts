import { FACTS } from '#domain/catalogue/facts.ts';
import { factsOf } from '#domain/catalogue/rule.ts';
import { childrenOf, type Node, parseRule } from '#domain/catalogue/rule-syntax.ts';
import type { Question, Rule, ServiceDefinition } from '#domain/catalogue/service-definition.ts';

/** All rules of a service but those of a list's items, which speak of the entry too. */
function rulesIn(service: ServiceDefinition): readonly Rule[] {
  const { questions, rules = [], papers = [], fee = [], estimate = [], notices = [], booking, complaint } = service;
  const conditional = [
    ...questions,
    ...papers,
    ...fee,
    ...estimate,
    ...notices,
    ...service.timeLimits,
    ...service.steps,
  ];
  return [
    ...[...rules, ...conditional, ...(booking?.times ?? [])].map(({ when }) => when),
    ...questions.map(({ computed }) => computed),
    ...[...fee, ...estimate].map(({ rupees }) => rupees.value),
    ...(service.finder?.schemes ?? []).map(({ rule }) => rule.value),
    ...[booking?.lengthDays, booking?.reserved?.when],
    ...[complaint?.photoToResolve, complaint?.anonymous, complaint?.alarm],
  ].filter((rule) => rule !== undefined);
}

const rulesOfItems = (items: readonly Question[]): readonly Rule[] =>
  items.flatMap(({ when, computed }) => [when, computed]).filter((rule) => rule !== undefined);

/** A list tells how many entries it has, and what its numbers come to. */
const factsOfList = ({ id, items = [] }: Question): readonly string[] => [
  `${id}_count`,
  ...items.filter(({ type }) => type === 'number' || type === 'money').map((item) => `${id}_${item.id}_sum`),
];

export function wrongRules(service: ServiceDefinition): readonly string[] {
  const lists = service.questions.filter(({ type }) => type === 'list');
  const asked = service.questions.filter(({ type }) => type !== 'list').map(({ id }) => id);
  const known = new Set([...asked, ...lists.flatMap(factsOfList), ...FACTS]);
  return [
    ...rulesIn(service).flatMap((rule) => mistakesIn(rule, known)),
    ...lists.flatMap(({ items = [] }) => {
      const alsoItems = new Set([...known, ...items.map(({ id }) => id)]);
      return rulesOfItems(items).flatMap((rule) => mistakesIn(rule, alsoItems));
    }),
  ];
}

function mistakesIn(rule: Rule, known: ReadonlySet<string>): readonly string[] {
  try {
    return factsOf(rule)
      .filter((fact) => !known.has(fact))
      .map((fact) => `a rule over an unknown fact "${fact}": ${rule}`);
  } catch (mistake) {
    return [`a rule that cannot be read: ${mistake instanceof Error ? mistake.message : rule}`];
  }
}

/** A comparison with a value that the question never has is never true, and what hangs on it is never reached. */
export function impossibleAnswers(service: ServiceDefinition): readonly string[] {
  const own = rulesIn(service).flatMap((rule) => impossibleIn(rule, service.questions));
  const inLists = service.questions.flatMap(({ items = [] }) =>
    rulesOfItems(items).flatMap((rule) => impossibleIn(rule, [...items, ...service.questions])),
  );
  return [...new Set([...own, ...inLists])];
}

function impossibleIn(rule: Rule, questions: readonly Question[]): readonly string[] {
  return comparisonsIn(rule).flatMap(({ fact, value }) => {
    const question = questions.find(({ id }) => id === fact);
    const values = question?.type === 'yes-no' ? ['yes', 'no'] : question?.choices;
    return values === undefined || values.includes(value) ? [] : [`${fact} is never '${value}': ${rule}`];
  });
}

interface Comparison {
  readonly fact: string;
  readonly value: string;
}

function comparisonsIn(rule: Rule): readonly Comparison[] {
  const visit = (node: Node): readonly Comparison[] => [...comparisonOf(node), ...childrenOf(node).flatMap(visit)];
  try {
    return visit(parseRule(rule));
  } catch {
    return [];
  }
}

/** `fact == 'value'`, `fact in ['value']` and, of several choices, `'value' in fact`. */
function comparisonOf(node: Node): readonly Comparison[] {
  if (node.type !== 'binary' || !['==', '!=', 'in'].includes(node.operator)) return [];
  const others = node.right.type === 'list' ? node.right.items : [node.right];
  return others.flatMap((other) => {
    const [fact, literal] = node.left.type === 'fact' ? [node.left, other] : [other, node.left];
    const isText = literal.type === 'literal' && typeof literal.value === 'string';
    return fact.type === 'fact' && isText ? [{ fact: fact.name, value: String(literal.value) }] : [];
  });
}

/** Two questions of which each is asked only when the other is answered are never asked. */
export function circles({ questions }: ServiceDefinition): readonly string[] {
  const needs = new Map(questions.map((question) => [question.id, neededBy(question)]));
  const reaches = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
    (needs.get(from) ?? []).some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))),
    );
  return questions.filter(({ id }) => reaches(id, id)).map(({ id }) => `${id} is asked only when it is answered`);
}

function neededBy({ when, computed }: Question): readonly string[] {
  try {
    return [when, computed].flatMap((rule) => (rule === undefined ? [] : factsOf(rule)));
  } catch {
    return [];
  }
}
