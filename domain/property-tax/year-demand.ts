import type { Money } from '../shared/money.ts';
import { type IsoDate, plusMonths } from '../shared/time.ts';
import type { Property } from './property.ts';
import { type PropertyTax, propertyTaxOf } from './property-tax.ts';
import type { UnitAreaRules } from './unit-area-rules.ts';

/** The tax of one year as it stands on a bill: named amounts, rebates negative, nothing that is zero. */
export type BillLines = readonly { readonly name: string; readonly amount: Money }[];

/** What is owed on a day for a year that begins on 1 April of `year` and fell due on `dueOn`. */
export function yearDemand(
  property: Property,
  rules: UnitAreaRules,
  { year, dueOn, today }: { readonly year: number; readonly dueOn: IsoDate; readonly today: IsoDate },
): BillLines {
  const isEarly = today <= earlyUntil(rules, year);
  return linesOf(propertyTaxOf(property, rules, { isEarly, monthsLate: monthsLate(dueOn, today) }));
}

/** The last day on which a whole year's tax is paid early. */
export const earlyUntil = ({ rebates }: UnitAreaRules, year: number): IsoDate => `${year}-${rebates.early.until}`;

export function linesOf({ tax, rebates, cess, interest }: PropertyTax): BillLines {
  const off = (amount: Money): Money => ({ paise: -amount.paise });
  const lines = [
    { name: 'tax', amount: tax },
    { name: 'rebate', amount: off(rebates.person) },
    { name: 'society', amount: off(rebates.society) },
    { name: 'early', amount: off(rebates.early) },
    { name: 'cess', amount: cess },
    { name: 'interest', amount: interest },
  ];
  return lines.filter(({ amount }) => amount.paise !== 0);
}

/** Months, or parts of one, since the day on which it fell due. */
export function monthsLate(dueOn: IsoDate, today: IsoDate): number {
  let months = 0;
  while (plusMonths(dueOn, months) < today) months += 1;
  return months;
}
