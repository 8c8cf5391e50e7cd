import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSchemes, nextQuestion } from '#domain/catalogue/scheme-finder.ts';
import type { Answers, Question, Scheme, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { catalogue } from '#test/kit/dialogue.ts';

const TODAY = '2026-03-05';
const scheme = (id: string, value: string): Scheme => ({
  id,
  rule: { value, from: '2020-01-01', verified: false, source: 'invented' },
});
const questions: readonly Question[] = [
  { id: 'age', type: 'number' },
  { id: 'income', type: 'number' },
  { id: 'widow', type: 'yes-no', optional: true },
  { id: 'pension', type: 'yes-no', quiet: true },
];
const finder = {
  questions,
  finder: {
    schemes: [
      scheme('old-age', 'age >= 60 and income <= 100000'),
      scheme('widow', "widow == 'yes' and income <= 100000"),
      scheme('top-up', "age >= 60 and pension == 'yes'"),
      { ...scheme('later', 'age >= 1'), rule: { ...scheme('later', 'age >= 1').rule, from: '2027-01-01' } },
    ],
  },
};
const verdicts = (answers: Answers) =>
  Object.fromEntries(
    findSchemes(finder, answers, TODAY).map((each) => [each.scheme.id, [each.verdict, ...each.because]]),
  );

describe('the scheme finder', () => {
  it('says of each scheme in force whether it is likely, what is missing, and what speaks against it', () => {
    expect(verdicts({ age: '70', income: '90000', widow: '' })).toEqual({
      'old-age': ['likely'],
      widow: ['maybe', 'widow'],
      'top-up': ['maybe', 'pension'],
    });
    expect(verdicts({ age: '30', income: '200000' })).toEqual({
      'old-age': ['no', 'age', 'income'],
      widow: ['no', 'income'],
      'top-up': ['no', 'age'],
    });
  });

  it('asks only for what still decides something, the most decisive first', () => {
    expect(nextQuestion(finder, {}, TODAY)?.id).toBe('age');
    expect(nextQuestion(finder, { age: '30' }, TODAY)?.id).toBe('income');
    expect(nextQuestion(finder, { age: '30', income: '200000' }, TODAY)).toBeUndefined();
    expect(nextQuestion(finder, { age: '30', income: '50000' }, TODAY)?.id).toBe('widow');
    expect(nextQuestion(finder, { age: '70', income: '50000', widow: '' }, TODAY)).toBeUndefined();
  });
});

describe('the scheme finder of Delhi', () => {
  const service = catalogue.find('scheme-finder') as ServiceDefinition;
  const sampleOf = ({ type, choices = [] }: Question, pick: number): string => {
    if (type === 'yes-no') return pick % 2 === 0 ? 'yes' : 'no';
    if (type === 'number') return String(pick % 100);
    return choices[pick % choices.length] ?? '';
  };

  it('comes to an end within eight questions, whatever is answered, and tells of every scheme', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 9, maxLength: 9 }), (picks) => {
        let answers: Answers = {};
        let asked = 0;
        for (let next = nextQuestion(service, answers, TODAY); next; next = nextQuestion(service, answers, TODAY)) {
          answers = { ...answers, [next.id]: sampleOf(next, picks[asked] ?? 0) };
          asked += 1;
          expect(asked).toBeLessThanOrEqual(8);
        }
        for (const { verdict, because } of findSchemes(service, answers, TODAY))
          expect(because.length > 0).toBe(verdict !== 'likely');
      }),
    );
  });
});
