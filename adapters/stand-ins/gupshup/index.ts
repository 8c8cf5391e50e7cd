import { randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as elapsed } from 'node:timers/promises';
import { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import { type SmsStandIn, Transcript } from '../sms-transcript.ts';
import { type CallbackSettings, Callbacks } from './callbacks.ts';
import type { Failure } from './failures.ts';
import { answerer, type Registered } from './server.ts';

export type { Failure } from './failures.ts';

export interface GupshupStandInSettings extends CallbackSettings {
  readonly userId: string;
  readonly password: string;
  /** Any free one unless told. */
  readonly port?: number;
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
  /** Messages a second that the account may send; no limit unless told. */
  readonly perSecond?: number;
  /** How long it takes to answer, and from there until a report. */
  readonly delayMs?: { readonly answer: number; readonly report: number };
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  /** What networks let through; everything unless told. The rest is taken in, and then reported as not delivered. */
  readonly isRegistered?: (message: Registered) => boolean;
}

/** A stand-in for Gupshup Enterprise: a gateway that is called by GET, answers in plain text and calls back by GET. */
export interface GupshupStandIn extends SmsStandIn {
  /** The next messages fail in this way. */
  failNext(failure: Failure, options?: { readonly times?: number }): void;
}

const aNumber = (): string => String(randomInt(10 ** 12)).padStart(18, '3');
const newId = (): string => `${aNumber()}-${aNumber()}`;

export async function openGupshupStandIn(settings: GupshupStandInSettings): Promise<GupshupStandIn> {
  const { now = Date.now, wait = elapsed, delayMs = { answer: 0, report: 0 } } = settings;
  const { userId, password, perSecond, port = 0, isRegistered = () => true } = settings;
  const transcript = new Transcript(now, newId);
  const callbacks = new Callbacks(settings);
  const failures: Failure[] = [];
  const pace = perSecond === undefined ? undefined : new TokenBuckets({ capacity: perSecond, perSecond, nowMs: now });
  const server = createServer(
    answerer({
      ...{ userId, password, transcript, callbacks, isRegistered },
      delay: async (of) => void (delayMs[of] > 0 && (await wait(delayMs[of]))),
      isTooFast: () => pace?.take(userId) === false,
      nextFailure: () => failures.shift(),
    }),
  );
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async sendAs(phone, text) {
      const entry = transcript.add({ direction: 'to-us', type: 'sms', user: phone, text });
      return { messageId: entry.id, status: await callbacks.tellMessage(entry) };
    },
    async call(phone) {
      const entry = transcript.add({ direction: 'to-us', type: 'call', user: phone, text: '' });
      return { messageId: entry.id, status: await callbacks.tellCall(entry) };
    },
    transcript: (phone) => transcript.entries(phone),
    subscribe: (listener) => transcript.subscribe(listener),
    failNext: (failure, { times = 1 } = {}) => void failures.push(...Array.from({ length: times }, () => failure)),
    idle: () => callbacks.idle(),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
