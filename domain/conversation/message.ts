import type { ChannelKind, ContactPoint } from '../shared/contact-point.ts';
import type { ApplicationId, DocumentId, PaymentId, ServiceId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { Phrase } from '../shared/phrase.ts';
import type { Instant } from '../shared/time.ts';
import type { AwaitedPaper } from './awaited-paper.ts';

/** What a citizen sent, whatever the channel. */
export interface InboundMessage {
  /** The provider's own id of the message; with the channel it makes the message unique. */
  readonly id: string;
  /** Everything the provider told about the sender; the first is the one to answer to. */
  readonly from: readonly [ContactPoint, ...ContactPoint[]];
  /** Which of them he has given up: who has a new number is known by the old one, and from now on reached by the new. */
  readonly leaves?: readonly ContactPoint[];
  /** The receiving address of ours, such as a WhatsApp phone number id: each department may have its own. */
  readonly to?: string;
  readonly at: Instant;
  readonly content: InboundContent;
  /** The name the sender gave himself at the provider; a courtesy, never proof of anything. */
  readonly profileName?: string;
}

export type InboundContent =
  /** `isSpoken`: a reader wrote it down, so its script is not the citizen's. */
  | { readonly type: 'text'; readonly text: string; readonly isSpoken?: true }
  /** A tap on a button or a list row: the id that we gave it. `by`: on a link outside the chat, and where it stood. */
  | { readonly type: 'choice'; readonly id: string; readonly by?: 'qr' | 'email' }
  /** `answers`: it was sent for this request, and is nothing when that is over. */
  | { readonly type: 'media'; readonly media: MediaRef; readonly caption?: string; readonly answers?: AwaitedPaper }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly address?: string }
  /**
   * `isOwn`: the sender's own number, proven by the provider. `met`: somebody was known under it, and is he from now on,
   * or stays apart because both have files.
   */
  | {
      readonly type: 'contact';
      readonly phones: readonly string[];
      readonly isOwn?: true;
      readonly met?: 'joined' | 'kept-apart';
    }
  /** Rang and hung up, which costs nothing: a wish to be written to. A number can be forged, so it proves nobody. `called`: ours that he rang. */
  | { readonly type: 'missed-call'; readonly called?: string }
  /** The provider's own word on the sender, such as a new number, or that he has `blocked` us `on` it. He said nothing: no window opens, and it is no opt-in. */
  | { readonly type: 'notice'; readonly what: string; readonly on?: ChannelKind }
  /** Reactions, read marks and the like: taken in, and not answered. */
  | { readonly type: 'silent'; readonly what: string }
  /** A kind that we do not know or cannot use, a file that is `too-large` for the provider, words that were `edited` afterwards; answered politely. */
  | { readonly type: 'unsupported'; readonly what: string };

/** A file that is mostly still at the provider. */
export interface MediaRef {
  /** What the channel needs to fetch it. */
  readonly ref: string;
  /** It is in our own store already, under `ref`, and not at a provider. */
  readonly isKept?: true;
  readonly kind: 'image' | 'document' | 'audio' | 'video' | 'sticker';
  /** As claimed by the sender; the true type is found from the bytes. */
  readonly mime: string;
  readonly fileName?: string;
  /** Base64, when the provider gives one. */
  readonly sha256?: string;
}

/** `processing`: the bank has not decided. `completed` and `canceled` are for good: nothing can be paid by that card any more. */
export interface OrderUpdate {
  readonly paymentId: PaymentId;
  /** What was asked for. */
  readonly amount: Money;
  readonly status: 'processing' | 'completed' | 'canceled';
}

/** What we say, before it is put into words. */
export interface OutboundMessage {
  readonly text: Phrase;
  /** Tappable answers. Up to three become buttons, up to ten a list, and numbered lines where nothing can be tapped. */
  readonly choices?: readonly Choice[];
  /** Title of the button that opens a list. */
  readonly listTitle?: Phrase;
  readonly link?: { readonly label: Phrase; readonly url: string };
  /** What the link is for, so that a channel which can takes the money in the chat instead. */
  readonly order?: {
    readonly paymentId: PaymentId;
    readonly amount: Money;
    readonly item: Phrase;
    readonly expiresAt?: Instant;
  };
  /** What has become of that, so that its card in the chat takes no money twice. */
  readonly orderUpdate?: OrderUpdate;
  readonly document?: { readonly id: DocumentId; readonly fileName: Phrase; readonly link?: string };
  /** The form that may be filled in in place of the talk's questions, where the channel has one. */
  readonly form?: FormOffer;
  /** Offer to send one's place, where the channel has a way to. */
  readonly asksLocation?: boolean;
  /** Offer to share one's own number, where the channel has a way to. */
  readonly asksNumber?: boolean;
  /** A paper is wanted: where the channel carries no pictures, a link to the upload page goes along. */
  readonly asksPaper?: AwaitedPaper;
}

/** A form of the channel's own, beside the talk; what is told in it lands in the talk. */
export interface FormOffer {
  readonly applicationId: ApplicationId;
  readonly serviceId: ServiceId;
  /** The definition's version. */
  readonly version: string;
}

export interface Choice {
  /** A stable command such as `answer/yes` or `service/birth-certificate/apply`; never a position or a title. */
  readonly id: string;
  readonly label: Phrase;
  readonly description?: Phrase;
  /** A number would be an answer to what is asked: where choices are numbered, this one is chosen by its word. */
  readonly byWord?: true;
}

/** A status of one of our messages, as the provider reports it. */
export interface DeliveryStatus {
  /** The provider's id of our message. */
  readonly messageId: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: Instant;
  /** The provider's error code, when it failed. */
  readonly code?: string;
  /** What helps when it failed; absent: nothing is known. */
  readonly instead?: 'other-channel' | 'template' | 'nothing';
  /** The opaque data that we gave when sending. */
  readonly reference?: string;
  /** Of SMS: how many the provider counts, where it says so. */
  readonly segments?: number;
}
