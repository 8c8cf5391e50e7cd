import { describe, expect, it } from 'vitest';
import { services } from '#config/services/index.ts';
import { publicGrievance } from '#config/services/public-grievance/public-grievance/service.ts';
import { rtiApplication } from '#config/services/public-grievance/rti-application/service.ts';
import { schemeFinder } from '#config/services/public-grievance/scheme-finder/service.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { openQuestions } from '#domain/catalogue/questions.ts';
import { holds } from '#domain/catalogue/rule.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';

const today = '2026-11-25';
const asked = (service: ServiceDefinition, answers: Answers): string[] =>
  openQuestions(service, answers, today)
    .filter(({ quiet }) => !quiet)
    .map(({ id }) => id);
const roles = (service: ServiceDefinition, answers: Answers): string[] => [
  ...new Set(stepsFor(service, answers, today).map(({ role }) => role)),
];

describe('a public grievance', () => {
  const hidden = (answers: Answers): boolean | undefined =>
    holds(publicGrievance.complaint?.anonymous ?? '', answersAsFacts(publicGrievance, answers, today), today);

  it.each([
    { answers: { category: 'bribe' }, to: ['vigilance-officer'], nameless: true },
    { answers: { category: 'delay', bribe: 'yes' }, to: ['vigilance-officer'], nameless: true },
    { answers: { category: 'delay', bribe: 'no', anonymous: 'no' }, to: ['nodal-officer'], nameless: false },
    { answers: { category: 'quality', anonymous: 'yes' }, to: ['nodal-officer'], nameless: true },
  ])('with $answers goes to $to', ({ answers, to, nameless }) => {
    expect(roles(publicGrievance, answers as Answers)).toEqual(to);
    expect(hidden(answers as Answers)).toBe(nameless);
  });

  it('does not ask twice whether it is about a bribe, nor whether to hide the name then', () => {
    expect(asked(publicGrievance, { category: 'bribe' })).not.toEqual(expect.arrayContaining(['bribe']));
    expect(asked(publicGrievance, { category: 'bribe' })).not.toEqual(expect.arrayContaining(['anonymous']));
    expect(asked(publicGrievance, { category: 'quality' })).toContain('anonymous');
  });

  it.each(['court', 'rti', 'employee', 'other-government'])('is refused in matters of %s', (excluded_matter) => {
    const facts = answersAsFacts(publicGrievance, { excluded_matter }, today);
    expect(judge(publicGrievance, facts, today).blocking).toHaveLength(1);
    expect(judge(publicGrievance, answersAsFacts(publicGrievance, {}, today), today).blocking).toEqual([]);
  });
});

describe('an RTI application', () => {
  it.each([
    [{ kind: 'application', bpl: 'no' }, 10],
    [{ kind: 'application', bpl: 'yes' }, 0],
    [{ kind: 'first-appeal' }, 0],
  ])('%o costs ₹%i', (answers, rupees) => {
    expect(feeOf(rtiApplication, answers, today)).toMatchObject({ known: true, total: { paise: rupees * 100 } });
  });

  it.each([
    [{ life_liberty: 'yes' }, 48, 'hours'],
    [{ life_liberty: 'no' }, 30, 'calendar'],
    [{ kind: 'first-appeal' }, 30, 'calendar'],
  ])('%o is answered in %i %s', (answers, value, unit) => {
    const found = timeLimitOf(rtiApplication, answers as Answers, today);
    expect(found).toMatchObject({ known: true, limit: { days: { value }, unit } });
  });

  it('never asks for Aadhaar or an identity card', () => {
    expect(JSON.stringify(rtiApplication)).not.toMatch(/aadhaar_ref|identity-proof|"aadhaar/);
    expect(neededPapers(rtiApplication, { bpl: 'no' }, today)).toEqual([]);
  });

  it('goes to the appellate authority in appeal', () => {
    expect(roles(rtiApplication, {})).toEqual(['pio']);
    expect(roles(rtiApplication, { kind: 'first-appeal' })).toEqual(['faa']);
  });
});

describe('the scheme finder', () => {
  /** Whether each scheme is for them: `undefined` while something decisive is not known. */
  const found = (answers: Answers, wanted: boolean | undefined): string[] => {
    const facts = answersAsFacts(schemeFinder, answers, today);
    return (schemeFinder.finder?.schemes ?? [])
      .filter(({ rule }) => holds(rule.value, facts, today) === wanted)
      .map(({ id }) => id);
  };
  const widow: Answers = {
    age: '45',
    gender: 'female',
    situation: 'none',
    residence_years: '5',
    annual_family_income: '100000',
    marital_status: 'widowed',
    social_category: 'sc',
    gov_employee: 'no',
  };

  it('tells a widow of her pension once it is known that she draws no other', () => {
    expect(found(widow, undefined)).toContain('distress-pension');
    expect(found({ ...widow, other_pension: 'no' }, true)).toEqual(
      expect.arrayContaining(['distress-pension', 'saheli', 'mahila-samriddhi', 'jeevan-jyoti']),
    );
    expect(found({ ...widow, other_pension: 'yes' }, false)).toContain('distress-pension');
  });

  it.each([
    [{ age: '72', gender: 'male', situation: 'none' }, 'vay-vandana', true],
    [{ age: '30', gender: 'male', situation: 'senior-70' }, 'vay-vandana', true],
    [{ ...widow, age: '61', other_pension: 'no' }, 'old-age-pension', true],
    [{ ...widow, age: '59', other_pension: 'no' }, 'old-age-pension', false],
    [{ ...widow, situation: 'disabled', disability_percent: '40', other_pension: 'no' }, 'disability-assistance', true],
    [{ ...widow, situation: 'student', school_class: '11' }, 'post-matric-scholarship', true],
    [{ ...widow, situation: 'student', school_class: '9' }, 'post-matric-scholarship', false],
    [{ ...widow, situation: 'student', school_class: '12', marks_percent: '55' }, 'vidyarthi-pratibha', false],
    [{ ...widow, situation: 'pregnant' }, 'matru-vandana', undefined],
    [{ ...widow, annual_family_income: '99999999' }, 'ration', false],
    [{ ...widow, social_category: 'general', large_assets: 'no' }, 'ews', true],
    [{ ...widow, situation: 'construction', work_days_12m: '120' }, 'construction-welfare', true],
  ])('judges %o for %s: %s', (answers, scheme, expected) => {
    expect(found(answers as Answers, expected)).toContain(scheme);
  });

  it('asks at most nine questions, and fewer where they change nothing', () => {
    expect(asked(schemeFinder, {}).length).toBeLessThanOrEqual(9);
    const rich = { age: '40', gender: 'male', situation: 'none', annual_family_income: '99999999' };
    expect(asked(schemeFinder, rich)).toEqual(['residence_years']);
  });

  it('leads only to services that exist', () => {
    const ids = new Set(services.map(({ id }) => id));
    const led = (schemeFinder.finder?.schemes ?? []).flatMap(({ service }) => service ?? []);
    expect(led.filter((id) => !ids.has(id))).toEqual([]);
  });
});
