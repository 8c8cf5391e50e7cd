import type { Log } from '#application/ports/out/log.ts';
import { sign } from '../signature.ts';
import type { DemoOrder, DemoOrders, DemoRefund } from './orders.ts';
import { callbackBody, refundBody, refundReportOf } from './report.ts';

export const SIGNATURE_HEADER = 'x-demo-gateway-signature';
export const CALLBACK_PATH = '/webhooks/demo-gateway';

/** Waits before the next try when a callback is not answered 2xx; after the last one the gateway gives up, as real ones do. */
const RETRY_MS = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000];
const ANSWER_WITHIN_MS = 5_000;

/** Runs something later; returns how to call it off. Tests bring one that waits for nothing. */
export type Timer = (run: () => void, afterMs: number) => () => void;

export const realTimer: Timer = (run, afterMs) => {
  const handle = setTimeout(run, afterMs);
  handle.unref();
  return () => clearTimeout(handle);
};

export interface CallbackSettings {
  readonly callbackUrl: string;
  readonly secret: string;
  readonly timer: Timer;
}

/** Sends what the pretended bank said to our own webhook, over real HTTP, signed, as an outside gateway would. */
export class Callbacks {
  private readonly cancels = new Set<() => void>();
  private readonly orders: DemoOrders;
  private readonly settings: CallbackSettings;
  private readonly log: Log;

  constructor(orders: DemoOrders, settings: CallbackSettings, log: Log) {
    this.orders = orders;
    this.settings = settings;
    this.log = log;
  }

  /** Takes up what was not told when the process ended. */
  resume(nowMs: number): void {
    const due = [...this.orders.all().flatMap(dueIn), ...this.orders.allRefunds().flatMap(dueOf)];
    for (const callback of due) this.after(Math.max(0, callback.dueMs - nowMs), () => this.deliver(callback));
  }

  /** Tells that the money is back when the bank has had its time. */
  tellLater(refund: DemoRefund, nowMs: number): void {
    for (const callback of dueOf(refund)) this.after(callback.dueMs - nowMs, () => this.deliver(callback));
  }

  /**
   * Tells what is due now before it returns, so that the citizen who is sent back finds his payment done; the rest
   * later. When the first try fails, others follow by themselves.
   */
  async tell(ref: string, nowMs: number): Promise<void> {
    const known = this.orders.get(ref);
    for (const callback of known ? dueIn(known) : []) {
      if (callback.dueMs <= nowMs) await this.deliver(callback);
      else this.after(callback.dueMs - nowMs, () => this.deliver(callback));
    }
  }

  close(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }

  private async deliver(callback: Callback, tries = 0): Promise<void> {
    const { ref, eventId, body } = callback;
    if (await this.post(body)) {
      this.orders.add({ type: 'told', ref, eventId });
      return;
    }
    const wait = RETRY_MS[tries];
    if (wait === undefined) this.log.warn('demo-callback-given-up', { ref });
    else this.after(wait, () => this.deliver(callback, tries + 1));
  }

  private async post(body: string): Promise<boolean> {
    try {
      const answer = await fetch(this.settings.callbackUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: sign(body, this.settings.secret) },
        body,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  private after(ms: number, run: () => Promise<void>): void {
    const cancel = this.settings.timer(() => {
      this.cancels.delete(cancel);
      run().catch((error: unknown) => this.log.alarm('demo-callback-failed', {}, error));
    }, ms);
    this.cancels.add(cancel);
  }
}

interface Callback {
  readonly ref: string;
  readonly eventId: string;
  readonly body: string;
  readonly dueMs: number;
}

/** The callbacks that an order still has to send; the same one twice where the demo was told so. */
function dueIn({ ref, order, attempts, told }: DemoOrder): readonly Callback[] {
  return attempts.flatMap((attempt) => {
    const { eventId, callbackDue: dueMs, times } = attempt;
    if (dueMs === undefined || told.includes(eventId)) return [];
    return Array.from({ length: times }, () => ({ ref, eventId, dueMs, body: callbackBody(ref, order, attempt) }));
  });
}

function dueOf(refund: DemoRefund): readonly Callback[] {
  if (refund.isTold) return [];
  const { ref, doneMs } = refund;
  return [{ ref, eventId: ref, dueMs: doneMs, body: refundBody(refundReportOf(refund, doneMs)) }];
}
