import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Demand } from '#domain/payment/demand.ts';
import { AlreadyPaid, DemandCancelled, NothingDue } from '#domain/payment/errors.ts';
import { add, paise, rupees } from '#domain/shared/money.ts';

const NOW = '2026-06-10T12:00:00.000Z';

const owed = {
  id: 'd1',
  citizenId: 'c1',
  serviceId: 'property-tax-payment',
  account: '112000700000041',
  lines: [
    { name: 'tax', amount: rupees(4800) },
    { name: 'rebate', amount: rupees(-480) },
    { name: 'cess', amount: rupees(48) },
  ],
  billedIds: ['112000700000041/2026-27'],
  raisedAt: NOW,
};

describe('Demand', () => {
  it('is the sum of its lines, less the rebate', () => {
    expect(Demand.raise(owed).total).toEqual(rupees(4368));
  });

  it.each([
    ['no lines', []],
    [
      'a rebate that eats up the tax',
      [owed.lines[0], { name: 'rebate', amount: rupees(-4800) }].flatMap((l) => l ?? []),
    ],
  ])('is not raised for %s', (_name, lines) => {
    expect(() => Demand.raise({ ...owed, lines })).toThrow(NothingDue);
  });

  it('is settled once; the same payment again changes nothing and another one is refused', () => {
    const demand = Demand.raise(owed);

    expect(demand.pay('p1', NOW)).toBe(true);
    expect(demand.pay('p1', NOW)).toBe(false);
    expect(() => demand.pay('p2', NOW)).toThrow(AlreadyPaid);
    expect(demand.snapshot()).toMatchObject({ status: 'paid', paidBy: 'p1', paidAt: NOW });
  });

  it('cannot be paid once it is cancelled, nor cancelled once it is paid', () => {
    const cancelled = Demand.raise(owed);
    expect(cancelled.cancel()).toBe(true);
    expect(cancelled.cancel()).toBe(false);
    expect(() => cancelled.pay('p1', NOW)).toThrow(DemandCancelled);

    const paid = Demand.raise(owed);
    paid.pay('p1', NOW);
    expect(() => paid.cancel()).toThrow(AlreadyPaid);
  });

  it('comes back from its snapshot as it was, whatever its lines', () => {
    const lines = fc.array(fc.record({ name: fc.string(), amount: fc.integer({ min: 1, max: 10 ** 9 }).map(paise) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(lines, fc.boolean(), (each, isPaid) => {
        const demand = Demand.raise({ ...owed, lines: each });
        if (isPaid) demand.pay('p1', NOW);
        const restored = Demand.restore(JSON.parse(JSON.stringify(demand.snapshot())));
        expect(restored.snapshot()).toEqual(demand.snapshot());
        expect(restored.total).toEqual(add(...each.map((line) => line.amount)));
      }),
    );
  });
});
