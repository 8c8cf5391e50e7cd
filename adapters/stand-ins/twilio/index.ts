import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SmsStandIn, Transcript } from '../sms-transcript.ts';
import type { Failure } from './failures.ts';
import { answerer } from './server.ts';
import { type WebhookSettings, Webhooks } from './webhooks.ts';

export type { StandInEvent } from '../sms-transcript.ts';
export type { Failure } from './failures.ts';

export interface TwilioStandInSettings extends WebhookSettings {
  /** Any free one unless told. */
  readonly port?: number;
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
}

/** A stand-in for Twilio. */
export interface TwilioStandIn extends SmsStandIn {
  /** The next messages fail in this way. */
  failNext(failure: Failure, options?: { readonly times?: number }): void;
}

const newId = (type: 'sms' | 'call'): string => `${type === 'call' ? 'CA' : 'SM'}${randomBytes(16).toString('hex')}`;

export async function openTwilioStandIn(settings: TwilioStandInSettings): Promise<TwilioStandIn> {
  const { now = Date.now, port = 0, accountSid, authToken } = settings;
  const transcript = new Transcript(now, newId);
  const webhooks = new Webhooks(settings);
  const failures: Failure[] = [];
  const nextFailure = (): Failure | undefined => failures.shift();
  const server = createServer(answerer({ accountSid, authToken, transcript, webhooks, nextFailure }));
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async sendAs(phone, text) {
      const entry = transcript.add({ direction: 'to-us', type: 'sms', user: phone, text });
      return { messageId: entry.id, status: await webhooks.postMessage(entry) };
    },
    async call(phone) {
      const entry = transcript.add({ direction: 'to-us', type: 'call', user: phone, text: '' });
      return { messageId: entry.id, status: await webhooks.postCall(entry) };
    },
    transcript: (phone) => transcript.entries(phone),
    subscribe: (listener) => transcript.subscribe(listener),
    failNext: (failure, { times = 1 } = {}) => void failures.push(...Array.from({ length: times }, () => failure)),
    idle: () => webhooks.idle(),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
