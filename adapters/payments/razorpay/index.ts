import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Route, WebRequest } from '#adapters/shared/route.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type {
  GatewayReport,
  PaymentLink,
  PaymentOrder,
  RefundOrder,
  RefundReport,
} from '#application/ports/out/payment-gateway.ts';
import { orderReference } from '#domain/payment/order-reference.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import { callbackRoute } from '../callback-route.ts';
import type { OpenGateway, PaymentPlugin, PaymentWorld } from '../payment-plugin.ts';
import { isSigned } from '../signature.ts';
import { RazorpayClient, type RazorpaySettings } from './client.ts';
import { PAYMENT_NOTE, reportOfEvent, reportOfLink, reportOfPaid, reportOfRefund } from './report.ts';
import { orders, payment, paymentLink, paymentLinks, type RazorpayLink, refund, refunds } from './wire.ts';

export type { RazorpaySettings } from './client.ts';

/** Razorpay's payment links: one link for one payment of ours, known to both sides by our payment's id. */
export const razorpay: PaymentPlugin<RazorpaySettings> = {
  name: 'razorpay',
  open: (settings, world) => new Razorpay(settings, world),
};

/** Razorpay refuses links that end sooner than in 15 minutes; a minute more for clocks that differ. */
const SHORTEST_LIFE_SECONDS = 16 * 60;

class Razorpay implements OpenGateway {
  readonly name = 'razorpay';
  readonly routes: readonly Route[];
  private readonly client: RazorpayClient;
  private readonly clock: Clock;
  private readonly settings: RazorpaySettings;

  constructor(settings: RazorpaySettings, world: PaymentWorld) {
    this.client = new RazorpayClient(settings);
    this.clock = world.clock;
    this.settings = settings;
    this.routes = [
      callbackRoute(
        {
          path: '/webhooks/razorpay',
          isGenuine: (request) => isFromRazorpay(request, settings),
          parse: ({ body, headers }) =>
            reportOfEvent(JSON.parse(body.toString('utf8')), headers['x-razorpay-event-id'] || digest(body)),
        },
        world,
      ),
    ];
  }

  async createLink(order: PaymentOrder): Promise<PaymentLink> {
    try {
      return linkOf(await this.client.post('/payment_links', this.linkRequest(order), paymentLink), order);
    } catch (error) {
      // A second link for the same reference is refused: then the first one is there, though its answer may have been lost.
      const isRefused = error instanceof GatewayDown && error.code.startsWith('400-');
      const known = isRefused ? await this.linkFor(order.paymentId) : undefined;
      if (known === undefined) throw error;
      return linkOf(known, order);
    }
  }

  async find(paymentId: string): Promise<readonly GatewayReport[]> {
    const found = [...(await this.foundByLink(paymentId)), ...(await this.foundByOrder(paymentId))];
    const paid = found.filter(({ outcome }) => outcome === 'paid');
    return paid.length > 0 ? paid : found.slice(0, 1);
  }

  private async foundByLink(paymentId: string): Promise<readonly GatewayReport[]> {
    const link = await this.linkFor(paymentId);
    if (link === undefined) return [];
    const paid = (link.payments ?? []).filter(isCaptured);
    if (paid.length === 0) return [reportOfLink(link)].flatMap((report) => report ?? []);
    const payments = paid.map((each) => this.client.get(`/payments/${encodeURIComponent(each.payment_id)}`, payment));
    return (await Promise.all(payments)).map((each) => reportOfPaid(paymentId, link.id, each));
  }

  /** The order that Meta made here for the one in the chat, by the reference that both know. */
  private async foundByOrder(paymentId: string): Promise<readonly GatewayReport[]> {
    if (!this.settings.chatConfiguration) return [];
    const query = new URLSearchParams({ receipt: orderReference(paymentId), 'expand[]': 'payments' });
    const { items } = await this.client.get(`/orders?${query}`, orders);
    return items
      .filter(({ receipt }) => receipt === orderReference(paymentId))
      .flatMap(({ id, payments }) =>
        (payments?.items ?? []).filter(isCaptured).map((each) => reportOfPaid(paymentId, id, each)),
      );
  }

  async refund(order: RefundOrder): Promise<RefundReport> {
    const { paymentId, amount } = order;
    const transaction = await this.transactionOf(order);
    if (!transaction) throw new GatewayDown('nothing-paid', { retry: false });
    const receipt = receiptOf(order);
    const wanted = { amount: amount.paise, speed: 'normal', receipt, notes: { [PAYMENT_NOTE]: paymentId } };
    // With the same key Razorpay answers with the refund that it made before.
    const path = `/payments/${encodeURIComponent(transaction)}/refund`;
    return reportOfRefund(paymentId, await this.client.post(path, wanted, refund, { 'x-refund-idempotency': receipt }));
  }

  async findRefund(order: RefundOrder): Promise<RefundReport | undefined> {
    const transaction = await this.transactionOf(order);
    if (!transaction) return undefined;
    const { items } = await this.client.get(`/payments/${encodeURIComponent(transaction)}/refunds?count=100`, refunds);
    const ours = items.find(({ receipt }) => receipt === receiptOf(order));
    return ours && reportOfRefund(order.paymentId, ours);
  }

  async check(): Promise<Checked> {
    try {
      await this.client.get('/payment_links?count=1', z.object({}));
      return { ok: true };
    } catch (error) {
      if (error instanceof GatewayDown) return { ok: false, problem: error.code };
      throw error;
    }
  }

  /** Razorpay's number of the money that came; of older payments only their link is known. */
  private async transactionOf({ paymentId, transactionId }: RefundOrder): Promise<string | undefined> {
    if (transactionId) return transactionId;
    const link = await this.linkFor(paymentId);
    return link?.payments?.find(isCaptured)?.payment_id;
  }

  private async linkFor(paymentId: string): Promise<RazorpayLink | undefined> {
    const query = new URLSearchParams({ reference_id: paymentId });
    const found = await this.client.get(`/payment_links?${query}`, paymentLinks);
    return found.payment_links.find((link) => link.reference_id === paymentId);
  }

  /** No name, number or address of the citizen goes to the gateway; messages are ours to send. */
  private linkRequest({ paymentId, amount, description, expiresAt, returnUrl }: PaymentOrder) {
    const soonest = Math.ceil(Date.parse(this.clock.now()) / 1000) + SHORTEST_LIFE_SECONDS;
    return {
      amount: amount.paise,
      currency: 'INR',
      accept_partial: false,
      expire_by: Math.max(Math.floor(Date.parse(expiresAt) / 1000), soonest),
      reference_id: paymentId,
      description,
      notify: { sms: false, email: false },
      reminder_enable: false,
      notes: { [PAYMENT_NOTE]: paymentId },
      callback_url: returnUrl,
      callback_method: 'get',
    };
  }
}

function linkOf(link: RazorpayLink, { amount }: PaymentOrder): PaymentLink {
  if (link.amount !== amount.paise) throw new GatewayDown('amount-differs', { retry: false });
  return { url: link.short_url, gatewayReference: link.id };
}

/** At most 40 characters, unique per account; the key by which the same order is known again. */
const receiptOf = ({ paymentId, attempt }: RefundOrder): string => `${paymentId}-${attempt}`;

function isFromRazorpay({ body, headers }: WebRequest, settings: RazorpaySettings): boolean {
  const signature = headers['x-razorpay-signature'];
  const secrets = [settings.webhookSecret, settings.previousWebhookSecret ?? ''];
  return secrets.some((secret) => isSigned(body, signature, secret));
}

const isCaptured = ({ status }: { readonly status: string }): boolean => status === 'captured';

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex');
