import type { Bubble, FormStep, FormView, Mishap, PhoneKind, Place } from './page/api.ts';

/** Who holds a phone. `user` is a number that cannot exist, or a provider's user id of somebody who hides the number. */
export interface Holder {
  readonly user: string;
  readonly name?: string;
}

export interface SentFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
}

export type PhoneAct =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string }
  | ({ readonly type: 'location' } & Place)
  | ({ readonly type: 'file' } & SentFile);

/** One kind of phone. What is done on it reaches the platform by the provider's own wire format. */
export interface Phone {
  readonly kind: PhoneKind;
  /** Settles when the platform has answered, whatever it answered. */
  act(holder: Holder, act: PhoneAct): Promise<void>;
  /** The whole talk, the oldest first. */
  bubbles(user: string): readonly Bubble[];
  /** Hears of every bubble that is new or has changed. Returns what ends the subscription. */
  subscribe(listener: (bubble: Bubble) => void): () => void;
  /** Opens the form that was sent last, or sends its screen; absent on a phone that knows no forms. */
  form?(holder: Holder, step: FormStep): Promise<FormView>;
  /** Rings and hangs up, which costs nothing; absent on a phone whose channel hears no calls. */
  call?(holder: Holder): Promise<void>;
  /** Pays an order of the talk, or tries to; absent on a phone on which nothing can be paid. */
  pay?(reference: string, outcome: 'success' | 'failed' | 'pending'): Promise<void>;
  /** What can befall the next message that we send to such a phone, whoever holds it. */
  readonly mishaps?: readonly Mishap[];
  fail?(how: Mishap): void;
  /** A file of the talk; absent on a phone that knows none. */
  media?(id: string): SentFile | undefined;
}

/** Long enough to be seen, and less than we wait for an answer. */
export const SLOW_MS = 8000;
