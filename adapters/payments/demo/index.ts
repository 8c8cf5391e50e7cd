import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { GatewayReport, RefundOrder, RefundReport } from '#application/ports/out/payment-gateway.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import { callbackRoute } from '../callback-route.ts';
import type { OpenGateway, PaymentPlugin, PaymentWorld } from '../payment-plugin.ts';
import { isSigned } from '../signature.ts';
import { CALLBACK_PATH, Callbacks, realTimer, SIGNATURE_HEADER, type Timer } from './callbacks.ts';
import { DemoOrders } from './orders.ts';
import { attemptOf, chosenIn, timesPaid } from './outcome.ts';
import { checkoutPage, isPayable, pageLanguage, STYLE_PATH, unknownPage } from './page.ts';
import { parseCallback, refundReportOf, reportsOf } from './report.ts';

/** How long the pretended bank takes to give money back. */
const REFUND_MS = 20_000;

export interface DemoGatewaySettings {
  /** The address of this installation, as browsers and the gateway itself see it. */
  readonly publicUrl: string;
  /** Signs the callbacks and makes the references of orders. */
  readonly secret: string;
  /** Where the gateway keeps its books. */
  readonly directory: string;
  readonly timer?: Timer;
}

export interface OpenDemoGateway extends OpenGateway {
  /** The next `times` calls find the gateway down. */
  failNext(times?: number): void;
}

/** A gateway that needs no account: it has a checkout page, a bank that does as it is told, and signed callbacks. */
export const demo = {
  name: 'demo',
  open: (settings: DemoGatewaySettings, world: PaymentWorld): OpenDemoGateway => new DemoGateway(settings, world),
} satisfies PaymentPlugin<DemoGatewaySettings>;

class DemoGateway implements OpenDemoGateway {
  readonly name = 'demo';
  readonly routes: readonly Route[];
  private readonly settings: DemoGatewaySettings;
  private readonly world: PaymentWorld;
  private readonly orders: DemoOrders;
  private readonly callbacks: Callbacks;
  private failures = 0;

  constructor(settings: DemoGatewaySettings, world: PaymentWorld) {
    this.settings = { ...settings, publicUrl: settings.publicUrl.replace(/\/$/, '') };
    this.world = world;
    this.orders = new DemoOrders(settings.directory);
    const { publicUrl, secret } = this.settings;
    const timer = settings.timer ?? realTimer;
    this.callbacks = new Callbacks(this.orders, { callbackUrl: publicUrl + CALLBACK_PATH, secret, timer }, world.log);
    this.callbacks.resume(this.nowMs());
    this.routes = this.makeRoutes();
  }

  failNext(times = 1): void {
    this.failures = times;
  }

  async createLink(order: Parameters<OpenGateway['createLink']>[0]) {
    this.failIfTold();
    const ref = `demo_${this.codeFor(`order:${order.paymentId}`)}`;
    if (!this.orders.get(ref)) this.orders.add({ type: 'order', ref, order });
    return { url: `${this.settings.publicUrl}/demo-gateway/checkout/${ref}`, gatewayReference: ref };
  }

  async find(paymentId: string): Promise<readonly GatewayReport[]> {
    this.failIfTold();
    const known = this.orders.ofPayment(paymentId);
    return known ? reportsOf(known) : [];
  }

  async refund(order: RefundOrder): Promise<RefundReport> {
    this.failIfTold();
    const ref = this.refundRef(order);
    const known = this.orders.refund(ref);
    if (known) return refundReportOf(known, this.nowMs());
    this.requirePaid(order);
    const { paymentId, amount } = order;
    const bankReference = String(randomInt(1, 10 ** 12)).padStart(12, '0');
    const doneMs = this.nowMs() + REFUND_MS;
    const refund = { ref, paymentId, amount, bankReference, at: this.world.clock.now(), doneMs };
    this.orders.add({ type: 'refund', ref, refund });
    this.callbacks.tellLater(refund, this.nowMs());
    return refundReportOf(refund, this.nowMs());
  }

  async findRefund(order: RefundOrder): Promise<RefundReport | undefined> {
    this.failIfTold();
    const known = this.orders.refund(this.refundRef(order));
    return known && refundReportOf(known, this.nowMs());
  }

  async check() {
    this.orders.all();
    return { ok: true, note: 'no money moves' } as const;
  }

  async close(): Promise<void> {
    this.callbacks.close();
  }

  private makeRoutes(): readonly Route[] {
    const path = '/demo-gateway/checkout/:ref';
    return [
      { method: 'GET', path, access: 'demo', handle: (request) => this.show(request) },
      { method: 'POST', path, access: 'demo', handle: (request) => this.pay(request) },
      { method: 'GET', path: STYLE_PATH, access: 'demo', handle: () => style },
      callbackRoute(
        {
          path: CALLBACK_PATH,
          isGenuine: ({ body, headers }) => isSigned(body, headers[SIGNATURE_HEADER], this.settings.secret),
          parse: ({ body }) => parseCallback(body),
        },
        this.world,
      ),
    ];
  }

  private show({ params, query, headers }: WebRequest): WebResponse {
    const language = pageLanguage(query.lang, headers['accept-language']);
    const known = this.orders.get(params.ref ?? '');
    if (!known) return html(404, unknownPage(language));
    return html(200, checkoutPage(known, language, this.world.clock.now()));
  }

  private async pay({ params, headers, body }: WebRequest): Promise<WebResponse> {
    const form = new URLSearchParams(body.toString('utf8'));
    const language = pageLanguage(form.get('lang') ?? undefined, headers['accept-language']);
    const known = this.orders.get(params.ref ?? '');
    if (!known) return html(404, unknownPage(language));
    const now = this.world.clock.now();
    if (!isPayable(known, now)) return html(409, checkoutPage(known, language, now));
    const chosen = chosenIn(form);
    if (!chosen) return html(400, checkoutPage(known, language, now, 'chooseBoth'));
    for (let time = 0; time < timesPaid(chosen); time += 1) {
      const made = { eventId: `evt_${randomUUID()}`, number: randomInt(1, 10 ** 12), now };
      this.orders.add({ type: 'attempt', ref: known.ref, attempt: attemptOf(chosen, known.order, made) });
    }
    await this.callbacks.tell(known.ref, Date.parse(now));
    return { status: 303, headers: { location: known.order.returnUrl, 'cache-control': 'no-store' } };
  }

  /** Money that came by an order in the chat is not in these books: it has a number of its own, and goes back on our word. */
  private requirePaid({ paymentId, transactionId, amount }: RefundOrder): void {
    const orders = transactionId ? this.orders.all() : [this.orders.ofPayment(paymentId)].flatMap((each) => each ?? []);
    const paid = orders
      .flatMap(reportsOf)
      .find((each) => each.outcome === 'paid' && (!transactionId || each.transactionId === transactionId));
    if (!paid && !transactionId) throw new GatewayDown('nothing-paid', { retry: false });
    if (paid && amount.paise > paid.amount.paise) throw new GatewayDown('more-than-paid', { retry: false });
  }

  private refundRef({ paymentId, attempt }: RefundOrder): string {
    return `rfnd_${this.codeFor(`refund:${paymentId}:${attempt}`)}`;
  }

  /** The same for the same, so that two processes asked at the same time answer alike; not to be guessed without the secret. */
  private codeFor(subject: string): string {
    return createHmac('sha256', this.settings.secret).update(subject).digest('base64url').slice(0, 22);
  }

  private failIfTold(): void {
    if (this.failures <= 0) return;
    this.failures -= 1;
    throw new GatewayDown('told-to-fail', { retry: true });
  }

  private nowMs(): number {
    return Date.parse(this.world.clock.now());
  }
}

/** The page brings its own rules: nothing but its stylesheet, and no other site may frame it. */
const html = (status: number, body: string): WebResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  },
  body,
});

const style: WebResponse = {
  status: 200,
  headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' },
  body: readFileSync(new URL('./style.css', import.meta.url), 'utf8'),
};
