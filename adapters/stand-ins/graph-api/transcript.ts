import { randomBytes } from 'node:crypto';
import { AnyTranscript } from '../transcript.ts';
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

export class Transcript extends AnyTranscript<Entry, StandInEvent['type']> {
  add(entry: Pick<Entry, 'direction' | 'user' | 'message' | 'line' | 'shown'>): Entry {
    // Like Meta's: `wamid.` and Base64.
    const id = `wamid.${randomBytes(24).toString('base64')}`;
    const status = entry.direction === 'from-us' && { status: 'accepted' as const };
    return this.put('message', { ...entry, id, at: this.now(), ...status });
  }

  setStatus(id: string, status: DeliveryWord): void {
    this.alter('status', id, { status });
  }

  /** `false` when there is no such message of a person. */
  markRead(id: string): boolean {
    if (this.find(id)?.direction !== 'to-us') return false;
    this.alter('read-mark', id, { isRead: true });
    return true;
  }
}
