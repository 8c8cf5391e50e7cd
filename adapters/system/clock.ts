import type { Clock } from '#application/ports/out/clock.ts';

/** The machine's clock; started at another moment (for demonstrations) it goes on from there. */
export function systemClock(startAt?: string): Clock {
  const ahead = startAt === undefined ? 0 : Date.parse(startAt) - Date.now();
  return { now: () => new Date(Date.now() + ahead).toISOString() };
}
