import type { Dated } from '#domain/catalogue/service-definition.ts';

/** Days for which a paper that an officer has accepted may be used for another service of the same citizen. */
export const paperDays: Dated<number> = {
  value: 180,
  from: '2026-01-01',
  verified: false,
  source: 'Rule of this installation: half a year, as most certificates of residence and income are asked for afresh',
};
