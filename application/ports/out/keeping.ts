import type { Checked } from './checked.ts';

/** The store as an operator sees it. */
export interface Keeping {
  check(): Promise<Checked>;
  figures(): Promise<Figures>;
}

export interface Figures {
  readonly inboxWaiting: number;
  readonly inboxSetAside: number;
  readonly outboxWaiting: number;
  readonly outboxDead: number;
  /** Messages that no channel can bring until their citizens write again. */
  readonly outboxHeld: number;
  /** Seconds that the oldest waiting message has waited. */
  readonly oldestWaitingSeconds: number;
  readonly applicationsByStatus: Readonly<Record<string, number>>;
  readonly applicationsByService: Readonly<Record<string, number>>;
  readonly paymentsByStatus: Readonly<Record<string, number>>;
  readonly collectedPaise: number;
  /** By provider, of the messages that the channel log still holds. */
  readonly sentSegments: Readonly<Record<string, number>>;
  readonly sentPaise: Readonly<Record<string, number>>;
}
