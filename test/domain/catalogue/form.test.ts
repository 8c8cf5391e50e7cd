import { describe, expect, it } from 'vitest';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { answersThatApply, openQuestions, progressOf, questionStates } from '#domain/catalogue/questions.ts';
import { type Answers, defineService } from '#domain/catalogue/service-definition.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';
import { rupees } from '#domain/shared/money.ts';

const today = '2026-03-23';
const since = <Value>(value: Value, from = '2020-01-01') => ({ value, from, verified: true, source: 'gazette' });

const service = defineService({
  id: 'birth-certificate',
  department: 'mcd',
  category: 'civil-registration',
  kind: 'application',
  outcome: 'certificate',
  version: '1',
  rules: [
    { id: 'in-mcd', when: "local_body == 'mcd'", otherwise: 'block' },
    { id: 'poor', when: 'annual_income < 100000', otherwise: 'warn' },
    { id: 'of-age', when: 'age >= 18', otherwise: 'block' },
  ],
  questions: [
    { id: 'request_type', type: 'choice', choices: ['new', 'copy'] },
    { id: 'registration_no', type: 'text', when: "request_type == 'copy'" },
    { id: 'why_no_number', type: 'text', when: "registration_no == '0000'" },
    { id: 'child_dob', type: 'date', notAfter: 'today' },
    { id: 'child_name', type: 'person-name', optional: true },
    { id: 'nickname', type: 'person-name', when: "child_name != 'x'" },
    { id: 'annual_income', type: 'money' },
    { id: 'date_of_birth', type: 'date', optional: true },
    { id: 'copies', type: 'number', presumed: '1' },
    { id: 'outside', type: 'text', when: "local_body == 'ndmc'" },
  ],
  papers: [
    { id: 'slip', anyOf: ['birth-slip'], when: "request_type == 'new'" },
    { id: 'affidavit', anyOf: ['affidavit'], when: 'days_since(child_dob) > 30' },
    { id: 'marriage', anyOf: ['marriage-certificate'], optional: true },
  ],
  fee: [
    { id: 'late', when: 'days_since(child_dob) > 21', rupees: since('2') },
    { id: 'late', when: 'days_since(child_dob) > 21', rupees: since('20', '2026-01-01') },
    { id: 'late', when: 'days_since(child_dob) > 21', rupees: since('99', '2030-01-01') },
    { id: 'copies', rupees: since('5 * (copies - 1)') },
  ],
  timeLimits: [
    { when: 'days_since(child_dob) > 365', days: since(30), unit: 'calendar' },
    { days: since(7), unit: 'calendar' },
  ],
  steps: [{ role: 'registrar-bd', action: 'approve', days: 2 }],
});
const open = (answers: Answers, more = {}) => openQuestions(service, answers, today, more).map(({ id }) => id);

describe('the questions of a form', () => {
  it('wait while what decides them is still to be asked', () => {
    expect(open({})).toEqual(['request_type', 'child_dob', 'child_name', 'annual_income', 'date_of_birth', 'outside']);
    const states = questionStates(service, {}, today);
    expect([states.get('registration_no'), states.get('why_no_number'), states.get('nickname')]).toEqual(
      Array(3).fill('waiting'),
    );
    expect(states.get('copies')).toBe('presumed');
  });

  it('open when their condition holds and fall away when it fails', () => {
    expect(open({ request_type: 'copy' })).toContain('registration_no');
    expect(open({ request_type: 'new' })).not.toContain('registration_no');
    expect(questionStates(service, { request_type: 'new' }, today).get('why_no_number')).toBe('not-applicable');
  });

  it('forget an answer whose question fell away', () => {
    const answers = { request_type: 'new', registration_no: '0000', why_no_number: 'lost', child_dob: '2026-03-05' };
    expect(answersAsFacts(service, answers, today)).not.toHaveProperty('why_no_number');
    expect(answersThatApply(service, answers, today)).toEqual({
      request_type: 'new',
      child_dob: '2026-03-05',
      copies: '1',
    });
  });

  it('pass over what hangs on a question that was passed over', () => {
    const states = questionStates(service, { child_name: '' }, today);
    expect([states.get('child_name'), states.get('nickname')]).toEqual(['skipped', 'not-applicable']);
  });

  it('are asked to be safe when only a silent register could tell', () => {
    expect(open({})).toContain('outside');
    expect(open({}, { local_body: 'mcd' })).not.toContain('outside');
  });

  it('count the steps that there are, without those that are presumed', () => {
    const answers = { request_type: 'new', child_name: '' };
    expect(progressOf(service, answers, today, { local_body: 'mcd' })).toEqual({ done: 2, total: 5 });
  });

  it('neither wait for a quiet question nor count it', () => {
    const quietly = {
      questions: [
        { id: 'place', type: 'text' },
        { id: 'nickname', type: 'text', quiet: true },
        { id: 'why', type: 'text', when: "nickname == 'x'" },
      ],
    } as const;
    expect(questionStates(quietly, {}, today).get('why')).toBe('not-applicable');
    expect(progressOf(quietly, {}, today)).toEqual({ done: 0, total: 1 });
    expect(openQuestions(quietly, { nickname: 'x' }, today).map(({ id }) => id)).toEqual(['place', 'why']);
  });

  it('end, also when two of them wait for each other', () => {
    const circle = {
      questions: [
        { id: 'a', type: 'text', when: "b == 'x'" },
        { id: 'b', type: 'text', when: "a == 'x'" },
      ],
    } as const;
    expect(openQuestions(circle, {}, today)).toEqual([]);
  });
});

describe('answers as facts', () => {
  it('count money in rupees, and know the age from the date of birth', () => {
    const facts = answersAsFacts(service, { annual_income: '9999900', date_of_birth: '2008-03-23' }, today);
    expect(facts).toMatchObject({ annual_income: 99999, age: 18, copies: '1' });
  });

  it.each([
    ['H.No. 5, Karol Bagh, Delhi 110005', true],
    ['H.No. 5, Sector 12, Noida 201301', false],
    ['H.No. 5, Karol Bagh', undefined],
  ])('tell from the PIN whether %s is in Delhi', (address, expected) => {
    const questions = [{ id: 'present_address', type: 'address' }] as const;
    expect(answersAsFacts({ questions }, { present_address: address }, today).resident_delhi).toBe(expected);
  });
});

describe('what a service costs, needs and takes', () => {
  it('is free in time, and dearer late, by the rate in force', () => {
    expect(feeOf(service, { child_dob: '2026-03-05' }, today)).toMatchObject({ known: true, lines: [] });
    expect(feeOf(service, { child_dob: '2026-01-05', copies: '3' }, today)).toMatchObject({
      known: true,
      lines: [
        { id: 'late', amount: rupees(20) },
        { id: 'copies', amount: rupees(10) },
      ],
      total: rupees(30),
    });
  });

  it('is not known before the answer that decides it, and says which', () => {
    expect(feeOf(service, { copies: '2' }, today)).toMatchObject({
      known: false,
      missing: ['child_dob'],
      total: rupees(5),
    });
  });

  it('needs the papers that apply, and says which are undecided', () => {
    const needs = (answers: Answers) =>
      neededPapers(service, answers, today).map(({ paper, need }) => `${paper.id} ${need}`);
    expect(needs({})).toEqual(['slip undecided', 'affidavit undecided', 'marriage optional']);
    expect(needs({ request_type: 'new', child_dob: '2026-03-05' })).toEqual(['slip required', 'marriage optional']);
  });

  it('promises the longest time while it is not known which applies', () => {
    expect(timeLimitOf(service, {}, today)).toMatchObject({ known: false, limit: { days: { value: 30 } } });
    expect(timeLimitOf(service, { child_dob: '2026-03-05' }, today)).toMatchObject({
      known: true,
      limit: { days: { value: 7 } },
    });
  });
});

describe('who may apply', () => {
  it('is refused only for what is certain', () => {
    const ids = (facts: Record<string, string | number>) => {
      const { blocking, warnings, unknown } = judge(service, facts, today);
      return [blocking, warnings, unknown].map((rules) => rules.map(({ id }) => id));
    };
    expect(ids({})).toEqual([[], [], ['in-mcd', 'poor', 'of-age']]);
    expect(ids({ local_body: 'ndmc', annual_income: 200000, age: 30 })).toEqual([['in-mcd'], ['poor'], []]);
  });
});
