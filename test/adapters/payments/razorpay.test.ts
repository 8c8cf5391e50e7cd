import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenGateway } from '#adapters/payments/payment-plugin.ts';
import { razorpay } from '#adapters/payments/razorpay/index.ts';
import { RazorpayStandIn } from '#adapters/stand-ins/razorpay/index.ts';
import { orderReference } from '#domain/payment/order-reference.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import { rupees } from '#domain/shared/money.ts';
import { anOrder, aWebRequest, describePaymentGateway, routeOf } from '#test/contracts/describe-payment-gateway.ts';
import { aWorld, type TrialWorld } from './a-world.ts';

const secrets = { keyId: 'rzp_test_key', keySecret: 'key-secret', webhookSecret: 'webhook-secret' };

async function open() {
  const world = aWorld();
  const standIn = new RazorpayStandIn({ ...secrets, now: () => Date.parse(world.now) });
  const apiUrl = await standIn.start();
  return { world, standIn, apiUrl, gateway: razorpay.open({ ...secrets, apiUrl }, world) };
}

const eventFor = { paid: 'payment_link.paid', failed: 'payment.failed', pending: 'payment.authorized' } as const;
const refundEventFor = {
  pending: ['refund.created', 'pending'],
  done: ['refund.processed', 'processed'],
  failed: ['refund.failed', 'failed'],
} as const;
const statusFor = { paid: 'captured', failed: 'failed', pending: 'authorized' } as const;

describePaymentGateway('razorpay', async () => {
  const { world, standIn, gateway } = await open();
  return {
    gateway,
    settled: world.settled,
    returned: world.returned,
    settleFails: world.settleFails,
    callbackPath: '/webhooks/razorpay',
    happens: async (paymentId, outcome) => {
      const { body, headers } = standIn.webhook(
        eventFor[outcome],
        standIn.links.pay(paymentId, { status: statusFor[outcome] }),
      );
      return { body, headers: { ...headers } };
    },
    refundHappens: ({ refundReference }, outcome) => {
      const known = standIn.refunds.get(refundReference);
      if (!known) throw new Error('no such refund');
      const [event, status] = refundEventFor[outcome];
      const { body, headers } = standIn.refundWebhook(
        event,
        status === 'pending' ? known : standIn.refunds.end(known.id, status),
      );
      return { body, headers: { ...headers } };
    },
    signs: (body) => ({ ...standIn.sign(body) }),
    breaks: () => standIn.failNext(503),
    secrets: ['key-secret', 'webhook-secret', Buffer.from('rzp_test_key:key-secret').toString('base64')],
    close: () => standIn.close(),
  };
});

describe('razorpay', () => {
  let standIn: RazorpayStandIn;
  let world: TrialWorld;
  let gateway: OpenGateway;
  let apiUrl: string;

  beforeEach(async () => {
    ({ world, standIn, gateway, apiUrl } = await open());
  });
  afterEach(() => standIn.close());

  const hear = async (event: string, link: Parameters<RazorpayStandIn['webhook']>[1]) => {
    const { body, headers } = standIn.webhook(event, link);
    return routeOf(gateway.routes, 'POST', '/webhooks/razorpay').handle(aWebRequest({ headers, text: body }));
  };

  it('finds the link again when the answer to its creation was lost', async () => {
    standIn.failNext(0);
    await expect(gateway.createLink(anOrder())).rejects.toMatchObject({ code: 'unreachable', retry: true });
    const { id } = standIn.links.create({ ...linkRequest, reference_id: anOrder().paymentId }, 'https://rzp.example');

    expect((await gateway.createLink(anOrder())).gatewayReference).toBe(id);
  });

  it('does not hand out a link over another amount', async () => {
    await gateway.createLink(anOrder());

    await expect(gateway.createLink(anOrder({ amount: rupees(1) }))).rejects.toMatchObject({
      code: 'amount-differs',
      retry: false,
    });
  });

  it('asks for as short a life as Razorpay allows when the payment ends sooner', async () => {
    const { gatewayReference } = await gateway.createLink(anOrder({ expiresAt: '2026-06-10T10:05:00.000Z' }));

    expect(standIn.links.get(gatewayReference)?.expire_by).toBe(Date.parse('2026-06-10T10:16:00.000Z') / 1000);
  });

  it.each([
    [429, true],
    [500, true],
    [401, false],
  ])('on %i says retry: %s', async (status, retry) => {
    standIn.failNext(status);
    await expect(gateway.find('p')).rejects.toMatchObject({ retry });
  });

  it('reports a part payment by what was paid, so that it is set aside', async () => {
    await gateway.createLink(anOrder());
    await hear('payment_link.partially_paid', standIn.links.pay(anOrder().paymentId, { amount: 10_000 }));

    expect(world.settled[0]).toMatchObject({ outcome: 'paid', amount: rupees(100) });
  });

  it('tells the sums apart of a link that was paid twice, by event and when asked', async () => {
    await gateway.createLink(anOrder());
    for (let time = 0; time < 2; time += 1) await hear('payment_link.paid', standIn.links.pay(anOrder().paymentId));
    const found = await gateway.find(anOrder().paymentId);

    expect(new Set(found.map(({ transactionId }) => transactionId)).size).toBe(2);
    expect(found.map(({ transactionId, amount }) => [transactionId, amount])).toEqual(
      world.settled.map(({ transactionId, amount }) => [transactionId, amount]),
    );
  });

  describe('where orders in the chat are paid at Razorpay too', () => {
    const { paymentId, amount } = anOrder();
    const receipt = orderReference(paymentId);
    beforeEach(async () => {
      gateway = razorpay.open({ ...secrets, apiUrl, chatConfiguration: 'delhi-razorpay' }, world);
      await gateway.createLink(anOrder());
      standIn.orders.create(receipt, amount.paise);
    });

    it('finds what was paid by the order, of which no webhook of a link speaks', async () => {
      expect(await gateway.find(paymentId)).toEqual([]);
      standIn.orders.pay(receipt, { status: 'failed' });
      expect(await gateway.find(paymentId)).toEqual([]);
      const { id } = standIn.orders.pay(receipt);

      expect(await gateway.find(paymentId)).toMatchObject([{ paymentId, transactionId: id, outcome: 'paid', amount }]);
      const asked = await gateway.refund({ paymentId, amount, transactionId: id, attempt: 1 });
      expect(asked).toMatchObject({ outcome: 'pending', amount });
    });

    it('finds both sums of somebody who paid by the link and by the order', async () => {
      const [byOrder, byLink] = [standIn.orders.pay(receipt), standIn.links.pay(paymentId)];

      const found = await gateway.find(paymentId);
      expect(found.map(({ transactionId }) => transactionId)).toEqual([byLink.payments[0]?.payment_id, byOrder.id]);
      expect(found.every(({ outcome }) => outcome === 'paid')).toBe(true);
    });

    it('says what became of the link while nobody has paid the order', async () => {
      const [link] = standIn.links.list(paymentId);
      standIn.links.end(link?.id ?? '', 'expired');

      expect(await gateway.find(paymentId)).toMatchObject([{ outcome: 'failed', reason: 'expired' }]);
    });
  });

  it.each(['expired', 'cancelled'] as const)('reports a link that is %s', async (status) => {
    const { gatewayReference } = await gateway.createLink(anOrder());
    const link = standIn.links.end(gatewayReference, status);
    if (link) await hear(`payment_link.${status}`, link);

    expect(world.settled).toMatchObject([{ outcome: 'failed', reason: status }]);
    expect(await gateway.find(anOrder().paymentId)).toMatchObject([{ outcome: 'failed', reason: status }]);
  });

  it('takes in events that say nothing of our payments, and settles nothing', async () => {
    await gateway.createLink(anOrder());
    const link = standIn.links.pay(anOrder().paymentId);

    expect(await hear('settlement.processed', link)).toMatchObject({ status: 200 });
    expect(await hear('order.paid', link)).toMatchObject({ status: 200 });
    expect(world.settled).toEqual([]);
  });

  it('gives back another time only by another order, when the first one failed', async () => {
    const { paymentId, amount } = anOrder();
    await gateway.createLink(anOrder());
    standIn.links.pay(paymentId);
    const order = { paymentId, amount, attempt: 1 };
    const first = await gateway.refund(order);
    standIn.refunds.end(first.refundReference, 'failed');

    expect((await gateway.refund(order)).refundReference).toBe(first.refundReference);
    const second = await gateway.refund({ ...order, attempt: 2 });
    expect(second.refundReference).not.toBe(first.refundReference);
    await expect(gateway.refund({ ...order, attempt: 3 })).rejects.toMatchObject({ retry: false });
  });

  it('knows by the note of its payment a refund that a person began at Razorpay itself', async () => {
    const { paymentId, amount } = anOrder();
    await gateway.createLink(anOrder());
    const { payments } = standIn.links.pay(paymentId);
    const payment = standIn.links.payment(payments[0]?.payment_id ?? '');
    const made = payment && standIn.refunds.create(payment, '{}', undefined);
    if (typeof made !== 'object') throw new Error(`refused: ${made}`);
    const { body, headers } = standIn.refundWebhook('refund.processed', standIn.refunds.end(made.id, 'processed'));
    await routeOf(gateway.routes, 'POST', '/webhooks/razorpay').handle(aWebRequest({ headers, text: body }));

    expect(world.returned).toMatchObject([{ paymentId, outcome: 'done', amount, bankReference: '415900000099' }]);
  });

  it('accepts the previous secret while a new one is being introduced', async () => {
    const after = razorpay.open(
      { ...secrets, apiUrl, webhookSecret: 'new-secret', previousWebhookSecret: 'webhook-secret' },
      world,
    );
    await after.createLink(anOrder());
    const { body, headers } = standIn.webhook('payment_link.paid', standIn.links.pay(anOrder().paymentId));
    await routeOf(after.routes, 'POST', '/webhooks/razorpay').handle(aWebRequest({ headers, text: body }));

    expect(world.settled).toHaveLength(1);
  });

  it('says what is wrong when the key is', async () => {
    const other = razorpay.open({ ...secrets, apiUrl, keySecret: 'another' }, world);

    expect(await other.check()).toEqual({ ok: false, problem: '401-BAD_REQUEST_ERROR' });
  });

  it('sends nothing of the citizen to the gateway', async () => {
    const { gatewayReference } = await gateway.createLink(anOrder());

    expect(Object.keys(standIn.links.get(gatewayReference) ?? {})).not.toContain('customer');
  });

  it('is unreachable, and may be tried again, when nobody listens', async () => {
    await standIn.close();
    const error = await gateway.find('p').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GatewayDown);
    expect(error).toMatchObject({ retry: true });
    await standIn.start();
  });
});

describe('what Razorpay really sends', () => {
  const fixture = (name: string) =>
    readFileSync(new URL(`../../fixtures/razorpay/${name}.json`, import.meta.url), 'utf8');

  it.each([
    [
      'payment-link-paid',
      {
        paymentId: 'PT-2026-00017',
        outcome: 'paid',
        amount: rupees(210),
        currency: 'INR',
        method: 'upi',
        bankReference: '415900000017',
        gatewayReference: 'plink_Example0000017',
      },
    ],
    [
      'payment-failed',
      {
        paymentId: 'PT-2026-00017',
        outcome: 'failed',
        reason: 'payment_failed',
        gatewayReference: 'pay_Example0000016',
        method: 'card',
      },
    ],
    ['payment-link-expired', { paymentId: 'PT-2026-00018', outcome: 'failed', reason: 'expired' }],
  ])('%s becomes a report', async (name, report) => {
    const world = aWorld();
    const standIn = new RazorpayStandIn(secrets);
    const gateway = razorpay.open({ ...secrets, apiUrl: 'http://127.0.0.1:9' }, world);
    const text = fixture(name);
    const headers = standIn.sign(text);
    await routeOf(gateway.routes, 'POST', '/webhooks/razorpay').handle(aWebRequest({ headers, text }));

    expect(world.settled).toMatchObject([{ ...report, reportId: headers['x-razorpay-event-id'] }]);
  });
});

const linkRequest = {
  amount: anOrder().amount.paise,
  currency: 'INR',
  description: 'a link whose answer was lost',
  expire_by: Date.parse('2026-06-10T12:00:00.000Z') / 1000,
  notes: {},
};
