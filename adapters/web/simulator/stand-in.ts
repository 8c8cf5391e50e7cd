/** What the simulator needs of a stand-in that speaks WhatsApp's wire format; the container passes the real one. */
export interface WhatsAppStandIn {
  sendAs(person: StandInPerson, draft: StandInDraft): Promise<{ readonly messageId: string; readonly status: number }>;
  transcript(address?: string): readonly StandInEntry[];
  subscribe(listener: (event: { readonly type: string; readonly entry: StandInEntry }) => void): () => void;
  /** The person's phone shows the form that we sent last. Rejects when there is none. */
  openForm(who: string): Promise<StandInForm>;
  /** Somebody pays an order that we sent, or tries to. */
  pay(reference: string, outcome: OrderOutcome): Promise<number>;
  /** How the card of an order stands, in the provider's words. */
  orderState(reference: string): string;
  failNext(failure: 'server-error' | 'undeliverable' | { readonly delayMs: number }): void;
  media(id: string): { readonly bytes: Uint8Array; readonly mime: string; readonly fileName: string } | undefined;
}

export type OrderOutcome = 'success' | 'failed' | 'pending';

/** A form that is open on a phone; what it says goes sealed to our endpoint. */
export interface StandInForm {
  readonly json: { readonly screens: readonly unknown[] };
  readonly shown: StandInFormAnswer;
  send(data: Readonly<Record<string, unknown>>): Promise<StandInFormAnswer>;
  picked(bytes: Uint8Array, fileName: string): object;
}

export interface StandInFormAnswer {
  readonly status: number;
  readonly screen?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface StandInPerson {
  readonly phone?: string;
  readonly userId?: string;
  readonly name?: string;
}

export type StandInDraft =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly name?: string }
  | {
      readonly type: 'image' | 'document' | 'audio' | 'video';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly fileName?: string;
    };

/** A message in the provider's own JSON. */
export interface StandInEntry {
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  readonly user: string;
  readonly at: number;
  readonly message: Readonly<Record<string, unknown>> & { readonly type: string };
  /** Of an approved text, which stands with the provider: how the phone shows it. */
  readonly shown?: {
    readonly text: string;
    readonly buttons: readonly { readonly id: string; readonly title: string }[];
  };
  readonly isRead?: boolean;
}
