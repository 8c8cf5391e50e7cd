import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { httpClient } from '#adapters/shared/http.ts';
import { UnderWay } from '../under-way.ts';

export interface UpdateSettings {
  readonly secretToken: string;
  readonly callbackUrl: string | (() => string);
  readonly webhookRetrySeconds?: readonly number[];
  readonly now: () => number;
  /** Our answer to an update may call a method; what comes of it nobody hears. */
  readonly onCall: (method: string, fields: Readonly<Record<string, unknown>>) => void;
}

const calling = z.looseObject({ method: z.string() });

/** Posts updates as Telegram does: each by itself, with the secret, and again when they are not taken. */
export class Updates extends UnderWay {
  private readonly retrySeconds: readonly number[];
  private readonly closing = new AbortController();
  private allowed: readonly string[] | undefined;
  private callbackUrl: string | (() => string);
  private secretToken: string | undefined;
  private number = 700_000_000;
  private lastError: object = {};
  private readonly now: () => number;
  private readonly onCall: UpdateSettings['onCall'];

  constructor({ callbackUrl, secretToken, webhookRetrySeconds, now, onCall }: UpdateSettings) {
    super();
    this.onCall = onCall;
    this.now = now;
    this.callbackUrl = callbackUrl;
    this.secretToken = secretToken;
    this.retrySeconds = webhookRetrySeconds ?? [0, 1, 2, 4, 8, 16, 32];
  }

  /** `allowed`: kinds of updates; without it they stay as they were. */
  setWebhook(url: string, secretToken: string | undefined, allowed = this.allowed): void {
    this.allowed = allowed;
    this.callbackUrl = url;
    this.secretToken = secretToken;
  }

  info(): object {
    const pending_update_count = this.count;
    const allowed = this.allowed && { allowed_updates: this.allowed };
    return { url: this.address(), has_custom_certificate: false, pending_update_count, ...allowed, ...this.lastError };
  }

  /** What was answered at the first try; 0 for no answer, or where nobody asked for such updates. */
  async post(update: Readonly<Record<string, unknown>>): Promise<number> {
    if (this.allowed && !Object.keys(update).some((kind) => this.allowed?.includes(kind))) return 0;
    this.number += 1;
    const body = JSON.stringify({ update_id: this.number, ...update });
    const status = await this.track(this.deliver(body));
    if (!isTaken(status)) void this.track(this.deliverAgain(body));
    return status;
  }

  close(): void {
    this.closing.abort();
  }

  private address(): string {
    return typeof this.callbackUrl === 'string' ? this.callbackUrl : this.callbackUrl();
  }

  private async deliverAgain(body: string): Promise<void> {
    for (const delay of this.retrySeconds) {
      const isOpen = await wait(delay * 1000, true, { signal: this.closing.signal, ref: false }).catch(() => false);
      if (!isOpen || isTaken(await this.deliver(body))) return;
    }
  }

  private async deliver(body: string): Promise<number> {
    const result = await httpClient({ baseUrl: this.address() }).call('', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.secretToken !== undefined && { 'x-telegram-bot-api-secret-token': this.secretToken }),
      },
      body,
    });
    const status = result.answered ? result.status : 0;
    if (!isTaken(status)) this.noteError(status);
    const called = result.answered && isTaken(status) ? calling.safeParse(result.json).data : undefined;
    if (called) this.onCall(called.method, called);
    return status;
  }

  private noteError(status: number): void {
    const last_error_message = status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${status}`;
    this.lastError = { last_error_date: Math.floor(this.now() / 1000), last_error_message };
  }
}

const isTaken = (status: number): boolean => status >= 200 && status < 300;
