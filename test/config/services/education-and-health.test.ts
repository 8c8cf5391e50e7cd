import { describe, expect, it } from 'vitest';
import { schoolAdmissionEws } from '#config/services/education/school-admission-ews/service.ts';
import { healthCard } from '#config/services/health/health-card/service.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';

const judged = (service: ServiceDefinition, answers: Answers, today: string) => {
  const result = judge(service, answersAsFacts(service, answers, today), today);
  return { blocking: result.blocking.map(({ id }) => id), warnings: result.warnings.map(({ id }) => id) };
};

describe('a seat in a private school', () => {
  const inWindow = '2027-03-01';
  const child = (born: string, into: string, category = 'dg'): Answers => ({ child_dob: born, class: into, category });

  it.each([
    ['2024-03-31', 'nursery', 'dg', []],
    ['2024-04-01', 'nursery', 'dg', ['age_nursery']],
    ['2022-03-31', 'nursery', 'dg', ['age_nursery']],
    ['2022-03-31', 'nursery', 'cwsn', []],
    ['2021-04-01', 'kg', 'ews', []],
    ['2020-03-30', 'class-1', 'dg', ['age_class_1']],
  ])('for a child born on %s into %s as %s is refused for %j', (born, into, category, blocking) => {
    expect(judged(schoolAdmissionEws, child(born, into, category), inWindow).blocking).toEqual(blocking);
  });

  it.each([
    [{ has_card: 'no', annual_family_income: '50000000' }, ['income']],
    [{ has_card: 'no', annual_family_income: '49999900' }, []],
    [{ has_card: 'yes' }, []],
  ])('looks at income only without a card: %o', (answers: Answers, blocking) => {
    expect(judged(schoolAdmissionEws, { category: 'ews', ...answers }, inWindow).blocking).toEqual(blocking);
  });

  it('is warned of, not refused, out of the window', () => {
    expect(judged(schoolAdmissionEws, {}, '2026-11-23')).toEqual({ blocking: [], warnings: ['window'] });
  });

  it.each([
    [{ category: 'ews' }, 'income_proof'],
    [{ category: 'dg', dg_kind: 'obc' }, 'caste_certificate'],
    [{ category: 'dg', dg_kind: 'orphan' }, 'orphan_proof'],
    [{ category: 'cwsn' }, 'disability_certificate'],
  ])('needs for %o besides the usual papers %s', (answers: Answers, paper) => {
    const needed = neededPapers(schoolAdmissionEws, answers, inWindow).filter(({ need }) => need === 'required');
    expect(needed.map((each) => each.paper.id).toSorted()).toEqual(
      ['address_proof', 'age_proof', paper, 'photo'].toSorted(),
    );
  });
});

describe('a health card', () => {
  const today = '2026-11-23';

  it.each([
    [{ category: 'senior', date_of_birth: '1956-11-23', other_scheme: 'none' }, [], []],
    [{ category: 'senior', date_of_birth: '1956-11-24', other_scheme: 'none' }, ['age'], []],
    [{ category: 'senior', date_of_birth: '1950-01-01', other_scheme: 'cghs' }, [], ['choose_one']],
    [{ category: 'ration', other_scheme: 'echs' }, ['other_scheme'], []],
    [{ category: 'listed', other_scheme: 'private' }, [], []],
    [{ category: 'listed', present_address: 'House 4, Sector 15, Noida 201301' }, ['resident_delhi'], []],
  ])('for %o is refused for %j, and doubted for %j', (answers: Answers, blocking, warnings) => {
    expect(judged(healthCard, answers, today)).toEqual({ blocking, warnings });
  });
});
