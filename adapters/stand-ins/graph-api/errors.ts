import type { Failure } from './failures.ts';

/** An answer that says no, with Meta's error body. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: string;

  constructor(status: number, code: number, details: string) {
    super(details);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  get body(): object {
    return {
      error: {
        message: `(#${this.code}) ${this.details}`,
        type: 'OAuthException',
        code: this.code,
        error_data: { messaging_product: 'whatsapp', details: this.details },
        fbtrace_id: 'StandIn',
      },
    };
  }
}

const refusals: Readonly<Record<string, readonly [status: number, code: number, details: string]>> = {
  throughput: [429, 130429, 'Rate limit hit'],
  'pair-rate': [400, 131056, '(Business Account, Consumer Account) pair rate limit hit'],
  'outside-window': [400, 131047, 'Re-engagement message'],
  undeliverable: [400, 131026, 'Message undeliverable'],
  'opted-out': [400, 131050, 'User has stopped marketing messages'],
  'server-error': [500, 131000, 'Something went wrong'],
  'token-expired': [401, 190, 'Error validating access token: session has expired'],
};

/** The answer by which a failure shows at once; none for those that show in another way. */
export function refusalOf(failure: Failure): GraphError | undefined {
  if (typeof failure === 'object') {
    return 'code' in failure ? new GraphError(failure.status, failure.code, 'Told to fail') : undefined;
  }
  const refusal = refusals[failure];
  return refusal && new GraphError(...refusal);
}

/** The code in the status by which a failure shows later. */
export function laterCodeOf(failure: Failure | undefined): number | undefined {
  return { 'outside-window-later': 131047, 'undeliverable-later': 131026 }[String(failure)];
}
