import { describe, expect, it } from 'vitest';
import { lostArticleReport } from '#config/services/police/lost-article-report/service.ts';
import { policeClearance } from '#config/services/police/police-clearance/service.ts';
import { tenantVerification } from '#config/services/police/tenant-verification/service.ts';
import { policeDistricts, policeStations, policeStationsOf } from '#config/services/shared/police-stations.ts';
import { check } from '#domain/catalogue/check-answer.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { openQuestions } from '#domain/catalogue/questions.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';

const today = '2026-11-25';
const asked = (service: ServiceDefinition, answers: Answers): string[] =>
  openQuestions(service, answers, today).map(({ id }) => id);
const required = (service: ServiceDefinition, answers: Answers): string[] =>
  neededPapers(service, answers, today).flatMap(({ paper, need }) => (need === 'required' ? [paper.id] : []));
const judged = (service: ServiceDefinition, answers: Answers) => {
  const { blocking, warnings } = judge(service, answersAsFacts(service, answers, today), today);
  return { blocking: blocking.map(({ id }) => id), warnings: warnings.map(({ id }) => id) };
};

describe('the police stations', () => {
  it('each belong to one district', () => {
    expect(policeDistricts).toHaveLength(15);
    expect(new Set(policeStations).size).toBe(policeStations.length);
    expect(Object.values(policeStationsOf).every((stations) => stations.length > 5)).toBe(true);
  });
});

describe('a lost report', () => {
  it('is no way to report a theft', () => {
    const [first] = lostArticleReport.questions;
    expect(first && check(first, 'no', {}, today)?.key).toBe('answer.mustBeYes');
  });

  it.each([
    { kind: 'mobile', asks: ['imei', 'description'] },
    { kind: 'aadhaar', asks: ['last4'] },
    { kind: 'dl', asks: ['number'] },
    { kind: 'keys', asks: ['description'] },
  ])('asks of a $kind only $asks', ({ kind, asks }) => {
    const items = asked(lostArticleReport, { 'items.1.kind': kind }).filter((id) => /^items\.1\.(?!another)/.test(id));
    expect(items).toEqual(asks.map((item) => `items.1.${item}`));
  });

  it('is issued at once, and needs no paper', () => {
    expect(stepsFor(lostArticleReport, {}, today)).toEqual([]);
    expect(required(lostArticleReport, {})).toEqual([]);
  });
});

describe('a tenant’s verification', () => {
  it.each([
    { person_id_type: 'aadhaar', asks: 'person_aadhaar_last4', not: 'person_id_number' },
    { person_id_type: 'voter-id', asks: 'person_id_number', not: 'person_aadhaar_last4' },
  ])('by $person_id_type asks for $asks', ({ person_id_type, asks, not }) => {
    const open = asked(tenantVerification, { person_id_type });
    expect(open).toContain(asks);
    expect(open).not.toContain(not);
  });

  it('offers the stations of the district', () => {
    const station = openQuestions(tenantVerification, { police_district: 'south' }, today).find(
      ({ id }) => id === 'police_station',
    );
    expect(station?.choices).toEqual(policeStationsOf.south);
  });

  it('is acknowledged at once, and verified after', () => {
    expect(stepsFor(tenantVerification, {}, today).every(({ afterIssue }) => afterIssue)).toBe(true);
  });
});

describe('a police clearance', () => {
  it('is not refused for an honest yes', () => {
    const honest = { date_of_birth: '1990-01-01', criminal_case: 'yes' };
    expect(judged(policeClearance, honest)).toEqual({ blocking: [], warnings: ['case_pending'] });
    expect(asked(policeClearance, honest)).toContain('case_details');
  });

  it('for a visa asks for the passport', () => {
    expect(required(policeClearance, { purpose_kind: 'visa' })).toContain('passport');
    expect(required(policeClearance, { purpose_kind: 'job' })).not.toContain('passport');
  });
});
