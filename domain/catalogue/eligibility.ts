import type { IsoDate } from '../shared/time.ts';
import { type Facts, holds, type Lookup } from './rule.ts';
import type { EligibilityRule, ServiceDefinition } from './service-definition.ts';

export interface Judgement {
  /** Rules that fail for certain and keep the application from being submitted. */
  readonly blocking: readonly EligibilityRule[];
  /** Rules that fail but leave it to the officer. */
  readonly warnings: readonly EligibilityRule[];
  /** Rules that nobody can decide yet: ask, or let the officer decide. Never a reason to refuse. */
  readonly unknown: readonly EligibilityRule[];
}

/** Who may apply, judged by what is known. `facts` come from `answersAsFacts`. */
export function judge(
  { rules = [] }: Pick<ServiceDefinition, 'rules'>,
  facts: Facts,
  today: IsoDate,
  lookup?: Lookup,
): Judgement {
  const judged = rules.map((rule) => ({ rule, holds: holds(rule.when, facts, today, lookup) }));
  const failed = judged.filter((each) => each.holds === false).map(({ rule }) => rule);
  return {
    blocking: failed.filter(({ otherwise }) => otherwise === 'block'),
    warnings: failed.filter(({ otherwise }) => otherwise === 'warn'),
    unknown: judged.filter((each) => each.holds === undefined).map(({ rule }) => rule),
  };
}
