import { describe, expect, it } from 'vitest';
import { constructionWorkerBenefit } from '#config/services/labour/construction-worker-benefit/service.ts';
import { constructionWorkerRegistration } from '#config/services/labour/construction-worker-registration/service.ts';
import { shopRegistration } from '#config/services/labour/shop-registration/service.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { openQuestions } from '#domain/catalogue/questions.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';

const today = '2026-11-25';
const judged = (service: ServiceDefinition, answers: Answers) => {
  const { blocking, warnings } = judge(service, answersAsFacts(service, answers, today), today);
  return { blocking: blocking.map(({ id }) => id), warnings: warnings.map(({ id }) => id) };
};
const required = (service: ServiceDefinition, answers: Answers): string[] =>
  neededPapers(service, answers, today).flatMap(({ paper, need }) => (need === 'required' ? [paper.id] : []));

describe('the card of a construction worker', () => {
  it.each([
    [{ date_of_birth: '1990-01-01', work_days_12m: '90', other_fund: 'none' }, [], []],
    [{ date_of_birth: '1966-11-25' }, ['age'], []],
    [{ work_days_12m: '89' }, ['days'], []],
    [{ other_fund: 'welfare-fund' }, ['other_fund'], []],
    [{ other_fund: 'epf-esi' }, [], ['epf_esi']],
    [{}, [], []],
  ])('of %o is refused for %o, and looked at for %o', (answers, blocking, warnings) => {
    expect(judged(constructionWorkerRegistration, answers)).toEqual({ blocking, warnings });
  });

  it.each([
    [{ request_type: 'new' }, 25],
    [{ request_type: 'renewal', paid_until: '2026-12-20' }, 20],
    [{ request_type: 'renewal', paid_until: '2026-06-01' }, 20],
    [{ request_type: 'renewal', paid_until: '2025-10-01' }, 40],
    [{ request_type: 'renewal', paid_until: '2016-10-01' }, 80],
  ])('%o costs ₹%i', (answers, rupees) => {
    expect(feeOf(constructionWorkerRegistration, answers, today)).toMatchObject({
      known: true,
      total: { paise: rupees * 100 },
    });
  });
});

describe('a benefit of the workers’ board', () => {
  it.each([
    { benefit: 'maternity', paper: 'birth_certificate' },
    { benefit: 'education', paper: 'bonafide' },
    { benefit: 'marriage', paper: 'marriage_proof' },
    { benefit: 'disability', paper: 'disability_certificate' },
    { benefit: 'funeral', paper: 'death_certificate' },
  ])('for $benefit is shown by $paper', ({ benefit, paper }) => {
    expect(required(constructionWorkerBenefit, { benefit })).toContain(paper);
    expect(required(constructionWorkerBenefit, { benefit: 'tools' })).not.toContain(paper);
  });

  it.each([
    [{ benefit: 'marriage', event_date: '2026-12-10', member_since: '2020-01-01' }, [], []],
    [{ benefit: 'medical', event_date: '2026-12-10' }, ['not_ahead'], []],
    [{ benefit: 'medical', event_date: '2025-06-01' }, [], ['within_a_year']],
    [{ benefit: 'maternity', children: '3' }, ['two_children'], []],
    [{ benefit: 'pension', date_of_birth: '1970-01-01' }, ['pension_age'], []],
    [{ benefit: 'pension', date_of_birth: '1960-01-01', member_since: '2026-05-01' }, ['member_a_year'], []],
    [{ benefit: 'death', is_nominee: 'no' }, [], ['nominee']],
    [{}, [], []],
  ])('of %o is refused for %o, and looked at for %o', (answers, blocking, warnings) => {
    expect(judged(constructionWorkerBenefit, answers)).toEqual({ blocking, warnings });
  });

  it('asks only what the benefit needs', () => {
    const open = openQuestions(constructionWorkerBenefit, { benefit: 'education' }, today).map(({ id }) => id);
    expect(open).toContain('class_or_course');
    expect(open).not.toEqual(expect.arrayContaining(['children']));
    expect(open).not.toEqual(expect.arrayContaining(['date_of_birth']));
  });
});

describe('the registration of a shop', () => {
  it('is given at once and looked at later', () => {
    const steps = stepsFor(shopRegistration, {}, today);
    expect(steps.map(({ action, afterIssue }) => [action, afterIssue])).toEqual([['post-check', true]]);
  });

  it.each([
    [{ commencement_date: '2026-11-01', men: '15', women: '6', young_persons: '0' }, []],
    [{ commencement_date: '2026-11-01', men: '2', women: '0', young_persons: '0' }, ['small']],
    [{ commencement_date: '2026-09-01' }, ['in_time']],
  ])('of %o goes with a word about %o', (answers, warnings) => {
    expect(judged(shopRegistration, answers)).toEqual({ blocking: [], warnings });
  });

  it('asks a firm for its deed', () => {
    expect(required(shopRegistration, { ownership: 'company' })).toContain('constitution');
    expect(required(shopRegistration, { ownership: 'proprietor' })).not.toContain('constitution');
  });
});
