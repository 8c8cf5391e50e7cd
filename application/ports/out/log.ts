/** Lines for the operator: an event in machine words with ids, never personal data. */
export interface Log {
  info(event: string, ids?: LogFields): void;
  warn(event: string, ids?: LogFields): void;
  /** Somebody should look at this now. */
  alarm(event: string, ids?: LogFields, error?: unknown): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
