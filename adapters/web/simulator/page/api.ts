/** What the simulator's routes and its page agree on. */

/** A keypad phone knows texts only. */
export type PhoneKind = 'whatsapp' | 'sms' | 'telegram';

/** One message as a phone shows it, whatever the provider's own format. */
export interface Bubble {
  readonly id: string;
  /** Whose phone: the number, or the provider's user id where there is none. */
  readonly user: string;
  /** Written by the person who holds the phone. */
  readonly isMine: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of own messages: one tick, two ticks, two ticks in colour. */
  readonly ticks?: 'sent' | 'delivered' | 'read';
  readonly title?: string;
  readonly text?: string;
  readonly footer?: string;
  readonly buttons?: readonly Tappable[];
  readonly list?: { readonly title: string; readonly sections: readonly Section[] };
  readonly link?: { readonly title: string; readonly url: string };
  readonly asksLocation?: true;
  /** To be paid in the chat, while it is open. */
  readonly order?: ShownOrder;
  /** A form of the channel's own, and the words of the button that opens it. */
  readonly form?: { readonly title: string };
  readonly file?: ShownFile;
  readonly place?: Place;
  /** The message that this one answers. */
  readonly answers?: string;
  /** Rang, and hung up before anybody could have answered. */
  readonly isCall?: true;
  /** The provider's word for a kind that this phone cannot show. */
  readonly unknown?: string;
}

export interface ShownOrder {
  readonly reference: string;
  readonly item: string;
  /** In rupees, as it is read. */
  readonly amount: string;
  readonly state: 'open' | 'processing' | 'completed' | 'canceled';
}

export interface Tappable {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface Section {
  readonly title?: string;
  readonly rows: readonly Tappable[];
}

export interface ShownFile {
  readonly kind: 'image' | 'document' | 'audio' | 'video' | 'sticker';
  readonly url: string;
  readonly mime: string;
  readonly name?: string;
  readonly bytes?: number;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
}

/** What befalls the next message that we send: the provider is busy, the phone is not reached, or it takes long. */
export const mishaps = ['busy', 'unreachable', 'slow'] as const;
export type Mishap = (typeof mishaps)[number];

/** What the person does; files go by a route of their own. */
export type Act =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string }
  | { readonly type: 'sample'; readonly id: string }
  | { readonly type: 'call' }
  | { readonly type: 'fail'; readonly how: Mishap }
  | { readonly type: 'pay'; readonly reference: string; readonly outcome: 'success' | 'failed' | 'pending' }
  | ({ readonly type: 'location' } & Place);

/** What is done with the form that was sent last. */
export type FormStep =
  | { readonly type: 'open' }
  | {
      readonly type: 'send';
      readonly screen: string;
      readonly data: Readonly<Record<string, unknown>>;
      /** By the name under which they are sent. */
      readonly files: Readonly<Record<string, { readonly name: string; readonly base64: string }>>;
    };

/** What the phone shows of a form: a screen, that it can no longer be filled in, or that it was sent off. */
export type FormView =
  | { readonly state: 'over' }
  | { readonly state: 'sent' }
  | {
      readonly state: 'open';
      readonly screen: string;
      readonly title: string;
      readonly problem?: string;
      readonly fields: readonly FormField[];
      readonly send: { readonly label: string; readonly payload: Readonly<Record<string, unknown>> };
    };

/** One part of a screen, in the provider's words; what a kind of part has not is empty. */
export interface FormField {
  readonly type: string;
  readonly text: string;
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly inputType: string;
  readonly isRequired: boolean;
  readonly options: readonly Tappable[];
  /** Stands below it. */
  readonly hint: string;
  /** Types of files that may be picked, with commas between them. */
  readonly accept: string;
  /** What a tap on it sends. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SimulatorPageData {
  readonly phones: readonly PhoneKind[];
  /** What can befall the messages to each. */
  readonly mishaps: Readonly<Partial<Record<PhoneKind, readonly Mishap[]>>>;
  readonly samples: readonly { readonly id: string; readonly label: string }[];
  readonly bills: readonly { readonly label: string; readonly accounts: readonly string[] }[];
}
