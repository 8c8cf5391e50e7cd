import type { Log } from '#application/ports/out/log.ts';
import { sign } from '../signature.ts';
import type { DemoOrder, DemoOrders } from './orders.ts';
import { callbackBody } from './report.ts';

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
    for (const each of this.orders.all()) this.schedule(each, nowMs);
  }

  schedule({ ref, order, attempt, told }: DemoOrder, nowMs: number): void {
    if (!attempt || attempt.callbackDue === undefined || told.includes(attempt.eventId)) return;
    const body = callbackBody(ref, order, attempt);
    for (let i = 0; i < attempt.times; i++) {
      this.after(Math.max(0, attempt.callbackDue - nowMs), () => this.deliver(ref, attempt.eventId, body, 0));
    }
  }

  close(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }

  private async deliver(ref: string, eventId: string, body: string, tries: number): Promise<void> {
    if (await this.post(body)) {
      this.orders.add({ type: 'told', ref, eventId });
      return;
    }
    const wait = RETRY_MS[tries];
    if (wait === undefined) this.log.warn('demo-callback-given-up', { ref });
    else this.after(wait, () => this.deliver(ref, eventId, body, tries + 1));
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
