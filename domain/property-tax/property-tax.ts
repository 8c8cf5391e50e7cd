import { type Money, nothing, rupees } from '../shared/money.ts';
import type { Property, Unit } from './property.ts';
import type { UnitAreaRules, UseFactor } from './unit-area-rules.ts';

export interface Circumstances {
  /** The whole year is paid by the day for it. */
  readonly isEarly?: boolean;
  /** Months, or parts of one, since the demand fell due. */
  readonly monthsLate?: number;
  /** Paid without cash; counts only where the rules know such a rebate. */
  readonly isDigital?: boolean;
  /** The general trade licence is taken with the tax. */
  readonly withTradeLicence?: boolean;
}

export interface PropertyTax {
  readonly annualValue: Money;
  readonly tax: Money;
  /** Each taken from what the one before left; none is negative. */
  readonly rebates: { readonly person: Money; readonly society: Money; readonly early: Money; readonly digital: Money };
  readonly cess: Money;
  readonly interest: Money;
  readonly tradeLicence: Money;
  readonly payable: Money;
}

/**
 * The tax of a year by the unit-area method. Annual values of one rate are summed and rounded to the rupee, then the tax,
 * then each rebate on what is left, then cess and interest on the tax before rebates.
 * Throws `RangeError` for a word that the rules do not know.
 */
export function propertyTaxOf(
  property: Property,
  rules: UnitAreaRules,
  { isEarly = false, monthsLate = 0, isDigital = false, withTradeLicence = false }: Circumstances = {},
): PropertyTax {
  const valued = property.units.map((unit) => valuedUnit(unit, property, rules));
  const annualValue = sumByRate(valued).reduce((sum, { value }) => sum + value, 0);
  const tax = taxOn(valued);
  const person = Math.min(tax, personRebate(property, valued, rules));
  const society = part(tax - person, societyPercent(property, rules));
  const early = part(tax - person - society, isEarly ? rules.rebates.early.percent : 0);
  const digital = isDigital ? digitalRebate(tax, tax - person - society - early, rules) : 0;
  const cess = part(tax, rules.cess.percent);
  const interest = part(tax, rules.interest.percentAMonth * Math.max(0, monthsLate));
  const business = taxOn(valued.filter(({ use }) => use.class !== 'residential'));
  const licence = part(business, withTradeLicence ? rules.tradeLicence.percent : 0);
  return {
    annualValue: rupees(annualValue),
    tax: rupees(tax),
    rebates: { person: rupees(person), society: rupees(society), early: rupees(early), digital: rupees(digital) },
    cess: rupees(cess),
    interest: rupees(interest),
    tradeLicence: licence === 0 ? nothing : rupees(licence),
    payable: rupees(tax - person - society - early - digital + cess + interest + licence),
  };
}

interface ValuedUnit {
  readonly unit: Unit;
  readonly use: UseFactor;
  /** In rupees, not rounded. */
  readonly value: number;
  /** In percent. */
  readonly rate: number;
}

function valuedUnit(unit: Unit, property: Property, rules: UnitAreaRules): ValuedUnit {
  const use = known(rules.use.factors, unit.use);
  const value =
    rules.unitAreaValue.rupees[property.category] *
    unit.areaSqm *
    ageFactor(unit.builtYear, rules) *
    known(rules.structure.factors, unit.structure) *
    useFactor(use, unit.monthlyFee) *
    (use.class === 'residential'
      ? known(rules.occupancy.residential, unit.occupancy)
      : rules.occupancy.nonResidential) *
    (property.isSocietyFlat && unit.areaSqm <= rules.flat.upToSqm ? rules.flat.factor : 1);
  return { unit, use, value, rate: rateOf(unit, use, property, rules) };
}

function ageFactor(builtYear: number, { age }: UnitAreaRules): number {
  const line = age.factors.find(({ before }) => before === undefined || builtYear < before);
  return line?.factor ?? 1;
}

function useFactor({ factor, byMonthlyFee }: UseFactor, monthlyFee?: number): number {
  if (monthlyFee === undefined) return factor;
  return byMonthlyFee?.find(({ upTo }) => monthlyFee <= upTo)?.factor ?? factor;
}

function rateOf(
  unit: Unit,
  use: UseFactor,
  { category, isFarmhouse, body }: Property,
  { rates }: UnitAreaRules,
): number {
  const isHome = use.class === 'residential';
  if (use.rate !== undefined) return use.rate;
  if (isFarmhouse) return rates.farmhouse;
  if (body === 'government') return isHome ? rates.government.residential : rates.government.nonResidential;
  const { nonResidential } = rates;
  const isSmall = unit.areaSqm <= nonResidential.smallUpToSqm;
  const byClass = {
    residential: rates.residential,
    industrial: rates.industrial,
    'non-residential': isSmall ? nonResidential.small : nonResidential.large,
  };
  return (byClass[use.class][category] * (body === 'union' ? rates.unionPercent : 100)) / 100;
}

function sumByRate(valued: readonly ValuedUnit[]): readonly { readonly rate: number; readonly value: number }[] {
  const sums = new Map<number, number>();
  for (const { rate, value } of valued) sums.set(rate, (sums.get(rate) ?? 0) + value);
  return [...sums].map(([rate, value]) => ({ rate, value: halfUp(value) }));
}

const taxOn = (valued: readonly ValuedUnit[]): number =>
  halfUp(sumByRate(valued).reduce((sum, { rate, value }) => sum + (value * rate) / 100, 0));

/** On the home that the owner lives in; of a larger home on the part up to the limit, of a joint one on the share. */
function personRebate(property: Property, valued: readonly ValuedUnit[], { rebates }: UnitAreaRules): number {
  const home = valued.filter(({ unit, use }) => use.class === 'residential' && unit.occupancy === 'self');
  const area = home.reduce((sum, { unit }) => sum + unit.areaSqm, 0);
  if (area === 0) return 0;
  const { percent, upToSqm } = rebates.person;
  const share = (property.eligibleSharePercent ?? 0) / 100;
  return halfUp((taxOn(home) * percent * Math.min(1, upToSqm / area) * share) / 100);
}

function societyPercent({ society }: Property, { rebates }: UnitAreaRules): number {
  if (society === undefined) return 0;
  return rebates.society.percent + (society === 'segregating' ? rebates.society.wasteSegregation : 0);
}

function digitalRebate(tax: number, left: number, { rebates: { digital } }: UnitAreaRules): number {
  return digital && tax <= digital.taxUpTo ? Math.min(digital.most, part(left, digital.percent)) : 0;
}

const part = (of: number, percent: number): number => halfUp((of * percent) / 100);

/** To the rupee, half up. What stands after six places is an error of binary fractions, not an amount. */
const halfUp = (amount: number): number => Math.floor(Number(amount.toFixed(6)) + 0.5);

function known<Value>(table: Readonly<Record<string, Value>>, word: string): Value {
  const found = Object.hasOwn(table, word) ? table[word] : undefined;
  if (found === undefined) throw new RangeError(`the rules of property tax do not know "${word}"`);
  return found;
}
