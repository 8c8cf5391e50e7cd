import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnswers } from '#domain/answers/find-answers.ts';
import { findCorrection } from '#domain/answers/find-correction.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';

const ask = (id: string, type: Question['type'], labels: string[] = [], more: Partial<Question> = {}) => ({
  question: { id, type, ...more },
  labels,
});
const questions = [
  ask('applicant_name', 'person-name', ["Applicant's full name", 'आवेदक का पूरा नाम']),
  ask('father_name', 'person-name', ["Father's name", 'पिता का नाम']),
  ask('mother_name', 'person-name', ["Mother's name", 'माता का नाम']),
  ask('child_dob', 'date', ["Child's date of birth"], { notAfter: 'today' }),
  ask('child_gender', 'choice', ["Child's sex"], { choices: ['male', 'female'] }),
  ask('relation_to_applicant', 'choice', ['Relation'], { choices: ['father', 'mother', 'daughter'] }),
  ask('hospital_name', 'text', ['Hospital', 'अस्पताल का नाम']),
  ask('birth_address', 'address', ['Address of the place of birth']),
  ask('copies', 'number', ['Number of copies']),
  ask('age', 'number', ['Age']),
  ask('annual_income', 'money', ['Family income, a year']),
  ask('mobile', 'phone', ['Mobile number']),
];
const answers = {
  applicant_name: 'राजेश वर्मा',
  father_name: 'Rohit Sharma',
  mother_name: 'Kavita Sharma',
  child_dob: '2026-03-05',
  child_gender: 'male',
  hospital_name: 'Lok Nayak',
  birth_address: 'House 5, Gali 8, Namuna Vihar',
  age: '65',
  annual_income: '20000000',
  mobile: '+919876543210',
};
const today = '2026-11-23';
const corrected = (text: string) => findCorrection(text, { questions, answers, today });

describe('a correction in passing', () => {
  it.each([
    ['pita ka naam Rohit Kumar Sharma hai', 'father_name', 'Rohit Kumar Sharma'],
    ['पिता का नाम रोहित कुमार शर्मा है', 'father_name', 'रोहित कुमार शर्मा'],
    ["father's name is Mohit", 'father_name', 'Mohit'],
    ['रुको नाम गलत है, राजेश नहीं राकेश', 'applicant_name', 'राकेश वर्मा'],
    ['nahi naam galat hai, Anaya hai', 'applicant_name', 'Anaya'],
    ['Rohit nahi Mohit', 'father_name', 'Mohit Sharma'],
    ['kavita nahi, savita hai', 'mother_name', 'savita Sharma'],
    ['kavita ki jagah savita', 'mother_name', 'savita Sharma'],
    ['Mohit not Rohit', 'father_name', 'Mohit Sharma'],
    ['not Rohit, Mohit', 'father_name', 'Mohit Sharma'],
    ['ladka nahi ladki', 'child_gender', 'female'],
    ['janm tithi 6 march 2026 hai', 'child_dob', '6 march 2026'],
    ['hospital ka naam galat hai, Safdarjung Hospital hai', 'hospital_name', 'Safdarjung Hospital'],
    ['mata ka naam Savita Sharma', 'mother_name', 'Savita Sharma'],
    ['pita ka naam Sharma nahi Verma', 'father_name', 'Rohit Verma'],
    ['nahi 7 march', 'child_dob', '7 march'],
    ['नहीं, 7 मार्च', 'child_dob', '7 मार्च'],
    ['no, 7/3/2026', 'child_dob', '7/3/2026'],
    ['tareekh galat hai, 7 march thi', 'child_dob', '7 march'],
    ['तारीख गलत है, 7 मार्च थी', 'child_dob', '7 मार्च'],
    ['the date is wrong, it was 7 March', 'child_dob', '7 March'],
    ['5 march nahi 7 march', 'child_dob', '2026-03-07'],
    ['5 nahi 7 march', 'child_dob', '2026-03-07'],
    ['5 march nahi 7', 'child_dob', '2026-03-07'],
    ['65 nahi 67', 'age', '67'],
    ['umar galat hai, 67 hai', 'age', '67'],
    ['2 lakh nahi 3 lakh', 'annual_income', '30000000'],
    ['kamai galat hai, 3 lakh hai', 'annual_income', '3 lakh'],
    ['nahi 3 lakh', 'annual_income', '3 lakh'],
    ['number galat hai, 9123456789', 'mobile', '9123456789'],
    ['nahi 9123456789', 'mobile', '9123456789'],
  ])('%s puts %s right: %s', (text, questionId, value) => {
    expect(corrected(text)).toEqual({ questionId, value });
  });

  it.each([
    ['a question', 'pita ka naam kya likhna hai'],
    ['a name that two people bear', 'sharma nahi verma'],
    ['a plain answer', 'naam Anaya hai'],
    ['an address', 'B-12 Gandhi Nagar, Pita Gali'],
    ['a yes', 'haan'],
    ['a story', 'us din Rohit nahi aaya'],
    ['a want', 'Rohit nahi to kya'],
    ['a shrug', 'nahi pata'],
    ['something that was never answered', '3 nahi 4'],
  ])('is not seen in %s', (_, text) => {
    expect(corrected(text)).toBeUndefined();
  });

  it('names every question that a bare value may mean, and never one of another kind', () => {
    const two = [...questions, ask('date_of_marriage', 'date', ['Date of marriage'])];
    const known = { questions: two, answers: { ...answers, date_of_marriage: '2020-03-05' }, today };
    expect(findCorrection('nahi 7 march', known)).toEqual({
      questionId: 'child_dob',
      value: '7 march',
      others: ['date_of_marriage'],
    });
    const values = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('march', 'मई', 'june'))
        .map((all) => ({ type: 'date', text: all.join(' ') })),
      fc.integer({ min: 2, max: 90 }).map((lakh) => ({ type: 'money', text: `${lakh} lakh` })),
      fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }).map((phone) => ({ type: 'phone', text: `${phone}` })),
    );
    fc.assert(
      fc.property(values, fc.constantFrom('nahi', 'no,', 'नहीं', 'galat hai,'), ({ type, text }, opener) => {
        const found = findCorrection(`${opener} ${text}`, known);
        const meant = [found?.questionId ?? [], found?.others ?? []].flat();
        expect(two.filter(({ question }) => meant.includes(question.id) && question.type !== type)).toEqual([]);
      }),
    );
  });

  it.each(['date', 'slot'] as const)('is no bare day while a %s is asked for', (asked) => {
    expect(findCorrection('nahi 7 march', { questions, answers, today, asked })).toBeUndefined();
  });

  it('is looked for in any text without throwing', () => {
    const words = fc.constantFrom(
      'pita',
      'ka',
      'naam',
      'nahi',
      'not',
      'Rohit',
      'Sharma',
      'galat',
      'hai',
      ',',
      'राजेश',
      'नहीं',
      ':',
      '5',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 10 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = corrected(text);
        if (found) expect(answers).toHaveProperty(found.questionId);
        expect(findAnswers(text, questions, { today: '2026-11-23' })).toBeTypeOf('object');
      }),
    );
  });
});

describe('several answers in one message', () => {
  const found = (text: string) => findAnswers(text, questions, { today: '2026-11-23' });

  it.each([
    ['beti, 5 march 2026, Lok Nayak hospital', { child_gender: 'female', child_dob: '2026-03-05' }],
    ['ladki, March 5, 2026', { child_gender: 'female', child_dob: '2026-03-05' }],
    ['mere ghar 5 march 2026 ko beti hui hai', { child_dob: '2026-03-05' }],
    ['जन्म तिथि ५ मार्च २०२६', { child_dob: '2026-03-05' }],
    [
      'pita ka naam Rohit Sharma, mata ka naam Kavita, 2 copies',
      { father_name: 'Rohit Sharma', mother_name: 'Kavita', copies: '2' },
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(['Lok Nayak hospital', 'Rohit Sharma', 'kal hui', '5 march 2027', '2', 'kya karna hai'])(
    'guesses nothing from "%s"',
    (text) => {
      expect(found(text)).toEqual({});
    },
  );
});
