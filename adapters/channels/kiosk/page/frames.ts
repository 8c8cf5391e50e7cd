/** What server and page say to each other on the kiosk's socket, as JSON texts. Both sides know this file and nothing else of each other. */

export const PROTOCOL = 'eksandesh.v1';
/** Before a ticket among the offered protocols; it is never answered with. */
export const TICKET_PREFIX = 'ticket.';
export const VERSION = 1;

/** Why a socket was closed, beside the web's own codes. */
export const closing = {
  normal: 1000,
  goingAway: 1001,
  tooBig: 1009,
  ticket: 4001,
  disabled: 4003,
  slow: 4008,
  replaced: 4009,
  version: 4010,
  tooMany: 4029,
  badFrame: 4030,
  sessionOver: 4040,
} as const;

/** What a citizen or his operator says. */
export type Said =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string }
  | { readonly type: 'media'; readonly ref: string; readonly mime: string; readonly fileName: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number };

/** What is shown. */
export interface Shown {
  readonly text: string;
  /** `byWord`: a number that is typed is an answer, and does not choose this. */
  readonly choices?: readonly {
    readonly id: string;
    readonly label: string;
    readonly description?: string;
    readonly byWord?: string;
  }[];
  readonly listTitle?: string;
  readonly link?: { readonly label: string; readonly url: string };
  /** `link`: where it is; `data`: the file itself in Base64, when it is nowhere else. */
  readonly document?: {
    readonly fileName: string;
    readonly mime: string;
    readonly link?: string;
    readonly data?: string;
  };
  readonly asksLocation?: string;
}

export type FromPage =
  | { readonly t: 'hello'; readonly v: number; readonly session: string; readonly lastSeq: number }
  /** `cid` is the page's own id of it: the same one sent again is the same message. */
  | { readonly t: 'msg'; readonly cid: string; readonly body: Said }
  /** Everything up to this number is on the screen. */
  | { readonly t: 'ack'; readonly seq: number }
  /** Somebody touches the screen, though nothing is said. */
  | { readonly t: 'active' }
  | { readonly t: 'hb' };

export type FromServer =
  | {
      readonly t: 'welcome';
      readonly session: string;
      readonly resumed: boolean;
      readonly nextSeq: number;
      /** Milliseconds between heartbeats. */
      readonly hb: number;
      readonly maxBytes: number;
      readonly serverTime: string;
    }
  /** Numbered from 1 in each session, without gaps. */
  | { readonly t: 'msg'; readonly seq: number; readonly body: Shown }
  /** Stored for good; the page may forget it. */
  | { readonly t: 'ack'; readonly cid: string; readonly status: 'stored' }
  | { readonly t: 'hb' }
  /** This message is none that can be taken; sent again it would not be either. */
  | { readonly t: 'err'; readonly code: 'bad_frame'; readonly ref: string }
  /** The page's numbers are not ours: it begins anew from the first. */
  | { readonly t: 'reset' }
  /** Nothing of this session may stay on the screen. */
  | { readonly t: 'end'; readonly reason: string };
