import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Failure } from './failures.ts';
import { answerer } from './server.ts';
import { type Entry, type Listener, Transcript } from './transcript.ts';
import { type WebhookSettings, Webhooks } from './webhooks.ts';

export type { Failure } from './failures.ts';
export type { Entry, StandInEvent } from './transcript.ts';

export interface TwilioStandInSettings extends WebhookSettings {
  /** Any free one unless told. */
  readonly port?: number;
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
}

/** What our webhook answered to something that a person did. */
export interface Posted {
  readonly messageId: string;
  /** 0 when there was no answer. */
  readonly status: number;
}

/** A stand-in for Twilio, and for the phones of the people who write and ring. Nothing leaves this machine. */
export interface TwilioStandIn {
  /** What `TWILIO_API_URL` would be. */
  readonly url: string;
  /** Somebody writes to us. */
  sendAs(phone: string, text: string): Promise<Posted>;
  /** Somebody rings, and is not answered. */
  call(phone: string): Promise<Posted>;
  /** Everything said to and by one person, or by everybody; the oldest first. */
  transcript(phone?: string): readonly Entry[];
  /** Returns what ends the subscription. */
  subscribe(listener: Listener): () => void;
  /** The next messages fail in this way. */
  failNext(failure: Failure, options?: { readonly times?: number }): void;
  /** Waits until no webhook is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function openTwilioStandIn(settings: TwilioStandInSettings): Promise<TwilioStandIn> {
  const { now = Date.now, port = 0, accountSid, authToken } = settings;
  const transcript = new Transcript(now);
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
