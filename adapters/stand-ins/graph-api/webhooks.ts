import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { httpClient } from '#adapters/shared/http.ts';
import { UnderWay } from '../under-way.ts';
import type { KnownPerson } from './people.ts';
import type { DeliveryWord, Entry } from './transcript.ts';

export interface WebhookSettings {
  readonly appSecret: string;
  readonly phoneNumberId: string;
  readonly callbackUrl: string | (() => string);
  readonly webhookRetrySeconds?: readonly number[];
  readonly now: () => number;
}

export interface StatusNote {
  readonly messageId: string;
  readonly status: DeliveryWord;
  readonly reference?: string;
  readonly code?: number;
}

/** Posts webhooks as Meta does: signed, with what is not ASCII escaped, and again when they are not answered 200. */
export class Webhooks extends UnderWay {
  private readonly settings: WebhookSettings;
  private readonly closing = new AbortController();

  constructor(settings: WebhookSettings) {
    super();
    this.settings = settings;
  }

  postMessage(person: KnownPerson, { id, at, message }: Entry, phoneNumberId: string): Promise<number> {
    const waId = person.hidesPhone ? undefined : person.phone?.slice(1);
    const contact = {
      profile: { name: person.name ?? 'Stand-in' },
      ...(waId !== undefined && { wa_id: waId }),
      ...(person.userId !== undefined && { user_id: person.userId }),
    };
    const sent = {
      ...(waId !== undefined && { from: waId }),
      ...(person.userId !== undefined && { from_user_id: person.userId }),
      id,
      timestamp: seconds(at),
      ...message,
    };
    return this.post({ contacts: [contact], messages: [sent] }, phoneNumberId);
  }

  postStatus(
    person: KnownPerson,
    { messageId, status, reference, code }: StatusNote,
    numberId: string,
  ): Promise<number> {
    const note = {
      id: messageId,
      status,
      timestamp: seconds(this.settings.now()),
      ...(person.phone !== undefined && !person.hidesPhone && { recipient_id: person.phone.slice(1) }),
      ...(person.userId !== undefined && { recipient_user_id: person.userId }),
      ...(reference !== undefined && { biz_opaque_callback_data: reference }),
      ...(code !== undefined && { errors: [{ code, title: 'Failed', message: 'Failed' }] }),
    };
    return this.post({ statuses: [note] }, numberId);
  }

  postPayment(status: object, numberId: string): Promise<number> {
    return this.post({ statuses: [status] }, numberId);
  }

  /** What Meta says beside the talk. */
  postNotice(field: string, value: object): Promise<number> {
    return this.send(envelope(field, value));
  }

  close(): void {
    this.closing.abort();
  }

  private post(value: object, phoneNumberId: string): Promise<number> {
    const metadata = { display_phone_number: '15550000000', phone_number_id: phoneNumberId };
    return this.send(envelope('messages', { messaging_product: 'whatsapp', metadata, ...value }));
  }

  private async send(body: string): Promise<number> {
    const status = await this.track(this.deliver(body));
    if (status !== 200) void this.track(this.deliverAgain(body));
    return status;
  }

  private async deliverAgain(body: string): Promise<void> {
    for (const delay of this.settings.webhookRetrySeconds ?? [0, 1, 2, 4, 8, 16, 32]) {
      const isOpen = await wait(delay * 1000, true, { signal: this.closing.signal, ref: false }).catch(() => false);
      if (!isOpen || (await this.deliver(body)) === 200) return;
    }
  }

  /** 0 when there was no answer. */
  private async deliver(body: string): Promise<number> {
    const { callbackUrl, appSecret } = this.settings;
    const signature = createHmac('sha256', appSecret).update(body).digest('hex');
    const url = typeof callbackUrl === 'string' ? callbackUrl : callbackUrl();
    const result = await httpClient({ baseUrl: url }).call('', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
      body,
    });
    return result.answered ? result.status : 0;
  }
}

function envelope(field: string, value: object): string {
  const change = { field, value };
  const webhook = { object: 'whatsapp_business_account', entry: [{ id: '100000000000001', changes: [change] }] };
  return JSON.stringify(webhook).replace(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const seconds = (milliseconds: number): string => String(Math.floor(milliseconds / 1000));
