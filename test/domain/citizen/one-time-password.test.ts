import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OneTimePassword } from '#domain/citizen/one-time-password.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { NOW, proofLimits } from '#test/kit/fakes.ts';

const sent = (hash = 'right'): OneTimePassword => {
  const password = OneTimePassword.none('phone');
  password.send(hash, NOW, proofLimits);
  return password;
};

describe('a one-time password', () => {
  it('is right once', () => {
    const password = sent();
    expect(password.try('right', plusMinutes(NOW, 4), proofLimits)).toBe('right');
    expect(password.try('right', plusMinutes(NOW, 4), proofLimits)).toBe('over');
  });

  it('is over after its minutes', () => {
    expect(sent().try('right', plusMinutes(NOW, 5), proofLimits)).toBe('over');
  });

  it('is over after five wrong tries, and a new one takes its place', () => {
    const password = sent();
    for (let nth = 0; nth < 5; nth += 1) expect(password.try('wrong', NOW, proofLimits)).toBe('wrong');
    expect(password.try('right', NOW, proofLimits)).toBe('over');
    password.send('new', NOW, proofLimits);
    expect(password.try('right', NOW, proofLimits)).toBe('wrong');
    expect(password.try('new', NOW, proofLimits)).toBe('right');
  });

  it('is sent three times in ten minutes and ten times a day at most', () => {
    const password = sent();
    for (const at of [1, 2]) password.send('again', plusMinutes(NOW, at), proofLimits);
    expect(() => password.send('again', plusMinutes(NOW, 3), proofLimits)).toThrow('citizen.tooManyPasswords');
    for (const at of [20, 40, 60, 80, 100, 120, 140]) password.send('again', plusMinutes(NOW, at), proofLimits);
    expect(() => password.send('again', plusMinutes(NOW, 160), proofLimits)).toThrow('citizen.tooManyPasswords');
  });

  it('lets nobody guess more than the day allows, however often a new one is sent', () => {
    const act = fc.record({ sends: fc.boolean(), after: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const password = OneTimePassword.none('phone');
        let minutes = 0;
        let wrong: number[] = [];
        for (const { sends, after } of acts) {
          minutes += after;
          wrong = wrong.filter((at) => at > minutes - 24 * 60);
          const now = plusMinutes(NOW, minutes);
          if (sends) {
            try {
              password.send('right', now, proofLimits);
            } catch {}
          } else if (password.try('wrong', now, proofLimits) === 'wrong') wrong.push(minutes);
          expect(wrong.length).toBeLessThanOrEqual(20);
        }
      }),
    );
  });
});
