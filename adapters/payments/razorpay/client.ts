import { z } from 'zod';
import { type HttpAnswer, type HttpCall, type HttpClient, httpClient } from '#adapters/shared/http.ts';
import { isWorthRetrying } from '#adapters/shared/retry.ts';
import { GatewayDown } from '#domain/shared/failure.ts';

export interface RazorpaySettings {
  /** `https://api.razorpay.com`, or a stand-in; `/v1` is added when the address has no path. */
  readonly apiUrl: string;
  /** `rzp_test_…` or `rzp_live_…`: the key chooses the mode. */
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
  /** For a day after a change of the secret, old events still come signed with the old one. */
  readonly previousWebhookSecret?: string;
  /** By which configuration orders in the chat are paid here; without one nobody asks for orders. */
  readonly chatConfiguration?: string;
}

/** How long we wait for an answer. Afterwards the outcome is unknown, and is looked up by our reference before trying again. */
const ANSWER_WITHIN_MS = 10_000;

/** Posts to Razorpay and reads its answers; says no more of a failure than Razorpay's code. */
export class RazorpayClient {
  private readonly http: HttpClient;

  constructor({ apiUrl, keyId, keySecret }: RazorpaySettings) {
    const authorization = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`;
    const url = new URL(apiUrl);
    const baseUrl = url.pathname === '/' ? `${url.origin}/v1` : apiUrl;
    this.http = httpClient({ baseUrl, headers: { authorization }, timeoutMs: ANSWER_WITHIN_MS });
  }

  get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return this.call(path, shape, {});
  }

  post<T>(path: string, json: object, shape: z.ZodType<T>, headers: HttpCall['headers'] = {}): Promise<T> {
    return this.call(path, shape, { method: 'POST', json, headers });
  }

  private async call<T>(path: string, shape: z.ZodType<T>, call: HttpCall): Promise<T> {
    const result = await this.http.call(path, call);
    if (!result.answered) throw new GatewayDown(result.why, { retry: true, cause: result.cause });
    if (result.status >= 300) throw refusalOf(result);
    const answer = shape.safeParse(result.json);
    if (!answer.success) throw new GatewayDown('unreadable-answer', { retry: true });
    return answer.data;
  }
}

const failure = z.object({ error: z.object({ code: z.string().regex(/^[A-Z_]{1,40}$/) }) });

/** Razorpay's descriptions may repeat what we sent, so only its code is kept. */
function refusalOf({ status, json }: HttpAnswer): GatewayDown {
  const code = failure.safeParse(json).data?.error.code ?? 'no-code';
  // 409: the same call is still being worked on.
  return new GatewayDown(`${status}-${code}`, { retry: status === 409 || isWorthRetrying(status) });
}
