import type { IsoDate } from '../shared/time.ts';

export type Category = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H';
export type UseClass = 'residential' | 'non-residential' | 'industrial';
export type ByCategory = Readonly<Record<Category, number>>;

/** Where a table of the rules comes from. */
export interface Sourced {
  readonly verified: boolean;
  readonly source: string;
}

/**
 * One set of rules of the unit-area method, as data: rates in percent, areas in square metres, amounts in rupees.
 * The set with the latest `from` that has begun is in force.
 */
export interface UnitAreaRules {
  readonly id: string;
  readonly from: IsoDate;
  readonly unitAreaValue: Sourced & { readonly rupees: ByCategory };
  /** By the year in which building was completed, from 1 April: the first line whose `before` is later. */
  readonly age: Sourced & { readonly factors: readonly { readonly before?: number; readonly factor: number }[] };
  readonly structure: Sourced & { readonly factors: Readonly<Record<string, number>> };
  readonly use: Sourced & { readonly factors: Readonly<Record<string, UseFactor>> };
  readonly occupancy: Sourced & {
    readonly residential: Readonly<Record<string, number>>;
    readonly nonResidential: number;
  };
  /** Flats of the DDA or of a co-operative society. */
  readonly flat: Sourced & { readonly factor: number; readonly upToSqm: number };
  readonly rates: Sourced & {
    readonly residential: ByCategory;
    readonly nonResidential: { readonly smallUpToSqm: number; readonly small: ByCategory; readonly large: ByCategory };
    readonly industrial: ByCategory;
    readonly farmhouse: number;
    readonly government: { readonly residential: number; readonly nonResidential: number };
    /** Union and Railway property bears this part of the tax as a service charge. */
    readonly unionPercent: number;
  };
  readonly rebates: {
    readonly person: Sourced & { readonly percent: number; readonly upToSqm: number };
    readonly society: Sourced & { readonly percent: number; readonly wasteSegregation: number };
    /** Of the current year, paid whole by this day of it, `MM-DD`. */
    readonly early: Sourced & { readonly percent: number; readonly until: string };
    readonly digital?: Sourced & { readonly percent: number; readonly most: number; readonly taxUpTo: number };
  };
  /** Of the tax before rebates. */
  readonly cess: Sourced & { readonly percent: number };
  /** Simple, by months or parts of one. */
  readonly interest: Sourced & { readonly percentAMonth: number };
  /** The general trade licence's share of the tax of business premises. */
  readonly tradeLicence: Sourced & { readonly percent: number };
}

export interface UseFactor {
  readonly factor: number;
  readonly class: UseClass;
  /** A rate of its own, such as that of a runway. */
  readonly rate?: number;
  /** Of a school: the first line that the monthly fee does not pass; above all of them `factor`. */
  readonly byMonthlyFee?: readonly { readonly upTo: number; readonly factor: number }[];
}

/** The rules in force on a day. The oldest set stands for all earlier days. */
export function rulesOn(day: IsoDate, sets: readonly UnitAreaRules[]): UnitAreaRules {
  const newestFirst = sets.toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const found = newestFirst.find(({ from }) => from <= day) ?? newestFirst.at(-1);
  if (!found) throw new RangeError('no rules of property tax');
  return found;
}
