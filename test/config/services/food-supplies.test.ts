import { describe, expect, it } from 'vitest';
import { rationCardAddressChange } from '#config/services/food-supplies/ration-card-address-change/service.ts';
import { rationCardMemberChange } from '#config/services/food-supplies/ration-card-member-change/service.ts';
import { rationCardNew } from '#config/services/food-supplies/ration-card-new/service.ts';
import type { Answers } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';
import { judging } from '#test/kit/judging.ts';

const today = '2026-11-25';

describe('a new ration card', () => {
  const family: Answers = {
    date_of_birth: '1970-01-01',
    present_address: 'Jhuggi 12, Sample Camp, Delhi 110019',
    annual_family_income: '12000000',
    owns_property_a_to_e: 'no',
    income_taxpayer: 'no',
    owns_four_wheeler: 'no',
    gov_employee: 'no',
    on_other_card: 'no',
    priority_group: 'slum,manual',
    sanctioned_load_kw: '2',
  };

  it.each([
    { what: 'a family at every limit', change: {}, because: [] },
    { what: 'an income of ₹1,20,001', change: { annual_family_income: '12000100' }, because: ['income'] },
    { what: 'a head of 17', change: { date_of_birth: '2009-06-01' }, because: ['adult'] },
    { what: 'a load of 3 kW', change: { sanctioned_load_kw: '3' }, because: ['load'] },
    { what: 'property in a better colony', change: { owns_property_a_to_e: 'yes' }, because: ['property'] },
    { what: 'a name on another card', change: { on_other_card: 'yes' }, because: ['other_card'] },
    { what: 'a government job', change: { gov_employee: 'yes' }, because: ['gov_employee'] },
  ])('judges $what', ({ change, because }) => {
    expect(judging(rationCardNew).blockedBy({ ...family, ...change })).toEqual(because);
  });

  it('leaves a four-wheeler to the officer, for it may be the family’s only living', () => {
    expect(judging(rationCardNew).warnedBy({ ...family, owns_four_wheeler: 'yes' })).toEqual(['four_wheeler']);
  });

  it('asks the homeless for no bill, and who lives alone for no other Aadhaar', () => {
    const { required } = judging(rationCardNew);
    expect(required({ priority_group: 'homeless,manual' })).not.toContain('electricity_bill');
    expect(required({ priority_group: 'none' })).toContain('electricity_bill');
    expect(required({ 'members.0.another': 'no' })).not.toContain('family_aadhaar');
    expect(required({ 'members.0.another': 'yes', 'members.1.name': 'Pooja', 'members.1.another': 'no' })).toContain(
      'family_aadhaar',
    );
  });
});

describe('a change of members', () => {
  it.each([
    { change: 'add-birth', papers: ['birth_certificate'] },
    { change: 'add-marriage', papers: ['member_aadhaar_card'] },
    { change: 'add-other', papers: ['member_aadhaar_card'] },
    { change: 'delete-death', papers: ['death_certificate'] },
    { change: 'delete-marriage', papers: [] },
    { change: 'new-head', papers: ['death_certificate'] },
  ])('by $change needs $papers beside the card', ({ change, papers }) => {
    expect(judging(rationCardMemberChange).required({ change })).toEqual(['ration_card', ...papers]);
  });

  it('asks for the Aadhaar of a child from five years on', () => {
    const { asked } = judging(rationCardMemberChange);
    expect(asked({ change: 'add-birth', member_dob: '2026-10-01' })).not.toContain('member_aadhaar');
    expect(asked({ change: 'add-other', member_dob: '2021-11-25' })).toContain('member_aadhaar');
    expect(asked({ change: 'delete-death' })).not.toContain('member_dob');
  });

  it('waits until a bride is off her parents’ card', () => {
    const { blockedBy } = judging(rationCardMemberChange);
    expect(blockedBy({ change: 'add-marriage', on_other_card: 'yes' })).toEqual(['other_card']);
  });
});

describe('a change of address or shop', () => {
  it.each([
    { change: 'same-circle', days: 12, steps: 2 },
    { change: 'fps', days: 12, steps: 2 },
    { change: 'other-circle', days: 45, steps: 3 },
  ])('$change takes $days days and $steps steps', ({ change, days, steps }) => {
    expect(timeLimitOf(rationCardAddressChange, { change }, today)?.limit.days.value).toBe(days);
    expect(stepsFor(rationCardAddressChange, { change }, today)).toHaveLength(steps);
  });

  it('needs no address for another shop only', () => {
    const { asked, required } = judging(rationCardAddressChange);
    expect(asked({ change: 'fps' })).not.toContain('new_address');
    expect(required({ change: 'fps' })).toEqual(['ration_card']);
  });
});
