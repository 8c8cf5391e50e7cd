/** Ways in which the real one fails. */
export type Failure =
  | 'rate-limit'
  | 'server-error'
  | 'wrong-password'
  | 'invalid-number'
  /** Taken in, and then reported as not delivered. */
  | 'unreachable-later'
  | 'unwanted-later'
  | 'unregistered-later'
  /** Cut before anything was taken in. */
  | 'drop-connection'
  /** Taken in, and then cut: the caller cannot know. */
  | 'lose-answer';

/** A no: a line of plain text with a code, and status 200 unless HTTP itself says it. */
export class GupshupError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(code: number, message: string, status = 200) {
    super(message);
    this.status = status;
    this.code = code;
  }

  get headers(): Readonly<Record<string, string>> {
    return this.status === 429 ? { 'retry-after': '1' } : {};
  }

  get line(): string {
    return `error | ${this.code} | ${this.message}`;
  }
}

/** Its pages name no answer to those who are too fast; this is how HTTP says it. */
export const tooFast = (): GupshupError => new GupshupError(100, 'Too many requests.', 429);

const refusals: Readonly<Record<string, () => GupshupError>> = {
  'rate-limit': tooFast,
  'server-error': () => new GupshupError(100, 'An unknown error has occurred.', 500),
  'wrong-password': () => new GupshupError(102, 'Authentication failed due to invalid userId or password.'),
  'invalid-number': () => new GupshupError(105, 'The phone number is not valid.'),
};

/** The answer by which a failure shows at once; none for those that show in another way. */
export const refusalOf = (failure: Failure): GupshupError | undefined => refusals[failure]?.();

/** Why a message was not delivered, in the words of a report. 630 is the DLT platform's own code. */
export interface Cause {
  readonly errCode: string;
  readonly cause: string;
}

export const unregistered: Cause = { errCode: '630', cause: 'TEMPLATE_NOT_FOUND' };

export const laterCauseOf = (failure: Failure | undefined): Cause | undefined =>
  ({
    'unreachable-later': { errCode: '001', cause: 'ABSENT_SUBSCRIBER' },
    'unwanted-later': { errCode: '006', cause: 'DND_FAIL' },
    'unregistered-later': unregistered,
  })[String(failure)];
