import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BillWorld } from '#adapters/bills/bill-plugin.ts';
import { registry } from '#adapters/bills/registry/index.ts';
import { readRegister } from '#adapters/bills/registry/register.ts';
import type { Bill, BilledDemand } from '#application/ports/out/bill-source.ts';
import { propertyTaxRules } from '#config/property-tax/index.ts';
import electricity from '#config/utility-bill/electricity-subsidy.json' with { type: 'json' };
import water from '#config/utility-bill/water.json' with { type: 'json' };
import { add, rupees } from '#domain/shared/money.ts';

const bills = new URL('../../../config/bills/', import.meta.url);
const PROPERTY_TAX = 'property-tax-payment';

const worldWhere = (paid: readonly string[], today = '2026-11-23'): BillWorld => ({
  log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
  isPaid: async (ids) => new Set(ids.filter((id) => paid.includes(id))),
  today: () => today,
});

const tariffs = { propertyTax: propertyTaxRules, water, electricity };
const open = (paid: readonly string[] = [], today?: string) =>
  registry.open(
    { registers: { [PROPERTY_TAX]: new URL('property-tax.json', bills) }, tariffs },
    worldWhere(paid, today),
  );
const demoBills = (name: string): Bill[] =>
  [...readRegister(new URL(name, bills), tariffs).values()].map((bill) => bill('2026-11-23'));

const totalOf = (demands: readonly BilledDemand[] = []) =>
  add(...demands.flatMap((demand) => demand.lines.map((line) => line.amount)));

describe('the bill registry', () => {
  it('finds a property with its owner, address and what is due, the oldest first', async () => {
    const bill = await open().fetch(PROPERTY_TAX, '112000700000158');

    expect(bill?.owner).toBe('राम अवतार शुक्ल');
    expect(bill?.demands.map((demand) => demand.period)).toEqual(['2025-26', '2026-27']);
    expect(totalOf(bill?.demands)).toEqual(rupees(5232 + 4848));
  });

  it('takes a rebate off', async () => {
    expect(totalOf((await open().fetch(PROPERTY_TAX, '145002300000918'))?.demands)).toEqual(rupees(2025));
  });

  it.each([
    ['2026-06-30', 1825],
    ['2026-07-01', 2025],
    ['2027-05-10', 2025 + 2 * 28.51],
  ])('works the tax out from the facts of the property: on %s a woman’s flat owes ₹%d', async (today, owed) => {
    const bill = await open([], today).fetch(PROPERTY_TAX, '145002300000918');
    expect(Math.abs(totalOf(bill?.demands).paise - owed * 100)).toBeLessThan(100);
  });

  it('does not show as due what was paid', async () => {
    const bill = await open(['112000700000158/2025-26']).fetch(PROPERTY_TAX, '112000700000158');

    expect(bill?.demands.map((demand) => demand.id)).toEqual(['112000700000158/2026-27']);
  });

  it('knows a property on which nothing is due', async () => {
    expect((await open().fetch(PROPERTY_TAX, '134000800000223'))?.demands).toEqual([]);
  });

  it('finds the account however its number is written', async () => {
    expect((await open().fetch(PROPERTY_TAX, ' 1120 0070-0000041'))?.account).toBe('112000700000041');
  });

  it('has no bill for an account or a service that it does not know', async () => {
    expect(await open().fetch(PROPERTY_TAX, '000000000000000')).toBeUndefined();
    expect(await open().fetch('water-bill-payment', '112000700000041')).toBeUndefined();
  });

  it('says how many accounts it holds', async () => {
    expect(await open().check()).toEqual({ ok: true, note: 'property-tax-payment: 11' });
  });
});

describe('the demo bills', () => {
  it.each(readdirSync(bills))('%s asks for something wherever there is a demand', (name) => {
    for (const bill of demoBills(name)) {
      for (const demand of bill.demands) expect(totalOf([demand]).paise).toBeGreaterThan(0);
    }
  });

  it.each([
    ['water-bill.json', [1105.74, 2891.28, 2753.6]],
    ['electricity-bill.json', [687.5, 4516.75, 4150]],
  ])('%s owes what the tariff says', (name, owed) => {
    const demands = demoBills(name).flatMap((bill) => bill.demands);
    expect(demands.map((demand) => totalOf([demand]))).toEqual(owed.map(rupees));
  });

  it('name properties by 15 digits', () => {
    const register = readRegister(new URL('property-tax.json', bills), tariffs);

    expect([...register.keys()].filter((upic) => !/^\d{15}$/.test(upic))).toEqual([]);
  });

  it('bear a cess of 1 % of the tax', () => {
    for (const { demands } of demoBills('property-tax.json')) {
      for (const { lines } of demands) {
        const [tax, cess] = ['tax', 'cess'].map((name) => lines.find((line) => line.name === name)?.amount.paise ?? 0);
        expect(cess).toBe(Math.round((tax ?? 0) / 10_000) * 100);
      }
    }
  });
});

describe('a register that does not make sense', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bills-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const anAccount = { account: '1', owner: 'O', address: 'A', demands: [] };
  const aDemand = { id: 'd', period: '2026-27', dueOn: '2027-03-31', rupees: { tax: 1 } };

  it.each([
    ['an account twice', [anAccount, { ...anAccount, account: ' 1' }], /stands twice/],
    ['a demand twice', [{ ...anAccount, demands: [aDemand, aDemand] }], /stands twice/],
    ['a day that does not exist', [{ ...anAccount, demands: [{ ...aDemand, dueOn: '2027-02-30' }] }], /dueOn/],
    ['an amount that is none', [{ ...anAccount, demands: [{ ...aDemand, rupees: { tax: 'much' } }] }], /rupees/],
  ])('is refused for %s', async (_name, accounts, problem) => {
    const path = join(directory, 'register.json');
    await writeFile(path, JSON.stringify({ about: 'a test', accounts }));

    expect(() => readRegister(path)).toThrow(problem);
  });
});
