import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAnswer } from '#domain/answers/describe-answer.ts';
import { maskName, maskNumber } from '#domain/answers/mask.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';

const shown = (type: Question['type'], answer: string, more: Partial<Question> = {}) =>
  describeAnswer('birth-certificate', { id: 'q', type, ...more }, answer);

describe('an answer shown back', () => {
  it('is a date with its weekday, money as money, a choice by its key', () => {
    expect(shown('date', '2026-03-05')).toEqual({ date: '2026-03-05', withWeekday: true });
    expect(shown('money', '250000')).toEqual({ money: { paise: 250_000 } });
    expect(shown('choice', 'new')).toEqual({ phrase: { key: 'services.birth-certificate.choices.q.new' } });
    expect(shown('yes-no', 'no')).toEqual({ phrase: { key: 'form.no' } });
    expect(shown('number', '2.5')).toBe(2.5);
    expect(shown('text', 'Lok Nayak')).toBe('Lok Nayak');
    expect(shown('text', '')).toEqual({ phrase: { key: 'form.passedOver' } });
  });

  it('never repeats a full Aadhaar, account or phone number', () => {
    expect(shown('id-number', '234123412346', { of: 'aadhaar' })).toBe('…2346');
    expect(shown('account-number', '12345678901')).toBe('…8901');
    expect(shown('phone', '+919876500000')).toBe('…0000');
    expect(shown('id-number', 'ABCDE1234F', { of: 'pan', sensitive: true })).toBe('…234F');
  });

  it('shows of a masked name the first letters, with their marks', () => {
    expect(maskName('Rohit Kumar Sharma')).toBe('R… K… S…');
    expect(maskName('कीर्ति वर्मा')).toBe('की… व…');
  });

  it('hides at least half of any number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 }), (number) => {
        expect(maskNumber(number).length - 1).toBeLessThanOrEqual(Math.min(4, number.length / 2));
      }),
    );
  });
});
