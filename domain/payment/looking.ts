import { type Instant, plusMinutes } from '../shared/time.ts';

/** Minutes after which the gateway is asked about a payment of which it has not said the last word. */
const SILENCE = 5;
/** Minutes after money came: who pays twice, by the link and by the order, has mostly done so by then. */
const SECOND_SUM = 15;
/** Minutes after the time to pay is over: no page of a gateway takes money any more, whichever clock it goes by. */
const CLOSED = 30;

const unsettled: ReadonlySet<string> = new Set(['open', 'pending', 'failed']);
/** No money has come, and some may. */
export const isUnsettled = (status: string): boolean => unsettled.has(status);

export interface Looked {
  readonly status: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly paidAt?: Instant;
  readonly besides?: string;
  readonly lookedAt?: Instant;
}

/**
 * When the gateway is to be asked about a payment next; absent when nothing more can be heard of it. Also of one that
 * is paid, cancelled or over: its link or order may have taken money, or another sum, of which no callback came.
 */
export function nextLook({ status, createdAt, expiresAt, paidAt, besides, lookedAt }: Looked): Instant | undefined {
  if (isUnsettled(status) || status === 'refund-asked') return plusMinutes(lookedAt ?? createdAt, SILENCE);
  // Its money came by the link or the order of another payment, which is looked at.
  if (besides !== undefined) return undefined;
  const looks = [plusMinutes(expiresAt, CLOSED), ...(paidAt ? [plusMinutes(paidAt, SECOND_SUM)] : [])].sort();
  return looks.find((at) => lookedAt === undefined || at > lookedAt);
}
