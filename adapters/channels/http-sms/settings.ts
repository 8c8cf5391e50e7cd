/** A gateway of a local provider, described rather than programmed. Texts may carry gaps such as `{to}`; see gaps.ts. */
export interface HttpSmsSettings {
  /** With gaps, such as `https://sms.example/send?to={to}`; what fills them is escaped. */
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** One of the two, or none where the address says all. */
  readonly json?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, string>>;
  /** Fills the gap `{apiKey}`. */
  readonly apiKey: string;
  /** Whoever checks whether the gateway is there calls this by GET: a balance, mostly. Without it nothing is asked. */
  readonly checkUrl?: string;
  /** Where the answer tells the id of the message, as `data.0.id`. */
  readonly answerId: string;
  /** Where the answer tells how it went, for gateways that say no with status 200, and the words for yes. */
  readonly answerOk?: { readonly at: string; readonly is: readonly string[] };
  /** Error codes that the gateway names, with what to do. */
  readonly refusals?: {
    readonly at: string;
    readonly later?: readonly string[];
    readonly optedOut?: readonly string[];
  };
  /** As registered on the DLT platform of an operator; Indian networks drop what does not match. */
  readonly entityId?: string;
  readonly headerId?: string;
  readonly templates?: readonly DltTemplate[];
  /** Country of numbers that callbacks write without one; India unless told. */
  readonly countryCode?: string;
  readonly callbackSecret: string;
  /** `token`: the secret itself in a header. `hmac`: a digest of the raw body by the secret. */
  readonly callbackCheck: {
    readonly by: 'token' | 'hmac-sha1' | 'hmac-sha256';
    readonly header: string;
    readonly encoding?: 'hex' | 'base64';
  };
  /** Where callbacks tell what; dotted as above. */
  readonly inbound: { readonly id: string; readonly from: string; readonly text: string; readonly to?: string };
  /** Calls that the provider turned away unanswered; without it none are heard. */
  readonly missedCall?: { readonly id: string; readonly from: string };
  readonly report: {
    readonly id: string;
    readonly status: string;
    readonly code?: string;
    readonly reference?: string;
    /** The gateway's words for each, such as `DELIVRD`; others tell nothing. */
    readonly sent?: readonly string[];
    readonly delivered: readonly string[];
    readonly failed: readonly string[];
  };
}

export interface DltTemplate {
  readonly id: string;
  /** As approved, with `{#var#}` for each gap. */
  readonly text: string;
}
