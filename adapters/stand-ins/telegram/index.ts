import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OrderedFailures } from '../ordered-failures.ts';
import { dispatch } from './bot-api.ts';
import { type Draft, drafted } from './drafts.ts';
import { BotApiError } from './errors.ts';
import type { Failure, Scope } from './failures.ts';
import { Files, type KeptFile } from './files.ts';
import { People, type Person } from './people.ts';
import { answerer } from './server.ts';
import { type Entry, type Listener, Transcript } from './transcript.ts';
import { Updates } from './updates.ts';

export type { Draft } from './drafts.ts';
export type { Failure } from './failures.ts';
export type { Person } from './people.ts';
export type { Entry, StandInEvent } from './transcript.ts';

export interface TelegramStandInSettings {
  /** Any free one unless told. */
  readonly port?: number;
  readonly botToken: string;
  readonly secretToken: string;
  /** Where updates are posted until `setWebhook` says otherwise; a function when the address is known only later. */
  readonly callbackUrl: string | (() => string);
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
  /** Seconds before an update that was not taken is posted again, for each further try. */
  readonly webhookRetrySeconds?: readonly number[];
}

/** A stand-in for Telegram's Bot API, and for the phones of the people who write. Nothing leaves this machine. */
export interface TelegramStandIn {
  /** What `TELEGRAM_API_URL` would be. */
  readonly url: string;
  /** Somebody writes to us. Returns the message's or the tap's id and what our webhook answered at the first try. */
  sendAs(person: Person | number, draft: Draft): Promise<{ readonly messageId: string; readonly status: number }>;
  /** Everything said to and by one person, or by everybody; the oldest first. */
  transcript(chatId?: number | string): readonly Entry[];
  /** Returns what ends the subscription. */
  subscribe(listener: Listener): () => void;
  /** The next calls fail in this way; `messages` unless told. */
  failNext(failure: Failure, options?: { readonly times?: number; readonly of?: Scope }): void;
  /** A file that was sent by either side, by its `file_id`. */
  file(id: string): KeptFile | undefined;
  /** Waits until no update is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function openTelegramStandIn(settings: TelegramStandInSettings): Promise<TelegramStandIn> {
  const { now = Date.now, port = 0, botToken } = settings;
  const people = new People();
  const transcript = new Transcript(now);
  const failures = new OrderedFailures<Failure, Scope>('messages');
  const files = new Files(now);
  const updates = new Updates({
    ...settings,
    now,
    onCall(method, { method: _method, ...fields }) {
      try {
        dispatch(world, { method: method.toLowerCase(), fields, parts: [] });
      } catch (error) {
        if (!(error instanceof BotApiError)) throw error;
      }
    },
  });
  const world = { botToken, people, transcript, failures, files, updates, now };
  const server = createServer(answerer(world));
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async sendAs(who, draft) {
      const person = people.meet(typeof who === 'number' ? { id: who } : who);
      const { update, entry } = drafted(draft, { files, transcript, person, now: now() });
      // Whoever writes again lets us in again.
      people.setBlocked(person.id, draft.type === 'block');
      if (draft.type === 'add-to-group') people.takeInto(draft.group);
      transcript.add({ ...entry, direction: 'to-us', user: String(person.id) });
      return { messageId: entry.id, status: await updates.post(update) };
    },
    transcript: (chatId) => transcript.entries(chatId === undefined ? undefined : String(chatId)),
    subscribe: (listener) => transcript.subscribe(listener),
    failNext: (failure, options) => failures.add(failure, options),
    file: (id) => files.get(id),
    idle: () => updates.idle(),
    async close() {
      updates.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
