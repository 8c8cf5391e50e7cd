import type { Instant } from '#domain/shared/time.ts';

export interface Clock {
  now(): Instant;
}
