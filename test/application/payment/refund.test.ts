import { beforeEach, describe, expect, it } from 'vitest';
import { EraseCitizen } from '#application/citizen/erase-citizen.ts';
import { ReconcilePayments } from '#application/payment/reconcile-payments.ts';
import { SettleRefund } from '#application/payment/settle-refund.ts';
import type { PaymentGateway, RefundOrder, RefundReport } from '#application/ports/out/payment-gateway.ts';
import { TrackApplications } from '#application/service-application/track-applications.ts';
import { StillInHand } from '#domain/citizen/errors.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import { rupees } from '#domain/shared/money.ts';
import { aCitizen, aDemand, aPayment, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, aWorld, dueKinds, NOW, noWakeup, type World } from '#test/kit/fakes.ts';

const DAY = 24 * 60;
const refundDays = { value: 7, from: '2026-01-01', verified: true, source: 'test' };

/** A gateway that gives back what it is asked for, unless it is told otherwise. */
class Gateway implements PaymentGateway {
  readonly name = 'test';
  readonly orders: RefundOrder[] = [];
  failure: GatewayDown | undefined;
  outcome: RefundReport['outcome'] = 'pending';

  async refund(order: RefundOrder): Promise<RefundReport> {
    this.orders.push(order);
    if (this.failure) throw this.failure;
    return this.reportOn(order);
  }

  async findRefund(order: RefundOrder): Promise<RefundReport> {
    return this.reportOn(order);
  }

  reportOn({ paymentId, amount, attempt }: RefundOrder): RefundReport {
    return { paymentId, refundReference: `rfnd-${attempt}`, outcome: this.outcome, amount, at: NOW };
  }

  readonly createLink = () => Promise.reject(new Error('not part of this test'));
  readonly find = async () => [];
  readonly check = async () => ({ ok: true }) as const;
}

let world: World;
let gateway: Gateway;
let refunds: SettleRefund;

beforeEach(async () => {
  world = aWorld();
  gateway = new Gateway();
  const { store, clock, log } = world;
  const { payments, demands, jobs, transactions, applications } = store;
  refunds = new SettleRefund(payments, demands, gateway, jobs, transactions, clock, noWakeup, log);
  await aCitizen(world);
  await applications.add(aServiceApplication({ status: 'withdrawn', fee: rupees(50) }));
  await demands.add(aDemand());
  await payments.add(aPayment());
  const paid = { paymentId: 'payment-1', gatewayReference: 'g', transactionId: 'pay-1', reportId: 'r', at: NOW };
  await payments.update('payment-1', (each) => {
    each.settle({ ...paid, outcome: 'paid', amount: rupees(50) }, NOW, { demandAlreadyPaid: true });
  });
});

const ask = (isLastTry = false) => refunds.ask('payment-1', isLastTry);
const payment = async () => (await world.store.payments.find('payment-1'))?.snapshot();
const refused = (retry: boolean) => new GatewayDown('no-balance', { retry });

describe('SettleRefund', () => {
  it('orders it by the number of the money, and no second time once the gateway took the order', async () => {
    await ask();
    await ask();
    expect(gateway.orders).toEqual([
      { paymentId: 'payment-1', amount: rupees(50), transactionId: 'pay-1', attempt: 1 },
    ]);
    expect((await payment())?.status).toBe('refund-asked');
    expect(await dueKinds(world)).toEqual(['record-entry']);
  });

  it('tells the citizen once that the money is back, however often the gateway says so', async () => {
    await ask();
    gateway.outcome = 'done';
    const report = gateway.reportOn({ paymentId: 'payment-1', amount: rupees(50), attempt: 1 });
    await Promise.all([refunds.settleRefund(report), refunds.settleRefund(report), refunds.settleRefund(report)]);
    expect((await payment())?.status).toBe('refunded');
    expect((await dueKinds(world)).filter((kind) => kind === 'tell-citizen')).toHaveLength(1);
  });

  it('gives the same order again after the gateway was down, and says nothing meanwhile', async () => {
    gateway.failure = refused(true);
    await expect(ask()).rejects.toThrow(GatewayDown);
    expect(await dueKinds(world)).toEqual([]);
    gateway.failure = undefined;
    await ask();
    expect(gateway.orders[1]).toEqual(gateway.orders[0]);
  });

  it.each([
    ['refuses', false, false],
    ['is down at the last try', true, true],
  ])('calls a person, tells the citizen and tries again a day later when the gateway %s', async (_, retry, isLast) => {
    gateway.failure = refused(retry);
    await ask(isLast);
    expect((await payment())?.status).toBe('refund-failed');
    expect(world.log.alarms).toEqual(['payment.refund-failed']);
    expect(await dueKinds(world)).toEqual(['record-entry', 'tell-citizen']);
    world.clock.advance(DAY);
    expect(await dueKinds(world)).toContain('ask-refund');

    gateway.failure = undefined;
    await ask();
    expect(gateway.orders[1]).toEqual(gateway.orders[0]);
    expect((await payment())?.status).toBe('refund-asked');
  });

  it('gives another order only when the gateway took the first and could not do it', async () => {
    gateway.outcome = 'failed';
    await ask();
    gateway.outcome = 'done';
    await ask();
    await ask();
    expect(gateway.orders.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect((await payment())?.status).toBe('refunded');
  });

  it('leaves it to a person after five failures, and the citizen hears of the delay once', async () => {
    gateway.failure = refused(false);
    for (let day = 0; day < 7; day += 1) await ask();
    world.clock.advance(DAY);
    const kinds = await dueKinds(world);
    expect(kinds.filter((kind) => kind === 'ask-refund')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'tell-citizen')).toHaveLength(1);
  });
});

describe('money on its way back', () => {
  const tracking = () => {
    const { applications, demands, payments } = world.store;
    return new TrackApplications(applications, demands, payments, catalogue, aCalendar, refundDays, world.clock);
  };
  const refundsTold = async () => (await tracking().track('citizen-1'))[0]?.refunds;

  it('is asked about when nobody speaks of it', async () => {
    const { payments } = world.store;
    const settling = { settle: async () => undefined };
    await ask();
    gateway.outcome = 'done';
    world.clock.advance(6);
    await new ReconcilePayments(payments, gateway, settling, refunds, world.clock, world.log).reconcile();
    expect((await payment())?.status).toBe('refunded');
  });

  it('stands where the citizen asks how far it has got', async () => {
    expect(await refundsTold()).toEqual([{ amount: rupees(50), state: 'coming', days: 7 }]);
    gateway.failure = refused(false);
    await ask();
    expect(await refundsTold()).toMatchObject([{ state: 'delayed' }]);
    gateway.failure = undefined;
    gateway.outcome = 'done';
    await ask();
    expect(await refundsTold()).toMatchObject([{ state: 'done', on: NOW.slice(0, 10) }]);
  });

  it('keeps its citizen from being forgotten until it is back', async () => {
    const { citizens, applications, demands, payments, auditLog, transactions } = world.store;
    const { clock, log } = world;
    const erasing = new EraseCitizen(citizens, applications, demands, payments, auditLog, transactions, clock, log);
    await expect(erasing.requireErasable('citizen-1')).rejects.toThrow(StillInHand);
    gateway.outcome = 'done';
    await ask();
    await erasing.requireErasable('citizen-1');
  });

  it('is nobody else’s to see', async () => {
    expect(await tracking().track('citizen-2')).toEqual([]);
  });
});
