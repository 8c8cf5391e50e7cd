import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Looked, nextLook } from '#domain/payment/looking.ts';
import { plusMinutes } from '#domain/shared/time.ts';

const BEGAN = '2026-06-10T10:00:00.000Z';
const at = (minutes: number): string => plusMinutes(BEGAN, minutes);
const payment = (more: Partial<Looked> = {}): Looked => ({
  status: 'open',
  createdAt: BEGAN,
  expiresAt: at(60),
  ...more,
});

describe('asking the gateway about a payment', () => {
  it.each(['open', 'pending', 'failed', 'refund-asked'])('is done every five minutes while it is %s', (status) => {
    expect(nextLook(payment({ status }))).toBe(at(5));
    expect(nextLook(payment({ status, lookedAt: at(17) }))).toBe(at(22));
  });

  it('is done once more soon after it was paid, and once when no page takes money any more', () => {
    const paid = payment({ status: 'paid', paidAt: at(10), lookedAt: at(5) });
    expect(nextLook(paid)).toBe(at(25));
    expect(nextLook({ ...paid, lookedAt: at(26) })).toBe(at(90));
    expect(nextLook({ ...paid, lookedAt: at(91) })).toBeUndefined();
  });

  it.each(['cancelled', 'expired'])('is done once when it is %s, for money may have come all the same', (status) => {
    expect(nextLook(payment({ status, lookedAt: at(50) }))).toBe(at(90));
  });

  it('is not done by the id of money that came by the link of another payment', () => {
    expect(nextLook(payment({ status: 'refund-due', paidAt: at(10), besides: 'p1' }))).toBeUndefined();
  });

  it('goes on until a look after the time to pay, and ends with it', () => {
    const status = fc.constantFrom('paid', 'refund-due', 'refunded', 'mismatched', 'cancelled', 'expired');
    fc.assert(
      fc.property(status, fc.nat(60), fc.array(fc.nat(120), { maxLength: 6 }), (each, paidMinute, minutes) => {
        let known = payment({ status: each, ...(each !== 'cancelled' && { paidAt: at(paidMinute) }) });
        for (const minute of minutes.sort((one, other) => one - other)) {
          const next = nextLook(known);
          // Whoever looks when it is due, and only then, has looked last when nothing can come any more.
          if (next === undefined) expect(known.lookedAt && known.lookedAt >= at(90)).toBe(true);
          else if (next <= at(minute)) known = { ...known, lookedAt: at(minute) };
        }
        expect(nextLook({ ...known, lookedAt: at(121) })).toBeUndefined();
      }),
    );
  });
});
