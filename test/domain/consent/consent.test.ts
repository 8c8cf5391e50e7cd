import { describe, expect, it } from 'vitest';
import { Consent } from '#domain/consent/consent.ts';
import { NOW } from '#test/kit/fakes.ts';

const LATER = '2026-03-06T04:30:00.000Z';
const given = () =>
  Consent.give(
    {
      id: 'consent-1',
      citizenId: 'citizen-1',
      purpose: 'birth-certificate',
      noticeVersion: 'notice-1',
      language: 'hi',
      channel: 'whatsapp',
    },
    NOW,
  );

describe('Consent', () => {
  it('holds until it is withdrawn, and remembers both moments', () => {
    const consent = given();
    expect(consent.holds).toBe(true);
    consent.withdraw(LATER);
    expect(consent.holds).toBe(false);
    expect(consent.snapshot()).toMatchObject({ givenAt: NOW, withdrawnAt: LATER, noticeVersion: 'notice-1' });
  });

  it('is withdrawn once: the first moment stays', () => {
    const consent = given();
    consent.withdraw(LATER);
    consent.withdraw('2026-04-01T00:00:00.000Z');
    expect(consent.snapshot().withdrawnAt).toBe(LATER);
  });

  it('comes back from its snapshot as it was', () => {
    const consent = given();
    consent.withdraw(LATER);
    const restored = Consent.restore(JSON.parse(JSON.stringify(consent.snapshot())));
    expect([restored.snapshot(), restored.holds]).toEqual([consent.snapshot(), false]);
  });
});
