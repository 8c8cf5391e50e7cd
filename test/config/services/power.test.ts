import { describe, expect, it } from 'vitest';
import { electricityBillPayment } from '#config/services/power/electricity-bill-payment/service.ts';
import { electricityNewConnection } from '#config/services/power/electricity-new-connection/service.ts';
import { electricitySubsidy } from '#config/services/power/electricity-subsidy/service.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { judging } from '#test/kit/judging.ts';

const today = '2026-11-25';

describe('a new electricity connection', () => {
  it.each([
    { category: 'domestic', load_kw: '5', rupees: 3_000 + 3_000 },
    { category: 'domestic', load_kw: '6', rupees: 7_000 + 3_600 },
    { category: 'non-domestic', load_kw: '11', rupees: 11_000 + 33_000 },
    { category: 'non-domestic', load_kw: '50', rupees: 16_000 + 150_000 },
    { category: 'industrial', load_kw: '80', rupees: 31_000 },
  ])('of $load_kw kW, $category, is estimated at $rupees and costs nothing here', ({ rupees, ...answers }) => {
    const { questions, estimate = [] } = electricityNewConnection;
    expect(feeOf({ questions, fee: estimate }, answers, today)).toMatchObject({
      total: { paise: rupees * 100 },
      verified: false,
    });
    expect(feeOf(electricityNewConnection, answers, today).total.paise).toBe(0);
  });

  it('asks a tenant for the owner’s no-objection, and offers a fire certificate for tall buildings', () => {
    const { required, asked } = judging(electricityNewConnection);
    expect(required({ occupancy: 'tenant', floors: '3' })).toContain('no_objection');
    expect(required({ occupancy: 'owner', floors: '6' })).not.toContain('no_objection');
    expect(asked({})).toContain('load_kw');
  });
});

describe('the bill and the subsidy of electricity', () => {
  it('ask for the number first, and for an amount only of those who pay a part', () => {
    expect(judging(electricityBillPayment).asked({}).slice(0, 1)).toEqual(['ca_no']);
    expect(judging(electricityBillPayment).asked({})).not.toContain('part_amount');
    expect(judging(electricityBillPayment).asked({ amount_kind: 'part' })).toContain('part_amount');
    expect(judging(electricitySubsidy).required({})).toEqual([]);
  });
});
