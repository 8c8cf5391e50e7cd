import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerProblems } from '#domain/catalogue/answer-problem.ts';
import { check, dayMeantBy } from '#domain/catalogue/check-answer.ts';
import { hasVerhoeffDigit } from '#domain/catalogue/id-numbers.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';

const today = '2026-11-23';
const ask = (type: Question['type'], more: Partial<Question> = {}): Question => ({ id: 'x', type, ...more });
const keyOf = (question: Question, answer: string) =>
  check(question, answer, { date_of_birth: '2000-01-01' }, today)?.key;

describe('checking an answer', () => {
  it.each<[string, Question, string, string | undefined]>([
    ['a birth today', ask('date', { notAfter: 'today' }), '2026-11-23', undefined],
    ['a birth tomorrow', ask('date', { notAfter: 'today' }), '2026-11-24', 'answer.dateInFuture'],
    ['a birth too long ago', ask('date', { notBefore: 'today-100y' }), '1926-11-22', 'answer.dateTooEarly'],
    ['a birth just not too long ago', ask('date', { notBefore: 'today-100y' }), '1926-11-23', undefined],
    ['within 21 days', ask('date', { notBefore: 'today-21d' }), '2026-11-02', undefined],
    ['a booking in the past', ask('date', { notBefore: 'today' }), '2026-11-22', 'answer.dateInPast'],
    ['after a fixed day', ask('date', { notAfter: '2020-01-01' }), '2020-01-02', 'answer.dateTooLate'],
    ['before one was born', ask('date', { notBefore: 'date_of_birth' }), '1999-12-31', 'answer.dateTooEarly'],
    ['a bound that is not known', ask('date', { notBefore: 'other' }), '1999-12-31', undefined],
    ['no day at all', ask('date'), '2026-02-30', 'answer.notADate'],
    ['a number too small', ask('number', { min: 12 }), '11', 'answer.numberTooSmall'],
    ['a number too large', ask('number', { max: 12 }), '12.5', 'answer.numberTooLarge'],
    ['an amount too large', ask('money', { max: 100 }), '101', 'answer.amountTooLarge'],
    ['an unknown choice', ask('choice', { choices: ['a'] }), 'b', 'answer.notInList'],
    ['a declaration refused', ask('yes-no', { pattern: '^yes$' }), 'no', 'answer.mustBeYes'],
    ['a landline', ask('phone'), '+911123456789', 'answer.invalidPhone'],
    ['a name with digits', ask('person-name'), 'Rohit 2', 'answer.nameHasDigits'],
    ['a name in Devanagari', ask('person-name'), 'राजेश कुमार वर्मा', undefined],
    ['a name of one letter', ask('person-name'), 'R', 'answer.tooShort'],
    ['a short address', ask('address'), 'Delhi', 'answer.addressTooShort'],
    ['a PIN elsewhere', ask('address', { pattern: '^11\\d{4}$' }), 'Sector 12, Noida 201301', 'answer.wrongPin'],
    ['an address without PIN', ask('address', { pattern: '^11\\d{4}$' }), '12 Karol Bagh, Delhi', undefined],
    ['a right Aadhaar', ask('id-number', { of: 'aadhaar' }), '234123412346', undefined],
    ['a wrong Aadhaar', ask('id-number', { of: 'aadhaar' }), '234123412345', 'answer.invalidAadhaar'],
    ['a PAN', ask('id-number', { of: 'pan' }), 'ABCDE1234F', undefined],
    ['no PAN', ask('id-number', { of: 'pan' }), 'ABCDE12345', 'answer.invalidIdNumber'],
    [
      'an account',
      ask('account-number', { of: 'bank', pattern: '^\\d{9,18}$' }),
      '12345678',
      'answer.invalidAccountNumber',
    ],
    ['a long text', ask('text', { max: 3 }), 'नमस्ते', 'answer.tooLong'],
    ['nothing, where it may be passed over', ask('text', { optional: true }), '', undefined],
    ['nothing, where it is needed', ask('text'), '', 'answer.required'],
  ])('%s', (_, question, answer, expected) => {
    expect(keyOf(question, answer)).toBe(expected);
  });

  it('gives the day that bounds the window, so that it can be said', () => {
    const problem = check(ask('date', { notBefore: 'today-21d' }), '2026-01-01', {}, today);
    expect(problem?.values).toEqual({ earliest: { date: '2026-11-02' } });
  });

  it('moves from 29 February to 1 March, where a year has none', () => {
    expect(dayMeantBy('today-1y', {}, '2024-02-29')).toBe('2023-03-01');
    expect(dayMeantBy('today+1m', {}, '2026-12-31')).toBe('2027-01-31');
  });

  it('answers any text with a problem that has a sentence, or with none', () => {
    const types: Question['type'][] = [
      'text',
      'long-text',
      'date',
      'number',
      'money',
      'choice',
      'yes-no',
      'phone',
      'email',
      'address',
      'person-name',
      'id-number',
      'account-number',
      'location',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'grapheme' }), (type, text) => {
        const key = keyOf(ask(type, { choices: ['a'], min: 1, max: 50, of: 'aadhaar' }), text);
        expect([undefined, ...answerProblems]).toContain(key);
      }),
    );
  });
});

describe('a place', () => {
  it.each(['साकेत मेट्रो के पास', 'Karol Bagh', '28.6514,77.1907'])('may be said as %s', (place) => {
    expect(keyOf(ask('location'), place)).toBeUndefined();
  });
});

describe("an Aadhaar number's check digit", () => {
  it('finds every wrong digit and every swap of neighbours', () => {
    const right = '234123412346';
    for (const [at, digit] of [...right].entries()) {
      const wrong = right.slice(0, at) + String((Number(digit) + 1) % 10) + right.slice(at + 1);
      expect(hasVerhoeffDigit(wrong)).toBe(false);
      const next = right[at + 1];
      if (next === undefined || next === digit) continue;
      expect(hasVerhoeffDigit(right.slice(0, at) + next + digit + right.slice(at + 2))).toBe(false);
    }
  });
});
