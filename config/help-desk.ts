import type { HelpDesk } from '#domain/handover/office-hours.ts';

/** Who answers people that want to talk to a person, and when. */
export const helpDesk: HelpDesk = {
  department: 'public-grievance',
  hours: {
    value: { opens: '09:30', closes: '18:00' },
    from: '2026-01-01',
    verified: false,
    source: 'Usual hours of offices of the Government of NCT of Delhi, Monday to Friday; not confirmed for each office',
  },
  answerWithinHours: {
    value: 4,
    from: '2026-11-01',
    verified: true,
    source: 'Rule of this installation: half a working day, after which nobody comes back to a chat',
  },
  keptDays: {
    value: 90,
    from: '2026-11-01',
    verified: true,
    source: 'Rule of this installation: long enough to come back to a question, and no longer',
  },
};
