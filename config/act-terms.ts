import type { ActTerms } from '#domain/service-application/act-terms.ts';

const act = 'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, section 7';

/** What the Delhi Act promises, and the usual terms around it. */
export const actTerms: ActTerms = {
  compensationPerDay: { value: 10, from: '2011-09-15', verified: true, source: act },
  compensationAtMost: { value: 200, from: '2011-09-15', verified: true, source: act },
  answerWithinDays: {
    value: 15,
    from: '2026-01-01',
    verified: false,
    source: 'Usual period for answers to deficiencies in Delhi offices; not confirmed for every service',
  },
  remindAtPercent: {
    value: [50, 80],
    from: '2026-01-01',
    verified: false,
    source: 'Escalation rule of this installation: at half and at four fifths of a step’s days',
  },
};
