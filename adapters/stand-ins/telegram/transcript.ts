import { AnyTranscript } from '../transcript.ts';

/** One message in Telegram's own JSON, as the person's phone shows it; or a tap, which no phone shows. */
export interface Entry {
  /** Telegram's number of the message, or the id of the tap. */
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  /** The chat. */
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly message: Readonly<Record<string, unknown>>;
  /** Of taps: whether the button still turns. */
  readonly isAnswered?: boolean;
}

export type StandInEvent =
  /** `entry` is the message as it is after the event. */
  | { readonly type: 'message' | 'tap-answered'; readonly entry: Entry }
  | { readonly type: 'typing'; readonly user: string };

export type Listener = (event: StandInEvent) => void;

export class Transcript extends AnyTranscript<
  Entry,
  Extract<StandInEvent, { entry: Entry }>['type'],
  Extract<StandInEvent, { type: 'typing' }>
> {
  private numbers = 0;

  nextNumber(): number {
    this.numbers += 1;
    return this.numbers;
  }

  add(entry: Omit<Entry, 'at'>): Entry {
    return this.put('message', { ...entry, at: this.now() });
  }

  /** Another shape of a message that was said before. */
  change(id: string, message: Entry['message']): void {
    this.alter('message', id, { message });
  }

  /** `false` when there is no such tap, or it was answered before. */
  answerTap(id: string): boolean {
    if (this.find(id)?.isAnswered !== false) return false;
    this.alter('tap-answered', id, { isAnswered: true });
    return true;
  }

  type(user: string): void {
    this.tell({ type: 'typing', user });
  }
}
