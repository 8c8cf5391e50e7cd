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

/** What was said, in memory only. */
export class Transcript {
  private readonly said = new Map<string, Entry>();
  private readonly listeners = new Set<Listener>();
  private readonly now: () => number;
  private numbers = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  nextNumber(): number {
    this.numbers += 1;
    return this.numbers;
  }

  add(entry: Omit<Entry, 'at'>): Entry {
    const whole = { ...entry, at: this.now() };
    this.said.set(entry.id, whole);
    this.tell({ type: 'message', entry: whole });
    return whole;
  }

  /** Another shape of a message that was said before. */
  change(id: string, message: Entry['message']): void {
    const entry = this.said.get(id);
    if (!entry) return;
    const changed = { ...entry, message };
    this.said.set(id, changed);
    this.tell({ type: 'message', entry: changed });
  }

  /** `false` when there is no such tap, or it was answered before. */
  answerTap(id: string): boolean {
    const entry = this.said.get(id);
    if (entry?.isAnswered !== false) return false;
    const answered = { ...entry, isAnswered: true };
    this.said.set(id, answered);
    this.tell({ type: 'tap-answered', entry: answered });
    return true;
  }

  type(user: string): void {
    this.tell({ type: 'typing', user });
  }

  entries(user?: string): readonly Entry[] {
    return [...this.said.values()].filter((entry) => user === undefined || entry.user === user);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(event: StandInEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
