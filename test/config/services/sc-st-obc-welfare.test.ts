import { describe, expect, it } from 'vitest';
import { scholarshipMerit } from '#config/services/sc-st-obc-welfare/scholarship-merit/service.ts';
import { scholarshipPostMatric } from '#config/services/sc-st-obc-welfare/scholarship-post-matric/service.ts';
import { tuitionFeeReimbursement } from '#config/services/sc-st-obc-welfare/tuition-fee-reimbursement/service.ts';
import { evaluate, type Facts } from '#domain/catalogue/rule.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { judging } from '#test/kit/judging.ts';

const inDelhi = { present_address: 'House 4, Gali 2, Sample Nagar, Delhi 110031' };

/** Rupees that a computed question comes to. */
const computed = ({ questions }: ServiceDefinition, id: string, facts: Facts): unknown => {
  const rule = questions.find((question) => question.id === id)?.computed ?? '';
  const result = evaluate(rule, facts, '2026-11-25');
  return result.known ? result.value : undefined;
};

describe('the post-matric scholarship', () => {
  const student: Answers = {
    ...inDelhi,
    social_category: 'sc',
    annual_family_income: '25000000',
    other_scholarship: 'no',
    last_exam_percent: '62',
  };

  it.each([
    { what: 'an income of ₹2,50,000', change: {}, because: [] },
    { what: 'one rupee more', change: { annual_family_income: '25000100' }, because: ['income'] },
    { what: 'the general category', change: { social_category: 'general' }, because: ['category'] },
    { what: 'another scholarship', change: { other_scholarship: 'yes' }, because: ['other_scholarship'] },
    {
      what: 'an address elsewhere',
      change: { present_address: 'House 4, Sample Gaon, 201301' },
      because: ['resident_delhi'],
    },
  ])('judges $what', ({ change, because }) => {
    expect(judging(scholarshipPostMatric).blockedBy({ ...student, ...change })).toEqual(because);
  });

  it('leaves failed years and late applications to the officer', () => {
    expect(judging(scholarshipPostMatric).warnedBy({ ...student, last_exam_percent: '20' })).toEqual(['passed']);
    expect(judging(scholarshipPostMatric, '2027-01-01').warnedBy(student)).toEqual(['window']);
  });

  it.each([
    { course_group: '1', rupees: 42_000 },
    { course_group: '2', rupees: 40_000 },
    { course_group: '3', rupees: 38_000 },
    { course_group: '4', rupees: 37_000 },
  ])('comes to $rupees in course group $course_group with a fee of ₹32,000', ({ course_group, rupees }) => {
    expect(computed(scholarshipPostMatric, 'scholarship', { course_group, fee_paid: 32_000 })).toBe(rupees);
  });
});

describe('the merit scholarship', () => {
  const student: Answers = { ...inDelhi, social_category: 'obc', annual_family_income: '80000000', repeater: 'no' };

  it.each([
    { class: '9', last_percent: '50', because: [] },
    { class: '10', last_percent: '49.9', because: ['marks_9_10'] },
    { class: '11', last_percent: '59', because: ['marks_11_12'] },
    { class: '12', last_percent: '60', because: [] },
  ])('judges $last_percent % in class $class', ({ because, ...answers }) => {
    expect(judging(scholarshipMerit).blockedBy({ ...student, ...answers })).toEqual(because);
  });

  it.each([
    { class: '9', rupees: 5_000 },
    { class: '10', rupees: 5_000 },
    { class: '11', rupees: 10_000 },
    { class: '12', rupees: 10_000 },
  ])('comes to $rupees in class $class', (facts) => {
    expect(computed(scholarshipMerit, 'scholarship', { class: facts.class })).toBe(facts.rupees);
  });

  it('asks a minority student for a declaration and no caste', () => {
    const { required, asked } = judging(scholarshipMerit);
    const minority = { ...student, social_category: 'minority' };
    expect(required(minority)).toContain('minority_declaration');
    expect(required(minority)).not.toContain('caste_certificate');
    expect(asked(minority)).toContain('religion');
    expect(asked(minority)).not.toContain('caste_name');
  });
});

describe('the fee paid back', () => {
  const student: Answers = {
    ...inDelhi,
    social_category: 'sc',
    annual_family_income: '30000000',
    last_percent: '50',
    last_attendance: '70',
    repeater: 'no',
    free_seat: 'no',
  };

  it.each([
    { what: 'all at the limits', change: {}, because: [] },
    { what: 'few marks', change: { last_percent: '49' }, because: ['marks'] },
    { what: 'little attendance', change: { last_attendance: '69' }, because: ['attendance'] },
    { what: 'a free seat', change: { free_seat: 'yes' }, because: ['free_seat'] },
    { what: 'more income', change: { annual_family_income: '30000100' }, because: ['income'] },
  ])('judges $what', ({ change, because }) => {
    expect(judging(tuitionFeeReimbursement).blockedBy({ ...student, ...change })).toEqual(because);
  });

  it.each([
    { fee_paid: 42_000, rupees: 42_000 },
    { fee_paid: 60_000, rupees: 48_000 },
  ])('is $rupees of $fee_paid', ({ fee_paid, rupees }) => {
    expect(computed(tuitionFeeReimbursement, 'refund', { fee_paid })).toBe(rupees);
  });
});
