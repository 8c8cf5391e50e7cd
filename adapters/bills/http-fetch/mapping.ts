import { z } from 'zod';
import type { Bill } from '#application/ports/out/bill-source.ts';
import { isDate } from '#domain/shared/time.ts';
import { oldestFirst } from '../bill-plugin.ts';

/** Where things stand in the answer, as paths such as `data.owner.name`. */
export interface BillMapping {
  readonly owner: string;
  readonly address: string;
  /** The list of open demands; absent in the answer means that nothing is due. */
  readonly demands: string;
  /** Within one demand. */
  readonly demand: {
    readonly id: string;
    readonly period: string;
    /** A day as `YYYY-MM-DD`; a time after it is cut off. */
    readonly dueOn: string;
    /** Our name of a line, such as `tax`, → where its amount is. A line that is missing is left out. */
    readonly lines: Readonly<Record<string, string>>;
    /** Lines that come as positive amounts and are taken off, such as `rebate`. */
    readonly deducted?: readonly string[];
    /** True of a demand that has gone to a court. */
    readonly inCourt?: string;
  };
  readonly unit: 'rupees' | 'paise';
}

/** The bill in an answer; `undefined` when the answer does not fit the mapping. */
export function billIn(answer: unknown, account: string, mapping: BillMapping): Bill | undefined {
  const found = bill.safeParse({
    account,
    owner: at(answer, mapping.owner),
    address: at(answer, mapping.address),
    demands: list(at(answer, mapping.demands))?.map((each) => demandIn(each, mapping)),
  }).data;
  return found && { ...found, demands: oldestFirst(found.demands) };
}

function demandIn(demand: unknown, { demand: where, unit }: BillMapping): unknown {
  const lines = Object.entries(where.lines).flatMap(([name, path]) => {
    const amount = at(demand, path);
    if (amount === undefined || amount === null) return [];
    const sign = where.deducted?.includes(name) ? -1 : 1;
    return [{ name, amount: { paise: sign * inPaise(amount, unit) } }];
  });
  const dueOn = at(demand, where.dueOn);
  return {
    id: at(demand, where.id),
    period: at(demand, where.period),
    dueOn: typeof dueOn === 'string' ? dueOn.slice(0, 10) : dueOn,
    lines,
    ...(where.inCourt !== undefined && { inCourt: at(demand, where.inCourt) === true }),
  };
}

/** Amounts come as numbers, or as text such as `"4368.00"`. */
function inPaise(amount: unknown, unit: BillMapping['unit']): number {
  const number = typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : amount;
  if (typeof number !== 'number') return Number.NaN;
  return unit === 'paise' ? number : Math.round(number * 100);
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return (inner as Record<string, unknown>)[step];
  }, value);
}

const list = (value: unknown): readonly unknown[] | undefined =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : undefined;

const text = z.union([z.string().min(1), z.number().transform(String)]);

const bill = z.object({
  account: z.string(),
  owner: text,
  address: text,
  demands: z.array(
    z.object({
      id: text,
      period: text,
      dueOn: z.string().refine(isDate),
      lines: z.array(z.object({ name: z.string(), amount: z.object({ paise: z.int() }) })).min(1),
      inCourt: z.boolean().optional(),
    }),
  ),
});
