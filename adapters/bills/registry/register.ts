import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bill, BilledDemand } from '#application/ports/out/bill-source.ts';
import { rulesOn, type UnitAreaRules } from '#domain/property-tax/unit-area-rules.ts';
import { yearDemand } from '#domain/property-tax/year-demand.ts';
import { add, rupees } from '#domain/shared/money.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import { type ElectricitySubsidy, electricitySubsidyOf } from '#domain/utility-bill/electricity-subsidy.ts';
import { type WaterTariff, waterBill } from '#domain/utility-bill/water-bill.ts';
import { oldestFirst } from '../bill-plugin.ts';

/** What is owed on each account on a day, by the account's number. */
export type Register = ReadonlyMap<string, (today: IsoDate) => Bill>;

/** The rules by which amounts are worked out that the file leaves to them. */
export interface Tariffs {
  readonly propertyTax?: readonly UnitAreaRules[];
  readonly water?: WaterTariff;
  readonly electricity?: ElectricitySubsidy;
}

const demand = z.strictObject({
  id: z.string().min(1),
  period: z.string().min(1),
  dueOn: z.iso.date(),
  /** Rupees by name, a rebate negative; of a property that is assessed, what comes on top of its tax. */
  rupees: z.record(z.string().min(1), z.number()).optional(),
  /** It is settled by a court. */
  inCourt: z.boolean().optional(),
  /** A month's water, from which its bill is worked out. */
  water: z.strictObject({ kilolitres: z.number().min(0), hasSewer: z.boolean() }).optional(),
  /** A month's domestic electricity, by which the government bears a part of the rupees. */
  electricity: z.strictObject({ units: z.number().min(0), hasOptedIn: z.boolean() }).optional(),
});

const unit = z.strictObject({
  areaSqm: z.number().positive(),
  builtYear: z.int(),
  structure: z.string(),
  use: z.string(),
  occupancy: z.string(),
});

/** The facts of a property, from which the tax of each year is worked out. */
const property = z.strictObject({
  category: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']),
  units: z.array(unit).min(1),
  isSocietyFlat: z.boolean().default(false),
  eligibleSharePercent: z.number().min(0).max(100).default(0),
});

const account = z.strictObject({
  account: z.string().min(1),
  owner: z.string().min(1),
  address: z.string().min(1),
  property: property.optional(),
  demands: z.array(demand),
});

type Account = z.infer<typeof account>;

const file = z.strictObject({ about: z.string(), accounts: z.array(account) });

/** Reads a register; a file that does not make sense stops the start. */
export function readRegister(path: string | URL, tariffs: Tariffs = {}): Register {
  const { accounts } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (!tariffs.propertyTax && accounts.some((each) => each.property)) {
    throw new Error(`no rules of property tax for ${String(path)}`);
  }
  if (!tariffs.water && accounts.some(({ demands }) => demands.some(({ water }) => water))) {
    throw new Error(`no water tariff for ${String(path)}`);
  }
  const register = new Map(
    accounts.map((each) => [accountKey(each.account), (today: IsoDate) => billOf(each, today, tariffs)]),
  );
  const ids = accounts.flatMap((each) => each.demands.map((one) => one.id));
  if (register.size < accounts.length) throw new Error(`an account stands twice in ${String(path)}`);
  if (new Set(ids).size < ids.length) throw new Error(`a demand's id stands twice in ${String(path)}`);
  return register;
}

const billOf = ({ property: facts, ...rest }: Account, today: IsoDate, tariffs: Tariffs): Bill => ({
  ...rest,
  demands: oldestFirst(
    rest.demands.map(({ id, period, dueOn, rupees: given = {}, inCourt, water, electricity }): BilledDemand => {
      const onTop = Object.entries(given).map(([name, amount]) => ({ name, amount: rupees(amount) }));
      const metered = water && tariffs.water ? waterBill(water, tariffs.water, today > dueOn) : [];
      const bill = add(...onTop.map(({ amount }) => amount));
      const subsidy =
        electricity && tariffs.electricity && electricitySubsidyOf({ ...electricity, bill }, tariffs.electricity);
      const borne = subsidy?.paise ? [{ name: 'subsidy', amount: { paise: -subsidy.paise } }] : [];
      return {
        id,
        period,
        dueOn,
        lines: [...worked({ period, dueOn }, facts, today, tariffs), ...metered, ...onTop, ...borne],
        ...(inCourt && { inCourt }),
      };
    }),
  ),
});

/** The tax of an assessed property for the year that a period such as `2026-27` names, by the rules that began before it ends. */
function worked(
  { period, dueOn }: Pick<BilledDemand, 'period' | 'dueOn'>,
  facts: Account['property'],
  today: IsoDate,
  { propertyTax = [] }: Tariffs,
): BilledDemand['lines'] {
  if (!facts) return [];
  return yearDemand(facts, rulesOn(dueOn, propertyTax), { year: Number(period.slice(0, 4)), dueOn, today });
}

/** People write numbers with spaces, dashes and small letters. */
export const accountKey = (written: string): string => written.replace(/[\s-]/g, '').toUpperCase();
