import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlreadyPaid, NoRefundDue, PaymentClosed, RefundTooLarge } from '#domain/payment/errors.ts';
import { Payment, type PaymentReport } from '#domain/payment/payment.ts';
import type { RefundReport } from '#domain/payment/refund.ts';
import { paise, rupees } from '#domain/shared/money.ts';

const NOW = '2026-06-10T12:00:00.000Z';
const IN_TIME = '2026-06-10T10:30:00.000Z';
const EXPIRY = '2026-06-10T11:00:00.000Z';
const LATE = '2026-06-10T11:30:00.000Z';

const aPayment = () =>
  Payment.begin({
    id: 'p1',
    demandId: 'd1',
    citizenId: 'c1',
    amount: rupees(50),
    description: 'birth-certificate',
    gateway: 'demo',
    createdAt: '2026-06-10T10:00:00.000Z',
    expiresAt: EXPIRY,
  });

const report = (change: Partial<PaymentReport> = {}): PaymentReport => ({
  paymentId: 'p1',
  gatewayReference: 'g1',
  reportId: 'r1',
  outcome: 'paid',
  amount: rupees(50),
  at: IN_TIME,
  ...change,
});

const refund = (change: Partial<RefundReport> = {}): RefundReport => ({
  paymentId: 'p1',
  refundReference: 'rfnd1',
  outcome: 'done',
  amount: rupees(50),
  at: NOW,
  ...change,
});

const wrongAmount = (reportId: string) => report({ reportId, amount: rupees(49) });

describe('Payment', () => {
  it('is paid by a report of the amount asked for, and keeps the bank reference', () => {
    const payment = aPayment();

    const settlement = payment.settle(report({ method: 'upi', bankReference: '415900000001' }), NOW);

    expect(settlement).toEqual({ changed: true, status: 'paid' });
    expect(payment.snapshot()).toMatchObject({ method: 'upi', bankReference: '415900000001', paidAt: IN_TIME });
  });

  it('takes the same report again without any change', () => {
    const payment = aPayment();
    payment.settle(report(), NOW);
    const before = payment.snapshot();

    expect(payment.settle(report(), NOW)).toEqual({ changed: false, status: 'paid' });
    expect(payment.snapshot()).toEqual(before);
  });

  it('can be paid after it failed, and is not failed by a report that comes after', () => {
    const payment = aPayment();
    payment.settle(report({ reportId: 'r0', outcome: 'failed', reason: 'declined' }), NOW);
    expect(payment.snapshot()).toMatchObject({ status: 'failed', reason: 'declined' });

    payment.settle(report(), NOW);
    payment.settle(report({ reportId: 'r2', outcome: 'failed', at: LATE }), NOW);

    expect(payment.status).toBe('paid');
    expect(payment.snapshot().reason).toBeUndefined();
  });

  it('lets the later of failed and pending hold, whichever is heard first', () => {
    const payment = aPayment();
    payment.settle(report({ reportId: 'r2', outcome: 'failed', at: LATE }), NOW);

    expect(payment.settle(report({ outcome: 'pending' }), NOW)).toEqual({ changed: false, status: 'failed' });
  });

  it.each([
    ['less', rupees(49.99)],
    ['more', rupees(51)],
  ])('owes back what came when it is %s than was asked for', (_name, amount) => {
    const payment = aPayment();

    expect(payment.settle(report({ amount }), NOW)).toEqual({ changed: true, status: 'refund-due' });
    expect(payment.snapshot()).toMatchObject({ reason: 'wrong-amount', received: { amount } });
    expect(payment.refundDue).toEqual(amount);
  });

  it('sets aside money of another currency', () => {
    const payment = aPayment();

    expect(payment.settle(report({ currency: 'USD' }), NOW)).toEqual({ changed: true, status: 'mismatched' });
    expect(payment.snapshot().received).toMatchObject({ currency: 'USD' });
    expect(payment.refundDue).toBeUndefined();
  });

  it('has one sum of money, and knows by its number, or else by its amount, that a report is on another', () => {
    const payment = aPayment();
    expect(payment.isOnOtherMoney(report({ transactionId: 'pay_1' }))).toBe(false);
    payment.settle(report({ transactionId: 'pay_1' }), NOW);

    expect(payment.isOnOtherMoney(report({ transactionId: 'pay_1', reportId: 'r2' }))).toBe(false);
    expect(payment.isOnOtherMoney(report({ reportId: 'r2' }))).toBe(false);
    expect(payment.isOnOtherMoney(wrongAmount('r2'))).toBe(true);
    expect(payment.isOnOtherMoney(report({ transactionId: 'pay_2' }))).toBe(true);
    expect(payment.isOnOtherMoney(report({ transactionId: 'pay_2', outcome: 'failed' }))).toBe(false);
  });

  it('owes the money back when it was paid after the time was over', () => {
    const payment = aPayment();
    payment.expire(NOW);

    expect(payment.settle(report({ at: LATE }), NOW)).toEqual({ changed: true, status: 'refund-due' });
    expect(payment.snapshot().reason).toBe('late');
  });

  it('counts money that was paid in time though we hear of it after the time was over', () => {
    const payment = aPayment();
    payment.expire(NOW);

    expect(payment.settle(report(), NOW).status).toBe('paid');
  });

  it('does not call a payment late because the clock of the gateway runs ahead', () => {
    expect(aPayment().settle(report({ at: LATE }), IN_TIME).status).toBe('paid');
  });

  it('owes the money back when it was cancelled', () => {
    const payment = aPayment();
    payment.cancel(NOW);

    expect(payment.settle(report(), NOW).status).toBe('refund-due');
    expect(payment.snapshot().reason).toBe('cancelled');
  });

  it('owes the money back when another payment has settled the demand', () => {
    const payment = aPayment();

    expect(payment.settle(report(), NOW, { demandAlreadyPaid: true }).status).toBe('refund-due');
    expect(payment.snapshot().reason).toBe('already-paid');
  });

  it('counts as paid when a report of money in time comes after one of money too late', () => {
    const payment = aPayment();
    payment.settle(report({ reportId: 'r2', at: LATE }), NOW);

    expect(payment.settle(report(), NOW)).toEqual({ changed: true, status: 'paid' });
  });

  it('still owes back what another payment made needless, whatever the caller says of a second report', () => {
    const payment = aPayment();
    payment.settle(report(), NOW, { demandAlreadyPaid: true });

    expect(payment.settle(report({ reportId: 'r2', at: NOW }), '2026-06-10T10:45:00.000Z').status).toBe('refund-due');
  });

  it('stays paid when told of its own money again after its demand is paid', () => {
    const payment = aPayment();
    payment.settle(report(), NOW);

    expect(payment.settle(report({ reportId: 'r2' }), NOW, { demandAlreadyPaid: true }).status).toBe('paid');
  });

  it('goes back once, and only when a refund is due', () => {
    const payment = aPayment();
    expect(payment.refundDue).toBeUndefined();
    expect(() => payment.hearRefund(refund())).toThrow(NoRefundDue);
    payment.settle(report(), NOW, { demandAlreadyPaid: true });
    expect(payment.refundDue).toEqual(rupees(50));

    expect(payment.hearRefund(refund({ outcome: 'pending' }))).toBe(true);
    expect(payment.refundDue).toBeUndefined();
    expect(payment.hearRefund(refund({ bankReference: 'arn-1' }))).toBe(true);
    expect(payment.hearRefund(refund())).toBe(false);
    expect(payment.snapshot()).toMatchObject({ status: 'refunded', refundBankReference: 'arn-1', refundedAt: NOW });
    expect(payment.settle(report({ reportId: 'r2' }), NOW).status).toBe('refunded');
  });

  it('never gives back more than was paid, nor takes a word on another sum', () => {
    const payment = aPayment();
    payment.settle(report(), NOW);
    expect(() => payment.giveBack(rupees(51))).toThrow(RefundTooLarge);

    payment.giveBack(rupees(20));
    expect(payment.refundDue).toEqual(rupees(20));
    expect(() => payment.hearRefund(refund())).toThrow(NoRefundDue);
  });

  it('can still be given back by hand after the gateway gave up', () => {
    const payment = aPayment();
    payment.settle(report(), NOW, { demandAlreadyPaid: true });
    expect(payment.giveUpRefund('timeout')).toBe(true);
    expect(payment.giveUpRefund('timeout')).toBe(true);
    expect(payment.snapshot()).toMatchObject({ status: 'refund-failed', refundProblem: 'timeout', refundFailures: 2 });

    expect(payment.hearRefund(refund())).toBe(true);
    expect(payment.snapshot()).not.toHaveProperty('refundProblem');
  });

  it('is ordered anew only after the gateway itself said that the last order failed', () => {
    const payment = aPayment();
    payment.settle(report({ transactionId: 'pay_1' }), NOW, { demandAlreadyPaid: true });
    payment.giveUpRefund('timeout');
    expect(payment.refundAttempt).toBe(1);
    payment.hearRefund(refund({ outcome: 'pending' }));
    expect(payment.giveUpRefund('timeout')).toBe(false);
    payment.hearRefund(refund({ outcome: 'failed', reason: 'account-closed' }));
    expect(payment.refundAttempt).toBe(2);
    expect(payment.refundDue).toEqual(rupees(50));

    const second = { refundReference: 'rfnd2' };
    expect(payment.hearRefund(refund({ ...second, outcome: 'pending' }))).toBe(true);
    expect(payment.hearRefund(refund({ outcome: 'pending' }))).toBe(false);
    expect(payment.hearRefund(refund(second))).toBe(true);
    expect(() => payment.hearRefund(refund({ refundReference: 'rfnd3' }))).toThrow(NoRefundDue);
  });

  it('can be paid while it is open or failed, not while the bank is thinking and not afterwards', () => {
    const payment = aPayment();
    expect(payment.isPayable(IN_TIME)).toBe(true);
    expect(payment.isPayable(EXPIRY)).toBe(false);

    payment.settle(report({ outcome: 'pending' }), NOW);
    expect(payment.isPayable(IN_TIME)).toBe(false);
  });

  it('refuses to cancel what was paid or is set aside', () => {
    const paid = aPayment();
    paid.settle(report(), NOW);
    const odd = aPayment();
    odd.settle(wrongAmount('r1'), NOW);

    expect(() => paid.cancel(NOW)).toThrow(AlreadyPaid);
    expect(() => odd.cancel(NOW)).toThrow(PaymentClosed);
  });

  it('expires when its time is over and not before', () => {
    const payment = aPayment();
    expect(payment.expire(IN_TIME)).toBe(false);
    expect(payment.expire(EXPIRY)).toBe(true);
    expect(payment.expire(NOW)).toBe(false);
  });

  it('takes its link even when the callback came first', () => {
    const payment = aPayment();
    payment.settle(report(), NOW);
    payment.link({ url: 'https://pay.example/1', gatewayReference: 'g1' });

    expect(payment.snapshot()).toMatchObject({ status: 'paid', url: 'https://pay.example/1' });
  });
});

const reportsOn = (amount: fc.Arbitrary<PaymentReport['amount']>) =>
  fc.uniqueArray(
    fc.record(
      {
        reportId: fc.string({ minLength: 1, maxLength: 3 }),
        outcome: fc.constantFrom<PaymentReport['outcome']>('paid', 'paid', 'failed', 'pending'),
        amount,
        at: fc.constantFrom('2026-06-10T10:10:00.000Z', IN_TIME, LATE, '2026-06-11T00:00:00.000Z'),
        gatewayReference: fc.constantFrom('g1', 'g2'),
        reason: fc.constantFrom('declined', 'timeout'),
        bankReference: fc.constantFrom('415900000001', '415900000002'),
      },
      { requiredKeys: ['reportId', 'outcome', 'amount', 'at', 'gatewayReference', 'reason'] },
    ),
    { selector: (each) => each.reportId, maxLength: 7 },
  );

/** All on one sum of money, of the right amount or of a wrong one. */
const reports = fc.constantFrom(rupees(50), rupees(50), rupees(49)).chain((amount) => reportsOn(fc.constant(amount)));

const beginnings = ['open', 'expired', 'cancelled'] as const;

function aPaymentThatIs(beginning: (typeof beginnings)[number]): Payment {
  const payment = aPayment();
  if (beginning === 'expired') payment.expire(NOW);
  if (beginning === 'cancelled') payment.cancel(NOW);
  return payment;
}

const heard = reports.chain((each) => fc.tuple(fc.constant(each), inAnotherOrderAndAgain(each)));

const inAnotherOrderAndAgain = <T>(each: readonly T[]): fc.Arbitrary<T[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...each], { minLength: each.length }),
      each.length > 0 ? fc.array(fc.constantFrom(...each), { maxLength: 5 }) : fc.constant<T[]>([]),
    )
    .map(([all, again]) => [...all, ...again]);

describe('the laws of callbacks', () => {
  it('end in the same state in any order and any number', () => {
    fc.assert(
      fc.property(
        heard,
        fc.constantFrom(...beginnings),
        fc.boolean(),
        ([once, otherwise], beginning, demandAlreadyPaid) => {
          const [one, other] = [aPaymentThatIs(beginning), aPaymentThatIs(beginning)];
          for (const each of once) one.settle(report(each), NOW, { demandAlreadyPaid });
          for (const each of otherwise) other.settle(report(each), NOW, { demandAlreadyPaid });
          expect(other.snapshot()).toEqual(one.snapshot());
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('end in the same state whether the time runs out before, between or after them', () => {
    fc.assert(
      fc.property(reports, fc.nat(), (each, when) => {
        const [before, between] = [aPaymentThatIs('expired'), aPayment()];
        const at = when % (each.length + 1);
        for (const [i, one] of each.entries()) {
          if (i === at) between.expire(NOW);
          before.settle(report(one), NOW);
          between.settle(report(one), NOW);
        }
        between.expire(NOW);
        expect(between.status).toBe(before.status);
      }),
    );
  });

  it('let paid stay paid', () => {
    fc.assert(
      fc.property(reports, fc.boolean(), (each, demandAlreadyPaid) => {
        const payment = aPayment();
        payment.settle(report({ reportId: 'the first' }), NOW);
        for (const one of each.filter((one) => !payment.isOnOtherMoney(report(one)))) {
          expect(payment.settle(report(one), NOW, { demandAlreadyPaid })).toEqual({ changed: false, status: 'paid' });
        }
      }),
    );
  });

  it('hold after the payment was stored and read back in between', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...beginnings), (each, beginning) => {
        const [kept, stored] = [aPaymentThatIs(beginning), aPaymentThatIs(beginning)];
        const final = each.reduce((payment, one) => {
          kept.settle(report(one), NOW);
          payment.settle(report(one), NOW);
          return Payment.restore(JSON.parse(JSON.stringify(payment.snapshot())));
        }, stored);
        expect(final.snapshot()).toEqual(kept.snapshot());
      }),
    );
  });
});

describe('the laws of refunds', () => {
  const outcomes = fc.array(fc.constantFrom<RefundReport['outcome']>('pending', 'done', 'failed'), { maxLength: 6 });
  const aLatePayment = () => {
    const payment = aPayment();
    payment.settle(report({ at: LATE }), NOW);
    return payment;
  };

  it('end in the same state in any order and any number, and done is the end', () => {
    fc.assert(
      fc.property(
        outcomes.chain((each) => fc.tuple(fc.constant(each), inAnotherOrderAndAgain(each))),
        ([one, other]) => {
          const [first, second] = [aLatePayment(), aLatePayment()];
          for (const outcome of one) first.hearRefund(refund({ outcome }));
          for (const outcome of other) second.hearRefund(refund({ outcome }));
          expect(second.snapshot()).toEqual(first.snapshot());
          if (one.includes('done')) expect(first.status).toBe('refunded');
        },
      ),
    );
  });

  it('let money go back at most once, and never more than came, whatever is tried', () => {
    const tries = fc.array(
      fc.oneof(
        fc.record({ what: fc.constant('give-back' as const), paise: fc.integer({ min: 1, max: 10_000 }) }),
        fc.record({
          what: fc.constantFrom('done', 'failed', 'pending'),
          paise: fc.constantFrom(2_000, 5_000, 9_000),
          reference: fc.constantFrom('rfnd1', 'rfnd2'),
        }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(tries, (each) => {
        const payment = aPayment();
        payment.settle(report(), NOW);
        let returned = 0;
        for (const one of each) {
          const before = payment.status;
          try {
            if (one.what === 'give-back') payment.giveBack(paise(one.paise));
            else
              payment.hearRefund(
                refund({ outcome: one.what, amount: paise(one.paise), refundReference: one.reference }),
              );
          } catch (error) {
            expect([NoRefundDue, RefundTooLarge]).toContain((error as Error).constructor);
          }
          if (payment.status === 'refunded' && before !== 'refunded') returned += one.paise;
        }
        expect(returned).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});
