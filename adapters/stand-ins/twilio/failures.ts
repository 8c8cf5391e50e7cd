/** Ways in which the real one fails. */
export type Failure =
  | 'rate-limit'
  | 'opted-out'
  | 'invalid-number'
  | 'server-error'
  | 'wrong-token'
  /** Taken in, and then reported as undelivered. */
  | 'unreachable-later'
  | 'filtered-later'
  /** Cut before anything was taken in. */
  | 'drop-connection'
  /** Taken in, and then cut: the caller cannot know. */
  | 'lose-answer'
  | { readonly status: number; readonly code: number };

/** An answer that says no, with Twilio's error body. */
export class TwilioError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  get headers(): Readonly<Record<string, string>> {
    return this.status === 429 ? { 'retry-after': '1' } : {};
  }

  get body(): object {
    const { code, message, status } = this;
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  }
}

const refusals: Readonly<Record<string, readonly [status: number, code: number, message: string]>> = {
  'rate-limit': [429, 20429, 'Too Many Requests'],
  'opted-out': [400, 21610, 'Attempt to send to unsubscribed recipient'],
  'invalid-number': [400, 21211, "Invalid 'To' Phone Number"],
  'server-error': [500, 20500, 'Internal Server Error'],
  'wrong-token': [401, 20003, 'Authenticate'],
};

/** The answer by which a failure shows at once; none for those that show in another way. */
export function refusalOf(failure: Failure): TwilioError | undefined {
  if (typeof failure === 'object') return new TwilioError(failure.status, failure.code, 'Told to fail');
  const refusal = refusals[failure];
  return refusal && new TwilioError(...refusal);
}

/** The code in the status by which a failure shows later. */
export const laterCodeOf = (failure: Failure | undefined): number | undefined =>
  ({ 'unreachable-later': 30003, 'filtered-later': 30007 })[String(failure)];
