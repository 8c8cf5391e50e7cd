import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bill } from '#application/ports/out/bill-source.ts';
import { rupees } from '#domain/shared/money.ts';
import { oldestFirst } from '../bill-plugin.ts';

/** What is owed on each account, by its number. */
export type Register = ReadonlyMap<string, Bill>;

const demand = z
  .strictObject({
    id: z.string().min(1),
    period: z.string().min(1),
    dueOn: z.iso.date(),
    /** Rupees by name: a rebate is negative. */
    rupees: z.record(z.string().min(1), z.number()),
  })
  .transform(({ rupees: amounts, ...rest }) => ({
    ...rest,
    lines: Object.entries(amounts).map(([name, amount]) => ({ name, amount: rupees(amount) })),
  }));

const account = z.strictObject({
  account: z.string().min(1),
  owner: z.string().min(1),
  address: z.string().min(1),
  demands: z.array(demand),
});

const file = z.strictObject({ about: z.string(), accounts: z.array(account) });

/** Reads a register; a file that does not make sense stops the start. */
export function readRegister(path: string | URL): Register {
  const { accounts } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  const register = new Map(
    accounts.map((each) => [accountKey(each.account), { ...each, demands: oldestFirst(each.demands) }]),
  );
  const ids = accounts.flatMap((each) => each.demands.map((one) => one.id));
  if (register.size < accounts.length) throw new Error(`an account stands twice in ${String(path)}`);
  if (new Set(ids).size < ids.length) throw new Error(`a demand's id stands twice in ${String(path)}`);
  return register;
}

/** People write numbers with spaces, dashes and small letters. */
export const accountKey = (written: string): string => written.replace(/[\s-]/g, '').toUpperCase();
