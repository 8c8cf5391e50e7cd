import { add, type Money, rupees } from '../shared/money.ts';
import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { evaluate, type Facts, holds } from './rule.ts';
import type { Answers, FeeBreakdown, FeeLine, ServiceDefinition } from './service-definition.ts';

export interface Fee {
  /** `false` while a line hangs on an answer that is not there yet; `lines` and `total` are then what is sure so far. */
  readonly known: boolean;
  /** Lines of nothing are left out; none at all, and known, means free. */
  readonly lines: FeeBreakdown;
  readonly total: Money;
  /** Facts that would make it known. */
  readonly missing: readonly string[];
  /** `false` when an amount comes from a weak source; say "about". */
  readonly verified: boolean;
}

/** What has to be paid, by the fee lines in force today. */
export function feeOf(
  definition: Pick<ServiceDefinition, 'questions' | 'fee'>,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): Fee {
  const facts = answersAsFacts(definition, answers, today, more);
  const inForce = linesInForce(definition.fee ?? [], today).map((line) => ({ line, ...amountOf(line, facts, today) }));
  const lines = inForce.flatMap(({ line, amount }) => (amount && amount.paise !== 0 ? [{ id: line.id, amount }] : []));
  const missing = [...new Set(inForce.flatMap((each) => each.missing))];
  return {
    known: inForce.every(({ decided }) => decided),
    lines,
    total: add(...lines.map(({ amount }) => amount)),
    missing,
    verified: inForce.every(({ line, amount, decided }) => line.rupees.verified || (decided && amount === undefined)),
  };
}

/** The lines of a fee that was worked out on a day; one line of it all when the rates that it came by are not known any more. */
export function linesOfFee(
  definition: Pick<ServiceDefinition, 'questions' | 'fee'> | undefined,
  answers: Answers,
  on: IsoDate,
  fee: Money,
): FeeBreakdown {
  const lines = definition ? feeOf(definition, answers, on).lines : [];
  return add(...lines.map(({ amount }) => amount)).paise === fee.paise ? lines : [{ id: 'fee', amount: fee }];
}

/** Of lines with one id and one condition, the latest that has begun: an old rate gives way to the new. */
function linesInForce(lines: readonly FeeLine[], today: IsoDate): readonly FeeLine[] {
  const begun = lines.filter(({ rupees: { from } }) => from <= today);
  const isSuperseded = (line: FeeLine): boolean =>
    begun.some((other) => other.id === line.id && other.when === line.when && other.rupees.from > line.rupees.from);
  return begun.filter((line) => !isSuperseded(line));
}

interface Amount {
  readonly decided: boolean;
  /** Absent when the line does not apply, or is not decided. */
  readonly amount?: Money;
  readonly missing: readonly string[];
}

function amountOf(line: FeeLine, facts: Facts, today: IsoDate): Amount {
  if (line.when !== undefined) {
    const condition = evaluate(line.when, facts, today);
    if (!condition.known) return { decided: false, missing: condition.missing };
    if (holds(line.when, facts, today) !== true) return { decided: true, missing: [] };
  }
  const result = evaluate(line.rupees.value, facts, today);
  if (!result.known) return { decided: false, missing: result.missing };
  const value = Number(result.value);
  const isAmount = Number.isFinite(value) && Math.abs(value) < 1e12;
  return isAmount ? { decided: true, amount: rupees(value), missing: [] } : { decided: false, missing: [] };
}
