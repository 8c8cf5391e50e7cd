import { describe, expect, it } from 'vitest';
import { waterMutation } from '#config/services/jal-board/water-mutation/service.ts';
import { waterNewConnection } from '#config/services/jal-board/water-new-connection/service.ts';
import { waterQualityComplaint } from '#config/services/jal-board/water-quality-complaint/service.ts';
import { waterTankerRequest } from '#config/services/jal-board/water-tanker-request/service.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { holds } from '#domain/catalogue/rule.ts';
import type { Answers } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';
import { judging } from '#test/kit/judging.ts';

const today = '2026-11-25';

describe('a new water connection', () => {
  const estimateOf = (answers: Answers) =>
    feeOf({ questions: waterNewConnection.questions, fee: waterNewConnection.estimate ?? [] }, answers, today).total;
  const house = { plot_area_sqm: '250', built_area_sqm: '400', use: 'domestic' };

  it('costs the flat rate, about', () => {
    expect(feeOf(waterNewConnection, {}, today)).toMatchObject({ total: { paise: 2310_00 }, verified: false });
  });

  it.each([
    { where: 'a home in category A', change: { colony_category: 'a' }, rupees: 1_099_091 },
    { where: 'a home in category F', change: { colony_category: 'f' }, rupees: 274_740 },
    { where: 'a shop in category B', change: { colony_category: 'b', use: 'commercial' }, rupees: 1_923_312 },
    { where: 'a plot of 200 m²', change: { colony_category: 'a', plot_area_sqm: '200' }, rupees: 0 },
  ])('may bear a charge for the mains: $where', ({ change, rupees }) => {
    expect(estimateOf({ ...house, ...change }).paise).toBe(rupees * 100);
  });

  it('asks for the colony only where the charge may fall due', () => {
    const { asked } = judging(waterNewConnection);
    expect(asked({ plot_area_sqm: '201' })).toContain('colony_category');
    expect(asked({ plot_area_sqm: '90' })).not.toContain('colony_category');
  });
});

describe('another name on a water connection', () => {
  it.each([
    { basis: 'sale', papers: ['title_deed'] },
    { basis: 'gift', papers: ['title_deed'] },
    { basis: 'inheritance', papers: ['death_certificate', 'succession', 'no_objection'] },
    { basis: 'rent', papers: ['no_objection'] },
  ])('by $basis needs $papers', ({ basis, papers }) => {
    expect(judging(waterMutation).required({ basis })).toEqual(['water_bill', 'identity', ...papers]);
  });
});

describe('a water tanker', () => {
  it.each([
    { request_kind: 'shortage', capacity: '9000', rupees: 0, hours: true },
    { request_kind: 'religious', capacity: '6000', rupees: 0, hours: false },
    { request_kind: 'private', capacity: '3000', rupees: 1000, hours: false },
    { request_kind: 'private', capacity: '6000', rupees: 1500, hours: false },
    { request_kind: 'private', capacity: '9000', rupees: 2000, hours: false },
  ])('for $request_kind of $capacity litres costs $rupees', ({ rupees, hours, ...answers }) => {
    expect(feeOf(waterTankerRequest, answers, today).total.paise).toBe(rupees * 100);
    expect(timeLimitOf(waterTankerRequest, answers, today)?.limit.unit === 'hours').toBe(hours);
  });

  it('asks how many homes are dry only where they are', () => {
    const { asked } = judging(waterTankerRequest);
    expect(asked({ request_kind: 'shortage' })).toEqual(expect.arrayContaining(['households', 'since']));
    expect(asked({ request_kind: 'private' })).not.toContain('households');
  });
});

describe('a complaint about water', () => {
  it.each([
    { complaint_type: 'manhole', value: 12, unit: 'hours', role: 'junior-engineer' },
    { complaint_type: 'contaminated', value: 24, unit: 'hours', role: 'junior-engineer' },
    { complaint_type: 'sewer', value: 24, unit: 'hours', role: 'junior-engineer' },
    { complaint_type: 'no-supply', value: 24, unit: 'hours', role: 'junior-engineer' },
    { complaint_type: 'leak', value: 48, unit: 'hours', role: 'junior-engineer' },
    { complaint_type: 'low-pressure', value: 72, unit: 'hours', role: 'junior-engineer' },
    { complaint_type: 'meter', value: 7, unit: 'working', role: 'zro' },
    { complaint_type: 'bill', value: 15, unit: 'working', role: 'zro' },
  ])('of $complaint_type goes to the $role for $value $unit', ({ complaint_type, value, unit, role }) => {
    const found = timeLimitOf(waterQualityComplaint, { complaint_type }, today);
    expect(found).toMatchObject({ known: true, limit: { unit, days: { value } } });
    expect(stepsFor(waterQualityComplaint, { complaint_type }, today)[0]?.role).toBe(role);
  });

  it('raises an alarm when somebody is ill, and warns of an open manhole', () => {
    const { complaint, notices = [] } = waterQualityComplaint;
    expect(holds(complaint?.alarm ?? '', { illness: 'yes' }, today)).toBe(true);
    const said = notices.filter(({ when = 'true' }) => holds(when, { complaint_type: 'manhole' }, today));
    expect(said.map(({ id }) => id)).toEqual(['manhole']);
  });
});
