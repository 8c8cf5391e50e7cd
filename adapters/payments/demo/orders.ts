import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { PaymentOrder } from '#application/ports/out/payment-gateway.ts';
import type { PaymentId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';

export type DemoMethod = 'upi' | 'card' | 'net-banking';

/** What the pretended bank said, and what the gateway has yet to tell us. */
export interface Attempt {
  readonly eventId: string;
  readonly outcome: 'paid' | 'failed' | 'pending';
  readonly method: DemoMethod;
  readonly bankReference: string;
  readonly reason?: string;
  readonly at: Instant;
  /** What was paid, where the bank was told to send less than was asked for. */
  readonly amount?: Money;
  /** When the callback is due, as milliseconds since 1970; absent when none will be sent. */
  readonly callbackDue?: number;
  /** How often it is sent, though once would do. */
  readonly times: number;
}

export interface DemoOrder {
  readonly ref: string;
  readonly order: PaymentOrder;
  /** In the order in which they were made. */
  readonly attempts: readonly Attempt[];
  /** Events whose callback was taken, or given up. */
  readonly told: readonly string[];
}

/** Money that goes back: asked for at once, done when the pretended bank has had its time. */
export interface DemoRefund {
  readonly ref: string;
  readonly paymentId: PaymentId;
  readonly amount: Money;
  readonly bankReference: string;
  readonly at: Instant;
  /** When it is done and the callback is due, as milliseconds since 1970. */
  readonly doneMs: number;
  readonly isTold?: true;
}

/** The latest attempt, if any; of several that were paid any is as good. */
export const lastAttempt = ({ attempts }: DemoOrder): Attempt | undefined =>
  attempts.findLast(({ outcome }) => outcome === 'paid') ?? attempts.at(-1);

type Entry =
  | { readonly type: 'order'; readonly ref: string; readonly order: PaymentOrder }
  | { readonly type: 'attempt'; readonly ref: string; readonly attempt: Attempt }
  | { readonly type: 'refund'; readonly ref: string; readonly refund: DemoRefund }
  | { readonly type: 'told'; readonly ref: string; readonly eventId: string };

/**
 * The demo gateway's books: a file of JSON lines that is only added to, so that a restart forgets nothing.
 * Several processes may share it: each reads on from where it was before it answers.
 */
export class DemoOrders {
  private readonly file: string;
  private readonly byRef = new Map<string, DemoOrder>();
  private readonly refOf = new Map<PaymentId, string>();
  private readonly refundByRef = new Map<string, DemoRefund>();
  private offset = 0;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.file = join(directory, 'demo-gateway.jsonl');
    this.read();
  }

  get(ref: string): DemoOrder | undefined {
    this.read();
    return this.byRef.get(ref);
  }

  ofPayment(paymentId: PaymentId): DemoOrder | undefined {
    this.read();
    return this.byRef.get(this.refOf.get(paymentId) ?? '');
  }

  all(): readonly DemoOrder[] {
    this.read();
    return [...this.byRef.values()];
  }

  refund(ref: string): DemoRefund | undefined {
    this.read();
    return this.refundByRef.get(ref);
  }

  allRefunds(): readonly DemoRefund[] {
    this.read();
    return [...this.refundByRef.values()];
  }

  add(entry: Entry): void {
    // The newline in front ends a line that a power cut left half written.
    appendFileSync(this.file, `\n${JSON.stringify(entry)}\n`);
    this.read();
  }

  private read(): void {
    const unread = readFrom(this.file, this.offset);
    const end = unread.lastIndexOf(0x0a) + 1;
    this.offset += end;
    for (const line of unread.subarray(0, end).toString('utf8').split('\n')) {
      const entry = line === '' ? undefined : entryOf(line);
      if (entry) this.take(entry);
    }
  }

  private take(entry: Entry): void {
    const refund = entry.type === 'refund' ? entry.refund : this.refundByRef.get(entry.ref);
    if (refund) {
      this.refundByRef.set(entry.ref, { ...refund, ...(entry.type === 'told' && { isTold: true }) });
      return;
    }
    const known = this.byRef.get(entry.ref);
    if (entry.type === 'order') {
      if (known) return;
      this.byRef.set(entry.ref, { ref: entry.ref, order: entry.order, attempts: [], told: [] });
      this.refOf.set(entry.order.paymentId, entry.ref);
    } else if (known && entry.type === 'attempt') {
      this.byRef.set(entry.ref, { ...known, attempts: [...known.attempts, entry.attempt] });
    } else if (known && entry.type === 'told') {
      this.byRef.set(entry.ref, { ...known, told: [...known.told, entry.eventId] });
    }
  }
}

function entryOf(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined; // half a line, written as the power went
  }
}

function readFrom(file: string, offset: number): Buffer {
  const handle = openSync(file, 'a+');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(handle).size - offset));
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, offset));
  } finally {
    closeSync(handle);
  }
}
