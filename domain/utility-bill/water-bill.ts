import { add, type Money, paise } from '../shared/money.ts';
import type { IsoDate } from '../shared/time.ts';

/** What domestic water costs a month, as data: rupees a kilolitre (1,000 litres), the lowest slab first. */
export interface WaterTariff {
  readonly from: IsoDate;
  readonly verified: boolean;
  readonly source: string;
  /** The slab that is reached holds for the whole consumption, not in steps. */
  readonly slabs: readonly { readonly upTo?: number; readonly rate: number; readonly service: number }[];
  /** Of the charge for water, where there is a sewer. */
  readonly sewerPercent: number;
  readonly cessAKilolitre: number;
  /** Up to here a working meter pays nothing. */
  readonly freeUpTo: number;
  /** Of the bill, after its day. */
  readonly latePercent: number;
}

export interface WaterUse {
  readonly kilolitres: number;
  readonly hasSewer: boolean;
  readonly hasWorkingMeter?: boolean;
}

/** A month's bill as named amounts, exact to the paisa; a subsidy is negative. */
export function waterBill(
  { kilolitres, hasSewer, hasWorkingMeter = true }: WaterUse,
  tariff: WaterTariff,
  isLate = false,
) {
  const slab = tariff.slabs.find(({ upTo }) => upTo === undefined || kilolitres <= upTo);
  if (!slab) throw new RangeError(`no slab for ${kilolitres} kl`);
  const water = kilolitres * slab.rate;
  const charges = [
    { name: 'water', amount: toPaisa(water) },
    { name: 'service', amount: toPaisa(slab.service) },
    { name: 'sewer', amount: toPaisa(hasSewer ? (water * tariff.sewerPercent) / 100 : 0) },
    { name: 'cess', amount: toPaisa(kilolitres * tariff.cessAKilolitre) },
  ];
  const total = add(...charges.map(({ amount }) => amount)).paise;
  const isFree = hasWorkingMeter && kilolitres <= tariff.freeUpTo;
  const further = isFree
    ? { name: 'subsidy', amount: paise(-total) }
    : { name: 'penalty', amount: toPaisa(isLate ? ((total / 100) * tariff.latePercent) / 100 : 0) };
  return [...charges, further].filter(({ amount }) => amount.paise !== 0);
}

/** Half up; what stands after six places is an error of binary fractions. */
const toPaisa = (rupees: number): Money => paise(Math.floor(Number((rupees * 100).toFixed(6)) + 0.5));
