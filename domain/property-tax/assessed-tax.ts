import type { Money } from '../shared/money.ts';
import type { IsoDate } from '../shared/time.ts';
import type { Property } from './property.ts';
import { propertyTaxOf } from './property-tax.ts';
import { rulesOn, type UnitAreaRules } from './unit-area-rules.ts';
import { type BillLines, earlyUntil, linesOf } from './year-demand.ts';

/** The tax of the year that runs, by what was declared. Nothing of it is owed before the assessor has approved. */
export interface AssessedTax {
  /** The first day of the year, 1 April. */
  readonly from: IsoDate;
  readonly annualValue: Money;
  readonly lines: BillLines;
  readonly payable: Money;
  /** Until when the early rebate among the lines holds; absent when its day is over. */
  readonly earlyUntil?: IsoDate;
}

export function assessedTax(property: Property, today: IsoDate, sets: readonly UnitAreaRules[]): AssessedTax {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) < '04' ? 1 : 0);
  const rules = rulesOn(today, sets);
  const until = earlyUntil(rules, year);
  const isEarly = today <= until;
  const tax = propertyTaxOf(property, rules, { isEarly });
  return {
    from: `${year}-04-01`,
    annualValue: tax.annualValue,
    lines: linesOf(tax),
    payable: tax.payable,
    ...(isEarly && { earlyUntil: until }),
  };
}
