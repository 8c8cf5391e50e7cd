import type { SlotTime } from '#domain/catalogue/service-definition.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The half hours from one full hour to another: `halfHours(10, 12)` are four. */
export const halfHours = (from: number, to: number): readonly SlotTime[] =>
  Array.from({ length: (to - from) * 2 }, (_, at) => ({
    start: clock(from * 60 + at * 30),
    end: clock(from * 60 + at * 30 + 30),
  }));
