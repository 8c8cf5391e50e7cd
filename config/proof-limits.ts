import type { ProofLimits } from '#domain/citizen/proof-limits.ts';

const ours = {
  from: '2026-11-01',
  verified: true,
  source: 'Rule of this installation, within NIST SP 800-63B-4, 3.1.3.2',
};

/** Delhi's limits; the standard allows ten minutes and a hundred tries at most. */
export const proofLimits: ProofLimits = {
  passwordMinutes: { value: 5, ...ours },
  triesOfOne: { value: 5, ...ours },
  sentInTenMinutes: { value: 3, ...ours },
  sentInADay: { value: 10, ...ours },
  wrongInADay: { value: 20, ...ours },
  linkMinutes: { value: 10, ...ours },
  slipDays: { value: 30, ...ours, source: 'Rule of this installation' },
};
