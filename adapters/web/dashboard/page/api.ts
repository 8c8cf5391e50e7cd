export interface Count {
  readonly name: string;
  readonly count: number;
}

/** The figures as the dashboard's JSON route says them, in words of the reader's language. */
export interface ShownFigures {
  readonly inboxWaiting: number;
  readonly inboxSetAside: number;
  readonly outboxWaiting: number;
  readonly outboxDead: number;
  readonly oldestWaitingSeconds: number;
  readonly collected: string;
  readonly applicationsByStatus: readonly Count[];
  readonly applicationsByService: readonly Count[];
  readonly paymentsByStatus: readonly Count[];
}

/** One line of the channel log. */
export interface ShownEntry {
  readonly at: string;
  readonly channel: string;
  readonly provider?: string;
  readonly event: string;
  readonly who?: string;
  readonly message?: string;
  readonly what?: string;
  readonly code?: string;
  readonly milliseconds?: number;
}
