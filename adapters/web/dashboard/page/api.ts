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
  readonly outboxHeld: number;
  readonly oldestWaitingSeconds: number;
  readonly collected: string;
  readonly applicationsByStatus: readonly Count[];
  readonly applicationsByService: readonly Count[];
  readonly paymentsByStatus: readonly Count[];
}

/** A page of the channel log, the newest line first. */
export interface ShownEntries {
  readonly entries: readonly ShownEntry[];
  readonly hasOlder: boolean;
}

/** One line of the channel log. */
export interface ShownEntry {
  readonly position: number;
  readonly department?: string;
  readonly segments?: number;
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

/** What one department had sent on one day by one provider, in words of the reader's language. */
export interface ShownCost {
  readonly day: string;
  readonly channel: string;
  readonly provider: string;
  readonly department?: string;
  readonly category?: string;
  readonly messages: number;
  readonly segments: number;
  readonly reportedSegments: number;
  readonly cost: string;
}

export interface ShownCosts {
  readonly rows: readonly ShownCost[];
  readonly total: Pick<ShownCost, 'messages' | 'segments' | 'cost'>;
}

/** One kiosk. */
export interface ShownKiosk {
  readonly id: string;
  readonly place: string;
  readonly state: 'awaited' | 'enrolled' | 'disabled';
  readonly seenAt?: string;
  readonly awaitedUntil?: string;
}

/** A code that lets one device in; it is shown once. */
export interface ShownCode {
  readonly code: string;
  readonly until: string;
}

/** How one citizen said yes to being written to; without a source he never has. */
export interface OptInShown {
  readonly source?: string;
  readonly at?: string;
  readonly channel?: string;
  readonly said?: string;
  readonly to?: string;
  /** The sentences that he was shown, in the words that they have now. */
  readonly shown?: string;
  readonly version?: string;
  readonly stopped: boolean;
}
