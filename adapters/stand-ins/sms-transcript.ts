import { AnyTranscript } from './transcript.ts';

/** One SMS or missed call, as the person's phone shows it. */
export interface Entry {
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  readonly type: 'sms' | 'call';
  /** E.164 with the plus sign. */
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Empty for a call. */
  readonly text: string;
  /** Of messages from us: how far they came. */
  readonly status?: DeliveryWord;
}

export type DeliveryWord = 'queued' | 'sent' | 'delivered' | 'undelivered';

/** `entry` is the message as it is after the event. */
export interface StandInEvent {
  readonly type: 'message' | 'status';
  readonly entry: Entry;
}

export type Listener = (event: StandInEvent) => void;

export class Transcript extends AnyTranscript<Entry, StandInEvent['type']> {
  private readonly newId: (type: Entry['type']) => string;

  /** Ids are made as the provider makes them. */
  constructor(now: () => number, newId: (type: Entry['type']) => string) {
    super(now);
    this.newId = newId;
  }

  add(entry: Pick<Entry, 'direction' | 'type' | 'user' | 'text'>): Entry {
    const id = this.newId(entry.type);
    const status = entry.direction === 'from-us' && { status: 'queued' as const };
    return this.put('message', { ...entry, id, at: this.now(), ...status });
  }

  setStatus(id: string, status: DeliveryWord): void {
    this.alter('status', id, { status });
  }
}

/** What our webhook answered to something that a person did. */
export interface Posted {
  readonly messageId: string;
  /** 0 when there was no answer. */
  readonly status: number;
}

/** What all who play a provider of SMS can do, and the phones of the people who write and ring. Nothing leaves this machine. */
export interface SmsStandIn {
  /** Where its API is. */
  readonly url: string;
  /** Somebody writes to us. */
  sendAs(phone: string, text: string): Promise<Posted>;
  /** Somebody rings, and is not answered. */
  call(phone: string): Promise<Posted>;
  /** Everything said to and by one person, or by everybody; the oldest first. */
  transcript(phone?: string): readonly Entry[];
  /** Returns what ends the subscription. */
  subscribe(listener: Listener): () => void;
  /** The next messages fail in a way that every provider knows. */
  failNext(failure: 'server-error' | 'unreachable-later', options?: { readonly times?: number }): void;
  /** Waits until no webhook is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
