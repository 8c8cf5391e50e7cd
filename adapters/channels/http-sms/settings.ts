/** A gateway of a local provider, described rather than programmed. Texts may carry gaps such as `{to}`; see gaps.ts and README.md. */
export interface HttpSmsSettings {
  /** With gaps, such as `https://sms.example/send?to={to}`; what fills them is escaped. */
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** One of the two, or none where the address says all. */
  readonly json?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, string>>;
  /** Fills the gap `{apiKey}`, and in base64 `{basic}`: then it is `name:password`. */
  readonly apiKey: string;
  /** Fills the gap `{account}`, for gateways that ask for a name beside the key. */
  readonly account?: string;
  /** The gateway's words for the two alphabets, which fill `{unicode}`; 0 and 1 unless told. */
  readonly alphabets?: { readonly plain: string; readonly unicode: string };
  /** Whoever checks whether the gateway is there calls this by GET: a balance, mostly. Without it nothing is asked. */
  readonly checkUrl?: string;
  /** How answers are written, whatever they say of themselves; JSON unless told. */
  readonly answersIn?: AnswerForm;
  /** Where the answer tells the id of the message, as `data.0.id`. */
  readonly answerId: string;
  /** Where the answer tells how it went, for gateways that say no with status 200, and the words for yes. */
  readonly answerOk?: { readonly at: string; readonly is: readonly string[] };
  /** Error codes that the gateway names, with what to do. */
  readonly refusals?: {
    readonly at: string;
    readonly later?: readonly string[];
    readonly optedOut?: readonly string[];
    /** Of numbers that are none: no other provider is asked then. */
    readonly noNumber?: readonly string[];
  };
  /** As registered on the DLT platform of an operator; Indian networks drop what does not match. */
  readonly entityId?: string;
  readonly headerId?: string;
  readonly templates?: readonly RegisteredText[];
  /** What becomes of a text that is none of these: refused, which is the rule, or sent without an id, where the gateway finds it itself. */
  readonly unregistered?: 'refuse' | 'send';
  /** Characters that may fill one gap of a registered text; 30 unless told. */
  readonly longestGap?: number;
  /** Country of numbers that callbacks write without one; India unless told. */
  readonly countryCode?: string;
  readonly callbackSecret: string;
  readonly callbackCheck: CallbackCheck;
  /** Where callbacks tell what; dotted as above. */
  readonly inbound: {
    readonly id: IdPlace;
    readonly from: string;
    readonly text: string;
    readonly to?: string;
    readonly list?: string;
  };
  /** Calls that the provider turned away unanswered; without it none are heard. */
  readonly missedCall?: {
    readonly id: IdPlace;
    readonly from: string;
    /** The number of ours that rang, which is kept with the yes. */
    readonly called?: string;
    readonly list?: string;
  };
  readonly report: {
    readonly id: string;
    readonly status: string;
    readonly code?: string;
    readonly reference?: string;
    /** How many SMS the gateway counts. */
    readonly segments?: string;
    /** Where the reports stand when several come at once; an empty place is the whole. The places above are then inside each. */
    readonly list?: string;
    /** The gateway's words for each, such as `DELIVRD`; others tell nothing. */
    readonly sent?: readonly string[];
    readonly delivered: readonly string[];
    readonly failed: readonly string[];
    /** Codes of who has said at the gateway that he wants nothing of us: then it goes by no other channel either. */
    readonly unwanted?: readonly string[];
    /** A pattern of codes that somebody of ours has to look at: a text, a header or an entity that is not registered. */
    readonly ours?: string;
  };
}

/** Plain text is cut at a sign, and places are counted: of `success | 91… | id` the id stands at `2`. */
export type AnswerForm = 'json' | 'xml' | { readonly textCutAt: string };

/** Several, for gateways that give no id: what stands there is digested into one. */
export type IdPlace = string | readonly string[];

/**
 * `token`: the secret itself, in a header, a field of the query or, where a gateway keeps neither, the end of the path.
 * `hmac`: a digest of the raw body by the secret, which says nothing of calls by GET: those are turned away.
 */
export type CallbackCheck =
  | { readonly by: 'token'; readonly header: string }
  | { readonly by: 'token'; readonly query: string }
  | { readonly by: 'token'; readonly path: true }
  | {
      readonly by: 'hmac-sha1' | 'hmac-sha256';
      readonly header: string;
      readonly encoding?: 'hex' | 'base64';
    };

export interface RegisteredText {
  readonly id: string;
  /** As approved, with `{#var#}` for each gap. */
  readonly text: string;
  /** The sender that it is registered with; `headerId` unless told. */
  readonly header?: string;
}
