import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenGateway } from '#adapters/payments/payment-plugin.ts';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { GatewayReport, PaymentOrder, RefundOrder, RefundReport } from '#application/ports/out/payment-gateway.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import { rupees } from '#domain/shared/money.ts';
import { Refusal } from '#domain/shared/refusal.ts';

/** What a gateway's test brings, so that the laws can be tried on it. */
export interface GatewayOnTrial {
  readonly gateway: OpenGateway;
  /** Reports that reached `paying.settle`. */
  readonly settled: GatewayReport[];
  readonly callbackPath: string;
  /** Has `paying.settle` throw this the next time. */
  settleFails(error: Error): void;
  /** Somebody pays, or tries to; returns the callback as the provider would send it. */
  happens(
    paymentId: string,
    outcome: GatewayReport['outcome'],
  ): Promise<{ headers: Record<string, string>; body: string }>;
  /** Reports that reached `paying.settleRefund`. */
  readonly returned: RefundReport[];
  /** The bank gives back what was asked for, or cannot; returns the callback. */
  refundHappens(
    refund: RefundReport,
    outcome: RefundReport['outcome'],
  ): { headers: Record<string, string>; body: string };
  /** Signs any body as the provider would. */
  signs(body: string): Record<string, string>;
  /** The provider does not answer the next call. */
  breaks(): void;
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

export const anOrder = (change: Partial<PaymentOrder> = {}): PaymentOrder => ({
  paymentId: '01890000-0000-7000-8000-000000000001',
  amount: rupees(4368),
  description: 'MCD/PT/000017',
  expiresAt: '2026-06-10T12:00:00.000Z',
  returnUrl: 'https://city.example/done',
  ...change,
});

export const aWebRequest = (change: Partial<WebRequest> & { readonly text?: string } = {}): WebRequest => {
  const { text = '', ...rest } = change;
  const empty = { params: {}, query: {}, headers: {}, cookies: {} };
  return { method: 'POST', path: '/', ...empty, body: Buffer.from(text), ip: '127.0.0.1', ...rest };
};

export function routeOf(routes: readonly Route[], method: Route['method'], path: string): Route {
  const route = routes.find((each) => each.method === method && each.path === path);
  if (!route) throw new Error(`no route ${method} ${path}`);
  return route;
}

class NoSuchPayment extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('payment.unknown');
  }
}

/** The laws that hold for every payment gateway. */
export function describePaymentGateway(name: string, open: () => Promise<GatewayOnTrial>): void {
  describe(`${name} as a payment gateway`, () => {
    let trial: GatewayOnTrial;
    const call = async (headers: Record<string, string>, text: string): Promise<WebResponse> =>
      routeOf(trial.gateway.routes, 'POST', trial.callbackPath).handle(aWebRequest({ headers, text }));

    beforeEach(async () => {
      trial = await open();
    });
    afterEach(() => trial.close());

    it('gives the same link for the same payment, and another one for another', async () => {
      const [first, again] = [await trial.gateway.createLink(anOrder()), await trial.gateway.createLink(anOrder())];
      const other = await trial.gateway.createLink(anOrder({ paymentId: '01890000-0000-7000-8000-000000000002' }));

      expect(again).toEqual(first);
      expect(first.url).toMatch(/^https?:\/\//);
      expect(other.url).not.toBe(first.url);
    });

    it.each(['paid', 'failed', 'pending'] as const)(
      'turns a callback of "%s" into a report of our payment in paise',
      async (outcome) => {
        await trial.gateway.createLink(anOrder());
        const { headers, body } = await trial.happens(anOrder().paymentId, outcome);

        expect((await call(headers, body)).status).toBe(200);
        expect(trial.settled).toHaveLength(1);
        expect(trial.settled[0]).toMatchObject({ paymentId: anOrder().paymentId, outcome, amount: { paise: 436_800 } });
        expect(trial.settled[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      },
    );

    it('gives the same callback the same report id', async () => {
      await trial.gateway.createLink(anOrder());
      const { headers, body } = await trial.happens(anOrder().paymentId, 'paid');
      await call(headers, body);
      await call(headers, body);

      expect(new Set(trial.settled.map((report) => report.reportId)).size).toBe(1);
    });

    it('turns away a callback that is not signed, or was changed, and settles nothing', async () => {
      await trial.gateway.createLink(anOrder());
      const { headers, body } = await trial.happens(anOrder().paymentId, 'paid');

      expect((await call({}, body)).status).toBe(401);
      expect((await call(headers, body.replace('436800', '100'))).status).toBe(401);
      expect((await call(headers, `${body} `)).status).toBe(401);
      expect(trial.settled).toEqual([]);
    });

    it('answers garbage and never throws, signed or not', async () => {
      const body = fc.oneof(fc.string(), fc.json(), fc.constant('{"event":"payment_link.paid","payload":{}}'));
      await fc.assert(
        fc.asyncProperty(body, fc.boolean(), async (text, isSigned) => {
          const { status } = await call(isSigned ? trial.signs(text) : {}, text);
          expect(isSigned ? [200, 400] : [401]).toContain(status);
        }),
      );
      expect(trial.settled).toEqual([]);
    });

    it('has a callback sent again when it could not be stored, and not when it is refused', async () => {
      await trial.gateway.createLink(anOrder());
      const { headers, body } = await trial.happens(anOrder().paymentId, 'paid');

      trial.settleFails(new NoSuchPayment());
      expect((await call(headers, body)).status).toBe(200);
      trial.settleFails(new Error('the store is full'));
      await expect(call(headers, body)).rejects.toThrow('the store is full');
    });

    it('knows nothing of a payment until somebody pays, and then says the same as the callback', async () => {
      const { paymentId } = anOrder();
      expect(await trial.gateway.find(paymentId)).toEqual([]);
      await trial.gateway.createLink(anOrder());
      expect(await trial.gateway.find(paymentId)).toEqual([]);

      const { headers, body } = await trial.happens(paymentId, 'paid');
      await call(headers, body);
      const without = ({ reportId: _told, ...rest }: GatewayReport) => rest;

      expect((await trial.gateway.find(paymentId)).map(without)).toEqual(trial.settled.map(without));
      expect(trial.settled).toHaveLength(1);
    });

    describe('giving money back', () => {
      const { paymentId, amount } = anOrder();
      const anOrderToReturn = (change: Partial<RefundOrder> = {}): RefundOrder => ({
        paymentId,
        amount,
        attempt: 1,
        ...change,
      });
      beforeEach(async () => {
        await trial.gateway.createLink(anOrder());
        const { headers, body } = await trial.happens(paymentId, 'paid');
        await call(headers, body);
      });

      it('gives it back once, however often it is asked, by the number of the money or without', async () => {
        const first = await trial.gateway.refund(anOrderToReturn());
        const { transactionId = '' } = trial.settled[0] ?? {};

        expect(first).toMatchObject({ paymentId, amount, outcome: 'pending' });
        expect(transactionId).not.toBe('');
        expect(await trial.gateway.refund(anOrderToReturn({ transactionId }))).toEqual(first);
        expect(await trial.gateway.findRefund(anOrderToReturn())).toEqual(first);
      });

      it.each(['pending', 'done', 'failed'] as const)('turns a callback of "%s" into a report', async (outcome) => {
        const asked = await trial.gateway.refund(anOrderToReturn({ amount: rupees(1000) }));
        const { headers, body } = trial.refundHappens(asked, outcome);

        expect((await call({}, body)).status).toBe(401);
        expect((await call(headers, body)).status).toBe(200);
        const { refundReference } = asked;
        expect(trial.returned).toMatchObject([{ paymentId, refundReference, outcome, amount: rupees(1000) }]);
        expect(trial.settled).toHaveLength(1);
      });

      it('knows nothing of what was never asked for', async () => {
        expect(await trial.gateway.findRefund(anOrderToReturn())).toBeUndefined();
      });

      it('refuses more than was paid, and what nobody paid', async () => {
        const unpaid = anOrder({ paymentId: '01890000-0000-7000-8000-000000000009' });
        await trial.gateway.createLink(unpaid);
        for (const order of [{ amount: rupees(5000) }, { paymentId: unpaid.paymentId }])
          await expect(trial.gateway.refund(anOrderToReturn(order))).rejects.toMatchObject({ retry: false });
      });

      it('says "try again" while the gateway is down', async () => {
        trial.breaks();
        await expect(trial.gateway.refund(anOrderToReturn())).rejects.toMatchObject({ retry: true });
        trial.breaks();
        await expect(trial.gateway.findRefund(anOrderToReturn())).rejects.toMatchObject({ retry: true });
      });
    });

    it('says "try again" when the gateway is down, and works afterwards', async () => {
      trial.breaks();
      await expect(trial.gateway.createLink(anOrder())).rejects.toMatchObject({ name: 'GatewayDown', retry: true });
      trial.breaks();
      await expect(trial.gateway.find(anOrder().paymentId)).rejects.toMatchObject({ name: 'GatewayDown', retry: true });

      expect(await trial.gateway.createLink(anOrder())).toHaveProperty('url');
    });

    it('shows no secret in its errors, links or answers', async () => {
      trial.breaks();
      const error = await trial.gateway.createLink(anOrder()).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(GatewayDown);
      const link = await trial.gateway.createLink(anOrder());
      const answer = await call({}, '{}');

      const said = inspect([error, link, answer], { depth: null, showHidden: true });
      for (const secret of trial.secrets) expect(said).not.toContain(secret);
    });

    it('says whether it is well set up', async () => {
      expect(await trial.gateway.check()).toMatchObject({ ok: true });
    });
  });
}
