import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OrderedFailures } from '../ordered-failures.ts';
import { type Draft, messageOf } from './drafts.ts';
import type { Failure, Scope } from './failures.ts';
import { Flows } from './flows.ts';
import type { StandInWorld } from './graph.ts';
import { MediaShelf, type ShelvedFile } from './media.ts';
import { type OpenForm, openFormOn } from './open-form.ts';
import { type OrderOutcome, type OrderStatus, Orders } from './orders.ts';
import { People, type Person } from './people.ts';
import { answerer } from './server.ts';
import { changeTemplate, type TemplateChange } from './template-changes.ts';
import { Templates } from './templates.ts';
import { type Entry, type Listener, Transcript } from './transcript.ts';
import { Webhooks } from './webhooks.ts';

export type { Draft } from './drafts.ts';
export type { Failure } from './failures.ts';
export type { OpenForm } from './open-form.ts';
export type { Person } from './people.ts';
export type { TemplateChange } from './template-changes.ts';
export type { Entry, StandInEvent } from './transcript.ts';

export interface GraphStandInSettings {
  /** Any free one unless told. */
  readonly port?: number;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  /** Further numbers of ours, such as those of departments. */
  readonly moreNumberIds?: readonly string[];
  readonly businessAccountId?: string;
  /** Refuses free text when the person has not written to that number for a day. */
  readonly keepsWindow?: boolean;
  /** Where webhooks are posted; a function when the address is known only later. */
  readonly callbackUrl: string | (() => string);
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
  /** Seconds before a webhook that was not answered 200 is posted again, for each further try. */
  readonly webhookRetrySeconds?: readonly number[];
}

/** A stand-in for Meta's Graph API, and for the phones of the people who write. Nothing leaves this machine. */
export interface GraphStandIn {
  /** What `WHATSAPP_API_URL` would be. */
  readonly url: string;
  /** Somebody writes to us. Returns the message's id and what our webhook answered at the first try. */
  sendAs(
    person: Person | string,
    draft: Draft,
    line?: string,
  ): Promise<{ readonly messageId: string; readonly status: number }>;
  /** Meta changes its mind about a template, and tells us by webhook. Returns what our webhook answered. */
  changeTemplate(name: string, language: string, change: TemplateChange): Promise<number>;
  /** Somebody pays an order that was sent to him, or tries to. Returns what our webhook answered. */
  pay(reference: string, outcome?: OrderOutcome): Promise<number>;
  /** How the card of an order stands on a phone. */
  orderState(reference: string): OrderStatus;
  /** A person's phone shows the form that we sent last, and asks our endpoint for its first screen. */
  openForm(who: string): Promise<OpenForm>;
  /** The key by which phones seal what they say to our endpoint, for one of our numbers. */
  publicKey(line: string): string | undefined;
  /** Any other webhook, such as `account_update`. */
  tell(field: string, value: object): Promise<number>;
  /** Everything said to and by one person, or by everybody; the oldest first. */
  transcript(address?: string): readonly Entry[];
  /** Returns what ends the subscription. */
  subscribe(listener: Listener): () => void;
  /** The next calls fail in this way; `messages` unless told. */
  failNext(failure: Failure, options?: { readonly times?: number; readonly of?: Scope }): void;
  /** A file that was uploaded or sent, by its media id. */
  media(id: string): ShelvedFile | undefined;
  /** Waits until no webhook is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function openGraphStandIn(settings: GraphStandInSettings): Promise<GraphStandIn> {
  const { now = Date.now, phoneNumberId, port = 0, businessAccountId = '100000000000000' } = settings;
  const lines = [phoneNumberId, ...(settings.moreNumberIds ?? [])];
  const templates = new Templates();
  const flows = new Flows();
  const people = new People();
  const transcript = new Transcript(now);
  const orders = new Orders(transcript, now);
  const failures = new OrderedFailures<Failure, Scope>('messages');
  const media = new MediaShelf(now);
  const webhooks = new Webhooks({ ...settings, now });
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world: StandInWorld = {
    url,
    accessToken: settings.accessToken,
    lines,
    businessAccountId,
    templates,
    flows,
    orders,
    keepsWindow: settings.keepsWindow ?? false,
    now,
    people,
    transcript,
    failures,
    media,
    webhooks,
  };
  server.on('request', answerer(world));

  return {
    url,
    async sendAs(who, draft, line = phoneNumberId) {
      const person = people.meet(typeof who === 'string' ? { phone: who } : who);
      const message = messageOf(draft, { media, transcript, user: person.key });
      const entry = transcript.add({ direction: 'to-us', user: person.key, line, message });
      const status = await webhooks.postMessage(person, entry, line);
      return { messageId: entry.id, status };
    },
    changeTemplate: (name, language, change) => changeTemplate(templates, webhooks, { name, language, change }),
    pay(reference, outcome = 'success') {
      const { status, entry } = orders.pay(reference, outcome);
      return webhooks.postPayment(status, entry.line);
    },
    orderState: (reference) => orders.statusOf(reference),
    openForm: (who) => openFormOn(world, settings.appSecret, people.keyOf(who)),
    publicKey: (line) => flows.keyOf(line),
    tell: (field, value) => webhooks.postNotice(field, value),
    transcript: (address) => transcript.entries(address === undefined ? undefined : people.keyOf(address)),
    subscribe: (listener) => transcript.subscribe(listener),
    failNext: (failure, options) => failures.add(failure, options),
    media: (id) => media.get(id),
    idle: () => webhooks.idle(),
    async close() {
      webhooks.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
