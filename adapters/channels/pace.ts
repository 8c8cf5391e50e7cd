import { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { Clock } from '#application/ports/out/clock.ts';

/** So many at once, and so many a second as time goes on. */
export interface Rate {
  readonly capacity: number;
  readonly perSecond: number;
}

/** Shorter waits are not worth putting a message off for. */
const SHORTEST_WAIT_SECONDS = 0.5;

/** The two paces that providers keep: from each line of ours, and on it to each person. Kept here, nothing is refused. */
export function paces({ line, pair }: { readonly line: Rate; readonly pair: Rate }, clock: Clock) {
  const nowMs = (): number => Date.parse(clock.now());
  const lines = new TokenBuckets({ ...line, nowMs });
  const pairs = new TokenBuckets({ ...pair, nowMs });
  /** Seconds to wait before the next message from there to this person. */
  return (from: string, to: string): number => {
    const seconds = pairs.secondsUntil(`${from}>${to}`) || lines.secondsUntil(from);
    return seconds === 0 ? 0 : Math.max(seconds, SHORTEST_WAIT_SECONDS);
  };
}
