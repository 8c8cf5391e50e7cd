import { randomBytes } from 'node:crypto';
import type { ShownTemplate } from './templates.ts';

/** One message, in Meta's own JSON, as the person's phone shows it. */
export interface Entry {
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly message: Readonly<Record<string, unknown>> & { readonly type: string };
  /** The line of ours on which it was said. */
  readonly line: string;
  /** Of templates: what the phone shows, since the text stands with the provider. */
  readonly shown?: ShownTemplate;
  /** Of messages from us: how far they came. */
  readonly status?: DeliveryWord;
  /** Of messages to us: whether we marked it as read. */
  readonly isRead?: boolean;
}

export type DeliveryWord = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** `entry` is the message as it is after the event. */
export interface StandInEvent {
  readonly type: 'message' | 'status' | 'read-mark';
  readonly entry: Entry;
}

export type Listener = (event: StandInEvent) => void;

/** What was said, in memory only. */
export class Transcript {
  private readonly said = new Map<string, Entry>();
  private readonly listeners = new Set<Listener>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  add(entry: Pick<Entry, 'direction' | 'user' | 'message' | 'line' | 'shown'>): Entry {
    // Like Meta's: `wamid.` and Base64.
    const id = `wamid.${randomBytes(24).toString('base64')}`;
    return this.put('message', {
      ...entry,
      id,
      at: this.now(),
      ...(entry.direction === 'from-us' && { status: 'accepted' }),
    });
  }

  setStatus(id: string, status: DeliveryWord): void {
    const entry = this.said.get(id);
    if (entry) this.put('status', { ...entry, status });
  }

  /** `false` when there is no such message of a person. */
  markRead(id: string): boolean {
    const entry = this.said.get(id);
    if (entry?.direction !== 'to-us') return false;
    this.put('read-mark', { ...entry, isRead: true });
    return true;
  }

  entries(user?: string): readonly Entry[] {
    return [...this.said.values()].filter((entry) => user === undefined || entry.user === user);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(type: StandInEvent['type'], entry: Entry): Entry {
    this.said.set(entry.id, entry);
    for (const listener of this.listeners) listener({ type, entry });
    return entry;
  }
}
