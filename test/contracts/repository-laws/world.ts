import { randomUUID } from 'node:crypto';
import type { Store } from '#adapters/persistence/store.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { NewEntry, NewMessage, Talk, TurnResult } from '#application/ports/out/talks.ts';
import { Citizen } from '#domain/citizen/citizen.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Changes a stored audit entry behind the store's back; absent where nobody can. */
  tamper?(position: number): Promise<void>;
}

export interface World {
  opened: OpenedStore | undefined;
  readonly store: Store;
  readonly clock: Clock & { advance(seconds: number): void };
}

export function aWorld(): World {
  let now: Instant = '2026-03-05T04:30:00.000Z';
  const world: World = {
    opened: undefined,
    get store() {
      if (!world.opened) throw new Error('the store is not open yet');
      return world.opened.store;
    },
    clock: {
      now: () => now,
      advance: (seconds) => {
        now = plusMinutes(now, seconds / 60);
      },
    },
  };
  return world;
}

/** Numbers of the range that no operator gives out. */
export const aPhone = (): ContactPoint => ({
  channel: 'whatsapp',
  kind: 'phone',
  address: `+9100000${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
});

export const aUserId = (): ContactPoint => ({ channel: 'whatsapp', kind: 'user-id', address: `IN.${randomUUID()}` });

/** A citizen who is registered, with one phone. */
export async function aCitizen({ store, clock }: World): Promise<CitizenId> {
  const citizen = Citizen.register(randomUUID(), [aPhone()], clock.now());
  await store.citizens.add(citizen);
  return citizen.snapshot().id;
}

export const anEntry = ({ clock }: World, citizenId: CitizenId, text: string, source = 'whatsapp'): NewEntry => ({
  citizenId,
  source,
  sourceId: `wamid.${text}`,
  event: { type: 'heard', content: { type: 'text', text } },
  at: clock.now(),
  replyTo: { contactPoint: aPhone(), via: 'our-number' },
});

export const textOf = ({ event }: Pick<NewEntry, 'event'>): string =>
  event.type === 'heard' && event.content.type === 'text' ? event.content.text : '';

export const aConversation = (lost = 0): Conversation => ({
  language: 'hi',
  languageChosen: true,
  consents: {},
  lost,
  noticesStopped: false,
});

export const aMessage = (citizenId: CitizenId, text: string, urgency: NewMessage['urgency'] = 'reply'): NewMessage => ({
  citizenId,
  message: { text: phrase('test.said', { text }) },
  language: 'hi',
  urgency,
});

export const saidIn = ({ message }: NewMessage): unknown => ('key' in message.text ? message.text.values?.text : '');

/** Hears all, says nothing. */
export const hearing = ({ entries, conversation }: Talk): TurnResult => ({
  conversation: conversation ?? aConversation(),
  done: entries.map(({ seq }) => seq),
  setAside: [],
  said: [],
  messages: [],
  jobs: [],
});
