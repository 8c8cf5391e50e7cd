import type { Dated } from '#domain/catalogue/service-definition.ts';

/** Days in which money that goes back is mostly on the citizen's account again. */
export const refundDays: Dated<number> = {
  value: 7,
  from: '2026-11-01',
  verified: false,
  source: 'Usual time of a refund by UPI, card or net banking; gateways name five to seven working days',
};
