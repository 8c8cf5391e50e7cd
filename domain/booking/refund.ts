import type { BookingPlan, FeeBreakdown, RefundShare } from '../catalogue/service-definition.ts';
import { add, type Money, nothing, paise } from '../shared/money.ts';

/**
 * What comes back of a fee when a booking is cancelled now: of each line the share of the longest notice that was kept.
 * Both as local times.
 */
export function refundOf({ refunds = [] }: BookingPlan, fee: FeeBreakdown, slot: string, now: string): Money {
  const hours = (Date.parse(`${slot}:00Z`) - Date.parse(`${now}:00Z`)) / 3_600_000;
  return add(nothing, ...fee.map(({ id, amount }) => shareOf(sharesFor(id, refunds), amount, hours)));
}

/** Those that name the line, or else those that name none. */
function sharesFor(line: string, refunds: readonly RefundShare[]): readonly RefundShare[] {
  const named = refunds.filter((each) => each.of?.includes(line));
  return named.length > 0 ? named : refunds.filter((each) => each.of === undefined);
}

function shareOf(shares: readonly RefundShare[], amount: Money, hours: number): Money {
  const share = shares
    .toSorted((one, other) => other.hoursBefore - one.hoursBefore)
    .find((each) => hours >= each.hoursBefore);
  return share ? paise(Math.floor((amount.paise * share.percent.value) / 100)) : nothing;
}
