import { daysBetween, type IsoDate, isDate, plusDays, yearsBetween } from '../shared/time.ts';
import { type BinaryOperator, childrenOf, type Node, parseRule } from './rule-syntax.ts';
import type { Rule } from './service-definition.ts';

export { RuleMistake } from './rule-syntax.ts';

export type FactValue = string | number | boolean;
/** What is known, by name; an absent one is unknown. Answers are text; money counts in rupees (see facts.ts). */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** Whether a register holds a number; `undefined` when it cannot be said now. */
export interface Lookup {
  registered(register: string, number: string): boolean | undefined;
}

/** `missing` names the facts that would decide it; a register that could not be asked is named `registered:<register>`. */
export type Evaluation =
  | { readonly known: true; readonly value: FactValue }
  | { readonly known: false; readonly missing: readonly string[] };

const parsed = new Map<Rule, Node>();

function treeOf(rule: Rule): Node {
  const before = parsed.get(rule);
  if (before) return before;
  const tree = parseRule(rule);
  // Rules come from the catalogue, so there are some hundreds; the limit only guards against a caller that makes them up.
  if (parsed.size > 5000) parsed.clear();
  parsed.set(rule, tree);
  return tree;
}

/** The value of a rule. `today` is also a fact of that name. Throws `RuleMistake` when the rule cannot be read. */
export function evaluate(rule: Rule, facts: Facts, today: IsoDate, lookup?: Lookup): Evaluation {
  return resultOf(treeOf(rule), { facts, today, ...(lookup && { lookup }) });
}

/** Does the condition hold? `undefined` while facts that decide it are unknown. */
export function holds(rule: Rule, facts: Facts, today: IsoDate, lookup?: Lookup): boolean | undefined {
  const result = evaluate(rule, facts, today, lookup);
  return result.known ? asTruth(result.value) : undefined;
}

/** The facts that a rule speaks of, each once, without `today`. */
export const factsOf = (rule: Rule): string[] => namesIn(treeOf(rule));

/** The known facts of those parts of a condition, joined by `and`, that surely fail. */
export function failingFacts(rule: Rule, facts: Facts, today: IsoDate): string[] {
  const failing = partsOf(treeOf(rule)).filter((part) => {
    const result = resultOf(part, { facts, today });
    return result.known && asTruth(result.value) === false;
  });
  const names = failing.flatMap(namesIn).filter((name) => facts[name] !== undefined);
  return [...new Set(names)];
}

const partsOf = (node: Node): readonly Node[] =>
  node.type === 'binary' && node.operator === 'and' ? [...partsOf(node.left), ...partsOf(node.right)] : [node];

function namesIn(node: Node): string[] {
  const own = node.type === 'fact' && node.name !== 'today' ? [node.name] : [];
  return [...new Set([...own, ...childrenOf(node).flatMap(namesIn)])];
}

interface World {
  readonly facts: Facts;
  readonly today: IsoDate;
  readonly lookup?: Lookup;
}

const known = (value: FactValue): Evaluation => ({ known: true, value });
const unknown = (...missing: readonly string[]): Evaluation => ({ known: false, missing: [...new Set(missing)] });
const knownOr = (value: FactValue | undefined): Evaluation => (value === undefined ? unknown() : known(value));
const missingOf = (result: Evaluation): readonly string[] => (result.known ? [] : result.missing);

function resultOf(node: Node, world: World): Evaluation {
  switch (node.type) {
    case 'literal':
      return known(node.value);
    case 'fact':
      return factValue(node.name, world);
    case 'list':
      return unknown();
    case 'not':
      return mapped([node.of], world, ([value]) => inverted(asTruth(value)));
    case 'minus':
      return mapped([node.of], world, ([value]) => inverseNumber(value));
    case 'call':
      return callValue(node, world);
    case 'binary':
      return binaryValue(node, world);
  }
}

function factValue(name: string, { facts, today }: World): Evaluation {
  if (name === 'today') return known(today);
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  // An empty answer means "passed over": nothing is known by it.
  return value === undefined || value === '' ? unknown(name) : known(value);
}

const inverted = (truth: boolean | undefined): boolean | undefined => (truth === undefined ? undefined : !truth);
const inverseNumber = (value: FactValue): number | undefined => {
  const number = asNumber(value);
  return number === undefined ? undefined : -number;
};

/** Applies a function to values that must all be known; the function says `undefined` when they make no sense. */
function mapped(
  nodes: readonly [Node, ...Node[]],
  world: World,
  apply: (values: [FactValue, ...FactValue[]]) => FactValue | undefined,
): Evaluation {
  const results = nodes.map((node) => resultOf(node, world));
  const values = results.flatMap((result) => (result.known ? [result.value] : []));
  const [first, ...rest] = values;
  if (first === undefined || values.length < results.length) return unknown(...results.flatMap(missingOf));
  return knownOr(apply([first, ...rest]));
}

function binaryValue(node: Node & { type: 'binary' }, world: World): Evaluation {
  const { operator, left, right } = node;
  if (operator === 'and' || operator === 'or')
    return joined(operator, resultOf(left, world), () => resultOf(right, world));
  if (operator === 'in') return contained(left, right, world);
  return mapped([left, right], world, ([one, other]) => compute(operator, one, other ?? ''));
}

/** Kleene: one `false` decides an `and`, one `true` an `or`, whatever else is unknown. */
function joined(operator: 'and' | 'or', left: Evaluation, right: () => Evaluation): Evaluation {
  const deciding = operator === 'or';
  const one = left.known ? asTruth(left.value) : undefined;
  if (one === deciding) return known(deciding);
  const rightResult = right();
  const other = rightResult.known ? asTruth(rightResult.value) : undefined;
  if (other === deciding) return known(deciding);
  if (one === undefined || other === undefined) return unknown(...missingOf(left), ...missingOf(rightResult));
  return known(!deciding);
}

/** In a list, or in a fact that holds several values with commas between them. */
function contained(item: Node, list: Node, world: World): Evaluation {
  const wanted = resultOf(item, world);
  if (!wanted.known) return wanted;
  if (list.type !== 'list') {
    return mapped([list], world, ([values]) =>
      String(values)
        .split(',')
        .some((each) => same(wanted.value, each.trim())),
    );
  }
  const members = list.items.map((each) => resultOf(each, world));
  if (members.some((each) => each.known && same(each.value, wanted.value))) return known(true);
  return members.every((each) => each.known) ? known(false) : unknown(...members.flatMap(missingOf));
}

function compute(operator: BinaryOperator, one: FactValue, other: FactValue): FactValue | undefined {
  if (operator === '==') return same(one, other);
  if (operator === '!=') return !same(one, other);
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
    return arithmetic(operator, one, other);
  }
  const order = compared(one, other);
  if (order === undefined) return undefined;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** Days may be added to and taken from a date; the difference of two dates is in days. Nothing is divided by zero. */
function arithmetic(operator: '+' | '-' | '*' | '/', one: FactValue, other: FactValue): FactValue | undefined {
  const [a, b] = [asNumber(one), asNumber(other)];
  if (a !== undefined && b !== undefined) return calculated(operator, a, b);
  if (operator === '*' || operator === '/' || typeof one !== 'string' || !isDate(one)) return undefined;
  if (b !== undefined) return Math.abs(b) > 100_000 ? undefined : plusDays(one, operator === '+' ? b : -b);
  return operator === '-' && typeof other === 'string' && isDate(other) ? daysBetween(other, one) : undefined;
}

function calculated(operator: '+' | '-' | '*' | '/', a: number, b: number): number | undefined {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return b === 0 ? undefined : a / b;
}

function callValue(node: Node & { type: 'call' }, world: World): Evaluation {
  const [first, ...rest] = node.args;
  if (!first) return unknown();
  if (node.name === 'registered') return registeredValue(first, rest[0] ?? first, world);
  return mapped([first, ...rest], world, (values) => {
    if (node.name === 'min' || node.name === 'max') return extreme(node.name, values);
    if (node.name === 'ceil' || node.name === 'floor' || node.name === 'round') return rounded(node.name, values[0]);
    const [from, to] = [dayOf(values[0]), node.name === 'age_on' ? dayOf(values[1]) : world.today];
    if (from === undefined || to === undefined) return undefined;
    return node.name === 'days_since' ? daysBetween(from, to) : yearsBetween(from, to);
  });
}

/** A slot is a day and a time; only its day counts. */
function dayOf(value: FactValue | undefined): IsoDate | undefined {
  const day = typeof value === 'string' ? /^([^T]*)(?:T\d{2}:\d{2})?$/.exec(value)?.[1] : undefined;
  return day !== undefined && isDate(day) ? day : undefined;
}

function extreme(name: 'min' | 'max', values: readonly FactValue[]): number | undefined {
  const numbers = values.flatMap((value) => asNumber(value) ?? []);
  return numbers.length === values.length ? Math[name](...numbers) : undefined;
}

/** A sum such as 0.1 + 0.2 is a little off, and must not be rounded up for that. */
function rounded(name: 'ceil' | 'floor' | 'round', value: FactValue): number | undefined {
  const number = asNumber(value);
  return number === undefined ? undefined : Math[name](Number(number.toFixed(9)));
}

function registeredValue(register: Node, number: Node, world: World): Evaluation {
  const [name, wanted] = [resultOf(register, world), resultOf(number, world)];
  if (!name.known || !wanted.known) return unknown(...missingOf(name), ...missingOf(wanted));
  const answer = world.lookup?.registered(String(name.value), String(wanted.value));
  return answer === undefined ? unknown(`registered:${name.value}`) : known(answer);
}

/** Text that stands for a number; longer ones are account numbers, which would lose digits. */
function asNumber(value: FactValue): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** Yes-no answers are truths; any other text is neither true nor false. */
function asTruth(value: FactValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === 'yes' || value === 'true') return true;
  return value === 'no' || value === 'false' ? false : undefined;
}

function same(one: FactValue, other: FactValue): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return asTruth(one) === asTruth(other);
  return compared(one, other) === 0;
}

/** Negative when `one` comes first. ISO dates sort as text; a number and a word do not compare, but they differ. */
function compared(one: FactValue, other: FactValue): number | undefined {
  const [a, b] = [asNumber(one), asNumber(other)];
  if (a !== undefined && b !== undefined) return a - b;
  if (typeof one !== 'string' || typeof other !== 'string' || (a === undefined) !== (b === undefined)) return undefined;
  return one < other ? -1 : one > other ? 1 : 0;
}
