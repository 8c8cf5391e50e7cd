import { type Money, nothing, paise } from '../shared/money.ts';
import type { IsoDate } from '../shared/time.ts';

/** What the government bears of a month's domestic bill, by the units used, the lowest slab first. */
export interface ElectricitySubsidy {
  readonly from: IsoDate;
  readonly verified: boolean;
  readonly source: string;
  readonly slabs: readonly { readonly upTo: number; readonly percent: number; readonly mostRupees?: number }[];
}

/** Nothing for who has not opted in, or used more than the last slab. */
export function electricitySubsidyOf(
  { units, bill, hasOptedIn }: { readonly units: number; readonly bill: Money; readonly hasOptedIn: boolean },
  { slabs }: ElectricitySubsidy,
): Money {
  const slab = hasOptedIn ? slabs.find(({ upTo }) => units <= upTo) : undefined;
  if (!slab) return nothing;
  const share = Math.floor((bill.paise * slab.percent) / 100 + 0.5);
  return paise(slab.mostRupees === undefined ? share : Math.min(share, slab.mostRupees * 100));
}
