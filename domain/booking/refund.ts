import type { BookingPlan } from '../catalogue/service-definition.ts';
import { type Money, nothing, paise } from '../shared/money.ts';

/** What comes back of a fee when a booking is cancelled now: the share of the longest notice that was kept. Both as local times. */
export function refundOf({ refunds = [] }: BookingPlan, fee: Money, slot: string, now: string): Money {
  const hours = (Date.parse(`${slot}:00Z`) - Date.parse(`${now}:00Z`)) / 3_600_000;
  const share = refunds
    .toSorted((one, other) => other.hoursBefore - one.hoursBefore)
    .find((each) => hours >= each.hoursBefore);
  return share ? paise(Math.floor((fee.paise * share.percent.value) / 100)) : nothing;
}
