import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { httpClient } from '#adapters/shared/http.ts';
import type { Entry } from '../sms-transcript.ts';
import { UnderWay } from '../under-way.ts';

export interface WebhookSettings {
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  /** Our public address; `/webhooks/twilio/…` is put after it. A function when it is known only later. */
  readonly callbackUrl: string | (() => string);
  /** Seconds before a message that was not taken is posted again; never unless told, as with Twilio itself. */
  readonly webhookRetrySeconds?: readonly number[];
}

/** Posts forms as Twilio does: signed over the address and every field, and only once unless an account asks for more. */
export class Webhooks extends UnderWay {
  private readonly settings: WebhookSettings;

  constructor(settings: WebhookSettings) {
    super();
    this.settings = settings;
  }

  /** What our webhook answered; 0 when there was no answer. */
  postMessage({ id, user, text }: Entry): Promise<number> {
    const ids = { MessageSid: id, SmsSid: id, SmsMessageSid: id };
    const rest = { Body: text, NumMedia: '0', NumSegments: '1', SmsStatus: 'received', FromCountry: 'IN' };
    return this.post(this.ours('/webhooks/twilio/sms'), { ...ids, ...this.between(user), ...rest });
  }

  postCall({ id, user }: Entry): Promise<number> {
    const rest = { CallStatus: 'ringing', Direction: 'inbound', Caller: user, Called: this.settings.from };
    return this.post(this.ours('/webhooks/twilio/voice'), { CallSid: id, ...this.between(user), ...rest });
  }

  postStatus(url: string, { id, user, status = 'queued' }: Entry, code?: number): Promise<number> {
    const { accountSid: AccountSid, from: From } = this.settings;
    return this.post(url, {
      ...{ MessageSid: id, SmsSid: id, MessageStatus: status, SmsStatus: status },
      ...{ AccountSid, From, To: user, ApiVersion: '2010-04-01' },
      ...(code !== undefined && { ErrorCode: String(code) }),
    });
  }

  private between(user: string): Record<string, string> {
    const { accountSid: AccountSid, from: To } = this.settings;
    return { AccountSid, From: user, To, ApiVersion: '2010-04-01' };
  }

  private ours(path: string): string {
    const { callbackUrl } = this.settings;
    return `${typeof callbackUrl === 'string' ? callbackUrl : callbackUrl()}${path}`;
  }

  private post(url: string, fields: Readonly<Record<string, string>>): Promise<number> {
    return this.track(this.deliver(url, fields, this.settings.webhookRetrySeconds ?? []));
  }

  private async deliver(
    url: string,
    fields: Readonly<Record<string, string>>,
    waits: readonly number[],
  ): Promise<number> {
    const status = await this.deliverOnce(url, fields);
    const [first, ...others] = waits;
    if (status === 200 || first === undefined) return status;
    await wait(first * 1000, undefined, { ref: false });
    return this.deliver(url, fields, others);
  }

  private async deliverOnce(url: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const signed = Object.entries(fields)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => name + value);
    const signature = createHmac('sha1', this.settings.authToken)
      .update(url + signed.join(''))
      .digest('base64');
    const result = await httpClient({ baseUrl: url }).call('', {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams(fields),
    });
    return result.answered ? result.status : 0;
  }
}
