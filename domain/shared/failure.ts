/** The outside failed: a provider, a gateway, a reader. `retry` tells whether the same call may succeed later. */
export abstract class Failure extends Error {
  /** `true`: try again later. `false`: the same call will fail again. */
  readonly retry: boolean;
  /** A short machine word for logs and metrics, such as `131026` or `timeout`; never personal data. */
  readonly code: string;

  constructor(code: string, { retry, cause }: { retry: boolean; cause?: unknown }) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.retry = retry;
    this.code = code;
  }
}

/**
 * A channel did not take a message. `instead` says what helps when trying again does not: another channel,
 * an approved template (the session window is closed), or nobody (the person does not want it).
 */
export class NotDelivered extends Failure {
  readonly instead: 'other-channel' | 'template' | 'nothing';
  /** Seconds to wait before the next try, when the provider says so. */
  readonly afterSeconds: number | undefined;
  /** Nothing was sent yet, because the provider's pace did not allow it: this does not count as a try. */
  readonly untried: boolean;
  /** Somebody of ours has to look: a token, a bill, a block, a mistake. */
  readonly alarm: boolean;
  /** It is the person or his number: no other provider of the same kind would take it either. */
  readonly personal: boolean;
  /** More tries than these, in all, are of no use; absent: as many as any message has. */
  readonly tries: number | undefined;

  constructor(
    code: string,
    options: {
      retry: boolean;
      cause?: unknown;
      instead?: 'other-channel' | 'template' | 'nothing';
      afterSeconds?: number;
      untried?: boolean;
      alarm?: boolean;
      personal?: boolean;
      tries?: number;
    },
  ) {
    super(code, options);
    this.instead = options.instead ?? 'other-channel';
    this.afterSeconds = options.afterSeconds;
    this.untried = options.untried ?? false;
    this.alarm = options.alarm ?? false;
    this.personal = options.personal ?? this.instead !== 'other-channel';
    this.tries = options.tries;
  }
}

/** The payment gateway could not be asked, or answered with an error. */
export class GatewayDown extends Failure {}

/** A file that the citizen sent could not be fetched from the provider. */
export class MediaUnavailable extends Failure {}

/** The department's billing system did not answer. An account that does not exist is not this: it yields no bill. */
export class BillSourceDown extends Failure {}

/** The text reader itself failed (crashed, took too long). A bad photograph is not this: it is a reading with problems. */
export class ReaderDown extends Failure {}

/** The speech reader gave no words: down, slow, over its limit. Silence is not this: it has no words. */
export class SpeechReaderDown extends Failure {}

/** A certificate or receipt could not be printed. */
export class PrinterFailed extends Failure {}
