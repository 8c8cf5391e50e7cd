import type { GatewayReport, RefundReport } from '#application/ports/out/payment-gateway.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Route, WebRequest, WebResponse } from '../shared/route.ts';
import type { PaymentWorld } from './payment-plugin.ts';

/** How a gateway's callbacks are read; what follows from them is alike for all. */
export interface CallbackReader {
  readonly path: string;
  /** Did the gateway really send this? */
  isGenuine(request: WebRequest): boolean;
  /** `undefined`: an event that says nothing of a payment or a refund of ours. @throws any error when the body is no event at all */
  parse(request: WebRequest): GatewayReport | RefundReport | undefined;
}

export function callbackRoute(reader: CallbackReader, { paying, log }: PaymentWorld): Route {
  return {
    method: 'POST',
    path: reader.path,
    access: 'signed',
    async handle(request): Promise<WebResponse> {
      if (!reader.isGenuine(request)) {
        log.warn('payment-callback-unsigned', { path: reader.path });
        return { status: 401 };
      }
      const report = attempt(() => reader.parse(request));
      if (report === 'no-event') return { status: 400 };
      if (report !== undefined) await settle(report);
      return { status: 200, body: { received: true } };
    },
  };

  // A refusal, such as of an unknown payment, will be the same next time: were the gateway told to send
  // again, it would, for a day, and then switch our callbacks off. Any other error is passed on: it sends again.
  async function settle(report: GatewayReport | RefundReport): Promise<void> {
    try {
      await ('refundReference' in report ? paying.settleRefund(report) : paying.settle(report));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log.alarm('payment-callback-refused', { paymentId: report.paymentId, refusal: error.key });
    }
  }
}

function attempt<T>(parse: () => T): T | 'no-event' {
  try {
    return parse();
  } catch {
    return 'no-event';
  }
}
