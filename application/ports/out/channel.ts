import type { MediaRef, OrderUpdate } from '#domain/conversation/message.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { Sentence } from '#domain/notification/sentence.ts';
import type { TemplateWord } from '#domain/notification/template-standing.ts';
import type { ChannelKind, ContactPoint, Line } from '#domain/shared/contact-point.ts';
import type { ServiceId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Money } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Checked } from './checked.ts';
import type { Variant } from './translator.ts';

/** One way out to citizens. An adapter puts a worded message on the provider's wire and nothing more. */
export interface Channel {
  /** The adapter's own name, such as `whatsapp-cloud`. */
  readonly name: string;
  /** The channel as the citizen knows it. */
  readonly serves: ChannelKind;
  readonly capabilities: Capabilities;
  /** Numbers of ours that are a department's own. */
  readonly lines?: readonly Line[];
  /** Hands the message over. Returns the provider's ids, one for each payload it took. @throws NotDelivered */
  send(message: WordedMessage, to: Destination): Promise<readonly string[]>;
  /** Fetches a file that a citizen sent; at most `maxBytes`. @throws MediaUnavailable */
  fetchMedia?(media: MediaRef, maxBytes: number): Promise<Uint8Array>;
  /** Shows the citizen that the message was read and is being answered, where the channel can. Never fails. */
  acknowledge?(messageId: string, from?: string): Promise<void>;
  /** What the provider says of our approved texts now; absent where none are needed. @throws NotDelivered */
  templates?(): Promise<readonly TemplateWord[]>;
  /** Hands a text in for the provider's approval, in all its languages. @throws NotDelivered */
  submitTemplate?(template: MessageTemplate): Promise<void>;
  /** Forms of the channel's own, beside the talk; absent where it has none. */
  readonly forms?: ChannelForms;
  /** The number of ours that people write to, with its plus sign, where the provider or its settings tell it. */
  number?(): Promise<string | undefined>;
  check(): Promise<Checked>;
  close?(): Promise<void>;
}

/** Forms that citizens fill in beside the talk, made from the services' definitions. */
export interface ChannelForms {
  /** The name under which the provider has this service's form; absent while it cannot be opened. */
  nameOf(service: ServiceId, language: Language): string | undefined;
  /** Hands over to the provider whatever it does not have yet, and takes back what this replaces. @throws NotDelivered */
  publish(): Promise<PublishedForms>;
  /** Asks the provider which forms it has. @throws NotDelivered */
  refresh(): Promise<void>;
  check(): Promise<Checked>;
}

export interface PublishedForms {
  readonly fresh: number;
  readonly asBefore: number;
  /** What was there, says something else by now, and is offered no more. */
  readonly retired: number;
  /** What the provider did not take, with its word for it. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

export interface Capabilities {
  /** A button shares the citizen's own number, where he is not known by it already. */
  readonly sharesNumber?: true;
  /** Characters in one message; longer texts are split. */
  readonly maxTextLength: number;
  /** Most buttons under one message; 0 where nothing can be tapped. */
  readonly buttons: number;
  /** Most rows of a list; 0 where there are none. */
  readonly listRows: number;
  readonly attachments: boolean;
  /** What is said here has words of its own, where somebody wrote some. */
  readonly variant?: Variant;
  /** Says later whether a message came; until then its words are kept for another channel. */
  readonly reportsDelivery?: boolean;
  /** Hours after the citizen's last message in which free text is allowed; absent: always. */
  readonly sessionHours?: number;
}

export interface Destination {
  readonly contactPoint: ContactPoint;
  /** The address of ours to send from, as `InboundMessage.to`. */
  readonly from?: string;
  /** Whose news it is; for the channel log only. */
  readonly department?: string;
  /** Comes back in delivery statuses, so that a send whose answer was lost can be matched. At most 64 plain characters. */
  readonly reference: string;
}

/** A message in the citizen's words, ready to be rendered within a channel's capabilities. */
export interface WordedMessage {
  readonly text: string;
  readonly choices?: readonly WordedChoice[];
  readonly listTitle?: string;
  readonly link?: { readonly label: string; readonly url: string };
  readonly document?: {
    readonly bytes: Uint8Array;
    readonly mime: string;
    readonly fileName: string;
    /** Where it can be fetched, for channels that carry no attachments. */
    readonly link?: string;
  };
  /** What the link is for, where it can be paid in the chat. */
  readonly order?: {
    readonly paymentId: string;
    readonly amount: Money;
    readonly item: string;
    readonly expiresAt?: Instant;
  };
  readonly orderUpdate?: OrderUpdate;
  /** What the tap that sends one's place is called. */
  readonly asksLocation?: string;
  /** Likewise of the tap that shares one's own number. */
  readonly asksNumber?: string;
  readonly form?: WordedForm;
  /** All of this once more, sentence by sentence: for gateways that let only registered texts through. */
  readonly sentences?: readonly Sentence[];
  /** The approved text that goes in place of all this, but for the document. */
  readonly template?: WordedTemplate;
}

/** A form of the channel's own, to be opened by a tap. */
export interface WordedForm {
  /** Under which the provider has it. */
  readonly name: string;
  readonly label: string;
  /** Stands above the button where that is a message of its own. */
  readonly offer: string;
  /** By which it finds back to the talk; comes back with everything that is told in it. */
  readonly ticket: string;
}

/** An approved text with its gaps filled. */
export interface WordedTemplate {
  readonly name: string;
  readonly language: string;
  readonly gaps: readonly { readonly name: string; readonly text: string }[];
  /** What its buttons send back, in order. */
  readonly payloads: readonly string[];
  /** Carries the message's document. */
  readonly hasDocument: boolean;
  /** A one-time password: it fills the words that the provider wrote itself, and its button copies it. */
  readonly code?: string;
}

export interface WordedChoice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Stands where it would be numbered, because a number is an answer by itself: "Or write: Skip". */
  readonly byWord?: string;
}
