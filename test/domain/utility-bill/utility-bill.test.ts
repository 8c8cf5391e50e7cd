import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import subsidy from '#config/utility-bill/electricity-subsidy.json' with { type: 'json' };
import water from '#config/utility-bill/water.json' with { type: 'json' };
import { add, rupees } from '#domain/shared/money.ts';
import { electricitySubsidyOf } from '#domain/utility-bill/electricity-subsidy.ts';
import { type WaterTariff, waterBill } from '#domain/utility-bill/water-bill.ts';

const tariff: WaterTariff = water;
const total = (kilolitres: number, isLate = false): number =>
  add(...waterBill({ kilolitres, hasSewer: true }, tariff, isLate).map(({ amount }) => amount)).paise / 100;

describe('a month of water', () => {
  it.each([
    [18, 0],
    [20, 0],
    [21, 1105.74],
    [35, 2753.6],
  ])('of %d kl costs ₹%d', (kilolitres, expected) => {
    expect(total(kilolitres)).toBe(expected);
  });

  it('costs 5 % more after its day', () => {
    expect(total(35, true)).toBe(2891.28);
  });

  it('is not free without a working meter, and has no sewer charge without a sewer', () => {
    const bill = waterBill({ kilolitres: 10, hasSewer: false, hasWorkingMeter: false }, tariff);
    expect(bill.map(({ name }) => name)).toEqual(['water', 'service', 'cess']);
  });

  it('never costs less for more', () => {
    fc.assert(
      fc.property(fc.nat(200), (kilolitres) => {
        expect(total(kilolitres + 1)).toBeGreaterThanOrEqual(total(kilolitres));
      }),
    );
  });
});

describe('the subsidy of electricity', () => {
  it.each([
    [200, 640, true, 640],
    [201, 640, true, 320],
    [350, 1375, true, 687.5],
    [400, 1700, true, 800],
    [401, 1700, true, 0],
    [150, 500, false, 0],
  ])('for %d units and a bill of ₹%d, opted in %s, is ₹%d', (units, bill, hasOptedIn, expected) => {
    expect(electricitySubsidyOf({ units, bill: rupees(bill), hasOptedIn }, subsidy)).toEqual(rupees(expected));
  });
});
