import { describe, expect, it } from 'vitest';
import type { Standing } from '#domain/conversation/event.ts';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const now = '2026-03-05T05:00:00.000Z';
const complaint: Standing = {
  id: 'a',
  serviceId: 'water-quality-complaint',
  kind: 'complaint',
  acknowledgementNumber: 'DJB-26-1000001-4',
  status: 'registered',
  filedAt: now,
  dueOn: '2026-03-05',
  since: now,
};
const booking: Standing = {
  ...complaint,
  serviceId: 'hospital-appointment',
  kind: 'booking',
  status: 'confirmed',
  slot: '2026-03-09T10:30',
};
const told = (application: Standing, event: object): string => {
  const talk = new SimulatedTalk('en', now);
  const [said] = talk.hear({ ...event, application } as Parameters<typeof talk.hear>[0]);
  return said ? talk.shown(said) : '';
};
const issued = {
  type: 'document-issued',
  kind: 'certificate',
  number: '17',
  documentId: 'd',
  link: 'l',
  verifyUrl: 'v',
};

describe('what is told of an application', () => {
  it('gives the day of a promise with its weekday', () => {
    expect(told(complaint, { type: 'filed' })).toContain('5 March 2026 (Thursday)');
  });

  it('gives the hour too where the promise is in hours', () => {
    expect(told({ ...complaint, dueBy: '2026-03-05T22:30' }, { type: 'filed' })).toContain(
      '5 March 2026 (Thursday), 22:30',
    );
  });

  it('calls what comes for a booking a slip, and says for when it is', () => {
    expect(told(booking, issued)).toMatch(/^Your slip.*9 March 2026 \(Monday\), 10:30/);
    expect(told({ ...complaint, kind: 'application' }, issued)).toContain('is issued');
  });
});
