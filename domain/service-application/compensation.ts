import { type Money, nothing, rupees } from '../shared/money.ts';
import { dayOf, daysBetween, type Instant } from '../shared/time.ts';
import type { ActTerms } from './act-terms.ts';
import type { ApplicationSnapshot } from './application-snapshot.ts';

/**
 * What the citizen may claim for the delay until now: so much for each day after the promise, up to a limit
 * (Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, section 7). It stops growing with the decision,
 * and while the citizen is asked; an appeal neither takes it away nor adds to it after a refusal. Who took it back, or
 * never answered, claims nothing.
 */
export function compensationFor(state: ApplicationSnapshot, terms: ActTerms, now: Instant): Money {
  const { kind, status, filedAt, appeal } = state;
  if (kind !== 'application' || ['withdrawn', 'lapsed', 'payment-pending'].includes(status)) return nothing;
  if (terms.compensationPerDay.from > dayOf(filedAt)) return nothing;
  const days = daysBetween(appeal?.promisedOn ?? state.dueOn, dayOf(clockStop(state) ?? now));
  return rupees(Math.min(Math.max(days, 0) * terms.compensationPerDay.value, terms.compensationAtMost.value));
}

/** When the department's clock stopped: with the decision, or with what is asked of the citizen. */
function clockStop({ status, decision, query, step, appeal }: ApplicationSnapshot): Instant | undefined {
  if (status === 'query-raised') return query?.at;
  if (status === 'appointment-needed') return step?.since;
  if (status === 'appealed' && appeal?.from !== 'rejected') return undefined;
  return appeal?.refusedAt ?? decision?.at;
}
