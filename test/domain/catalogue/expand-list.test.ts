import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/catalogue/check-answer.ts';
import { entriesIn, entryCount, questionsOf, withoutEntry } from '#domain/catalogue/expand-list.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { answersThatApply, openQuestions, questionStates } from '#domain/catalogue/questions.ts';
import type { Answers, Question } from '#domain/catalogue/service-definition.ts';
import { household } from '#test/kit/household.ts';

const today = '2026-03-23';
const open = (answers: Answers): readonly string[] => openQuestions(household, answers, today).map(({ id }) => id);
const facts = (answers: Answers) => answersAsFacts(household, answers, today);
const list = household.questions.find(({ id }) => id === 'members') as Question;
const one = { 'members.1.name': 'Kavita Devi', 'members.1.relation': 'wife', 'members.1.income': '2000000' };
const two = {
  ...one,
  'members.1.another': 'yes',
  'members.2.name': 'Rohan',
  'members.2.relation': 'child',
  'members.2.school': '',
};

describe('a list of questions', () => {
  it('asks about its first entry, then whether there is one more', () => {
    expect(open({ zone: 'north', hall: 'azad', needs: 'rice' })).toEqual([
      'members.1.name',
      'members.1.relation',
      'members.1.another',
    ]);
    expect(open({ zone: 'north', hall: 'azad', needs: 'rice', ...one })).toEqual(['members.1.another']);
  });

  it('asks of an entry what its own answers call for', () => {
    expect(open(two)).toContain('members.2.another');
    expect(questionStates(household, two, today).get('members.2.income')).toBe('not-applicable');
    expect(questionStates(household, two, today).get('members.1.school')).toBe('not-applicable');
  });

  it('ends with its last entry, and asks for as many as it must have', () => {
    const three = { ...two, 'members.2.another': 'yes' };
    const ids = questionsOf(household, three).map(({ id }) => id);
    expect(ids).toContain('members.3.income');
    expect(ids).not.toContain('members.3.another');
    const least = { ...household, questions: [{ ...list, min: 2, max: 2 }] };
    expect(questionsOf(least, {}).filter(({ type }) => type === 'yes-no')).toEqual([]);
    expect(entryCount({ ...list, min: 2, max: 2 }, {})).toBe(2);
  });

  it('may be empty, and asks first whether there is anything to tell', () => {
    const optional = { ...household, questions: [{ ...list, min: 0 }] };
    expect(questionsOf(optional, {}).map(({ id }) => id)).toEqual(['members.0.another']);
    expect(answersAsFacts(optional, { 'members.0.another': 'no' }, today).members_count).toBe(0);
  });

  it('is counted and summed when all of it is told', () => {
    expect(facts(two).members_count).toBeUndefined();
    expect(questionStates(household, two, today).get('big_family')).toBe('waiting');
    const told = { ...two, 'members.2.another': 'no' };
    expect(facts(told)).toMatchObject({ members_count: 2, members_income_sum: 20_000 });
    expect(answersThatApply(household, told, today).income_per_head).toBe('666667');
    expect(entriesIn(list, told)).toEqual([
      { name: 'Kavita Devi', relation: 'wife', income: '2000000' },
      { name: 'Rohan', relation: 'child' },
    ]);
  });

  it('gives up an entry, and those after it move up', () => {
    const told = { ...two, 'members.2.another': 'no' };
    expect(withoutEntry(list, told, 1)).toEqual({
      'members.1.name': 'Rohan',
      'members.1.relation': 'child',
      'members.1.school': '',
      'members.1.another': 'no',
    });
    expect(withoutEntry(list, told, 7)).toBe(told);
  });
});

describe('choices that hang on another answer', () => {
  it('are those that fit it, and an answer that no longer fits falls away', () => {
    const hall = (answers: Answers) => questionsOf(household, answers).find(({ id }) => id === 'hall')?.choices;
    expect(hall({})).toEqual(['azad', 'bose', 'saket']);
    expect(hall({ zone: 'north' })).toEqual(['azad', 'bose']);
    expect(open({ zone: 'south', hall: 'azad' })).toContain('hall');
    expect(facts({ zone: 'south', hall: 'azad' }).hall).toBeUndefined();
    expect(facts({ zone: 'north', hall: 'azad' }).hall).toBe('azad');
  });
});

/** Some answer that fits; lists go on as the numbers say. */
const answerTo = ({ type, choices = [], none }: Question, nth: number): string => {
  if (type === 'choice') return choices[nth % choices.length] ?? '';
  if (type === 'yes-no') return nth % 2 === 0 ? 'yes' : 'no';
  if (type === 'money') return String(nth * 100);
  if (type !== 'multi-choice') return 'Asha';
  const picked = choices.filter((each, at) => each !== none && (nth >> at) % 2 === 1);
  return picked.length > 0 ? picked.join(',') : (none ?? '');
};

describe('any way of answering', () => {
  const order = fc.array(fc.nat(40), { minLength: 40, maxLength: 40 });

  it('comes to an end, with no question left and each answer once', () => {
    fc.assert(
      fc.property(order, (picks) => {
        let answers: Answers = {};
        for (const pick of picks) {
          const left = openQuestions(household, answers, today);
          const question = left[pick % Math.max(left.length, 1)];
          if (!question) break;
          const answer = answerTo(question, pick);
          expect(check(question, answer, facts(answers), today)).toBeUndefined();
          answers = { ...answers, [question.id]: answer };
        }
        expect(open(answers)).toEqual([]);
        const ids = questionsOf(household, answers).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(questionsOf(household, answersThatApply(household, answers, today))).toEqual(
          questionsOf(household, answers),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never has "none" beside others', () => {
    const needs = household.questions.find(({ id }) => id === 'needs') as Question;
    fc.assert(
      fc.property(fc.subarray(['rice', 'wheat', 'sugar'], { minLength: 1 }), (others) => {
        expect(check(needs, others.join(','), {}, today)).toBeUndefined();
        expect(check(needs, [...others, 'nothing'].join(','), {}, today)?.key).toBe('answer.noneWithOthers');
      }),
    );
  });
});
