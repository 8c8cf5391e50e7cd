import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LinkRequest, type StandInLink, StandInLinks, type StandInPayment } from './links.ts';
import { StandInOrders } from './orders.ts';
import { type StandInRefund, StandInRefunds } from './refunds.ts';

export interface RazorpayStandInSettings {
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
  /** 0: any free port. */
  readonly port?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A webhook as Razorpay would send it: the bytes and what stands in its headers. */
export interface SignedWebhook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Answer = readonly [status: number, body: object];

/** Speaks as much of Razorpay's wire format as our adapter uses: payment links and orders, their payments, refunds, signed webhooks. */
export class RazorpayStandIn {
  readonly links: StandInLinks;
  readonly orders: StandInOrders;
  readonly refunds: StandInRefunds;
  private readonly settings: RazorpayStandInSettings;
  private readonly server: Server;
  private failures: number[] = [];

  constructor(settings: RazorpayStandInSettings) {
    this.settings = settings;
    this.links = new StandInLinks(settings.now ?? Date.now);
    this.orders = new StandInOrders(settings.now ?? Date.now);
    this.refunds = new StandInRefunds(settings.now ?? Date.now);
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(this.settings.port ?? 0, '127.0.0.1', resolve));
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** The next calls are answered by these statuses; 0 breaks the connection. */
  failNext(...statuses: readonly number[]): void {
    this.failures = [...statuses];
  }

  /** The event as it would be posted to the webhook, signed over its bytes. */
  webhook(event: string, link: StandInLink): SignedWebhook {
    return this.signed(this.links.eventOf(event, link));
  }

  /** The same for a refund. */
  refundWebhook(event: string, refund: StandInRefund): SignedWebhook {
    const payment = this.payment(refund.payment_id);
    const payload = { refund: { entity: refund }, ...(payment && { payment: { entity: payment } }) };
    return this.signed(this.links.event(event, payload));
  }

  private signed(event: object): SignedWebhook {
    const body = JSON.stringify(event);
    return { body, headers: this.sign(body) };
  }

  sign(body: string): Readonly<Record<string, string>> {
    return {
      'content-type': 'application/json',
      'x-razorpay-signature': createHmac('sha256', this.settings.webhookSecret).update(body).digest('hex'),
      'x-razorpay-event-id': `evt_${randomUUID()}`,
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const failure = this.failures.shift();
    if (failure === 0) {
      request.socket.destroy();
      return;
    }
    const [status, answer] = failure ? problem(failure, 'told to fail', 'SERVER_ERROR') : this.route(request, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private isKnown({ headers }: IncomingMessage): boolean {
    const { keyId, keySecret } = this.settings;
    return headers.authorization === `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`;
  }

  private route(request: IncomingMessage, body: string): Answer {
    if (!this.isKnown(request)) return problem(401, 'Authentication failed');
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const [, version, kind, id = '', action] = url.pathname.split('/');
    const call = [request.method, version, kind, ...(id ? [':id'] : []), ...(action ? [action] : [])].join(' ');
    switch (call) {
      case 'POST v1 payment_links':
        return this.create(JSON.parse(body) as LinkRequest);
      case 'GET v1 payment_links':
        return [200, { payment_links: this.links.list(url.searchParams.get('reference_id')) }];
      case 'GET v1 payment_links :id':
        return found(this.links.get(id));
      case 'POST v1 payment_links :id cancel':
        return found(this.links.end(id, 'cancelled'));
      case 'GET v1 orders':
        return [200, this.orders.list(url.searchParams)];
      case 'GET v1 payments :id':
        return found(this.payment(id));
      case 'POST v1 payments :id refund':
        return this.refund(id, body, request);
      case 'GET v1 payments :id refunds':
        return [200, { entity: 'collection', items: this.refunds.ofPayment(id) }];
      default:
        return problem(404, 'The requested URL was not found');
    }
  }

  private payment(id: string): StandInPayment | undefined {
    return this.links.payment(id) ?? this.orders.payment(id);
  }

  private refund(id: string, body: string, { headers }: IncomingMessage): Answer {
    const payment = this.payment(id);
    if (!payment?.captured) return problem(400, 'The payment has not been captured');
    const key = headers['x-refund-idempotency'];
    const made = this.refunds.create(payment, body, typeof key === 'string' ? key : undefined);
    return typeof made === 'string' ? problem(400, made) : [200, made];
  }

  private create(wanted: LinkRequest): Answer {
    const refused = this.links.whyRefused(wanted);
    return refused ? problem(400, refused) : [200, this.links.create(wanted, this.url)];
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const problem = (status: number, description: string, code = 'BAD_REQUEST_ERROR'): Answer => [
  status,
  {
    error: {
      code,
      description,
      source: 'business',
      step: 'payment_initiation',
      reason: 'input_validation_failed',
      metadata: {},
    },
  },
];

const found = (entity: object | undefined): Answer =>
  entity ? [200, entity] : problem(400, 'The id provided does not exist');
