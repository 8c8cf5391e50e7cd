import type { CircuitLimits } from '#domain/notification/circuit.ts';

const ours = { from: '2026-11-01', verified: true, source: 'Rule of this installation: no provider promises a time' };

/** When one of several providers of a channel is left alone, and for how long. */
export const circuitLimits: CircuitLimits = {
  failures: { value: 5, ...ours },
  seconds: { value: 60, ...ours },
};
