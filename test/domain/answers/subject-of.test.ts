import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '#domain/answers/subject-of.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { catalogue } from '#test/kit/dialogue.ts';

const births = catalogue.find('birth-certificate') as ServiceDefinition;
const vehicles = catalogue.find('vehicle-rc-duplicate') as ServiceDefinition;
const ofMother = (mother_name: string, child_dob = '2026-03-01') => subjectOf(births, { child_dob, mother_name });

describe('what an application is about', () => {
  it.each(['meera  SHARMA', 'Smt. Meera Sharma', 'श्रीमती मीरा शर्मा', 'Meera Sharma ji'])(
    'is the same person when she is written “%s”',
    (name) => expect(ofMother(name)).toBe(ofMother('Meera Sharma')),
  );

  it('is another with another name, another day, or another service', () => {
    expect(ofMother('Meena Sharma')).not.toBe(ofMother('Meera Sharma'));
    expect(ofMother('Meera Sharma', '2026-03-02')).not.toBe(ofMother('Meera Sharma'));
    const answers = { child_dob: '2026-03-01', mother_name: 'Meera Sharma' };
    expect(subjectOf({ ...births, id: 'another' }, answers)).not.toBe(subjectOf(births, answers));
  });

  it('is one number however it is spaced, and every digit counts', () => {
    const of = (vehicle_no: string) => subjectOf(vehicles, { vehicle_no });
    expect(of('DL 3C AB 1234')).toBe(of('dl3cab1234'));
    expect(of('DL3CAB1234')).not.toBe(of('DL3CAB1235'));
  });

  it('is unknown where it is not wholly answered, or the service names nothing', () => {
    expect(subjectOf(births, { child_dob: '2026-03-01' })).toBeUndefined();
    expect(subjectOf({ ...births, subject: [] }, {})).toBeUndefined();
  });

  it('never runs one answer into the next', () => {
    const two = { ...births, subject: ['mother_name', 'father_name'] };
    const of = (mother_name: string, father_name: string) => subjectOf(two, { mother_name, father_name });
    const letters = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(letters, letters, letters, (one, two, three) => {
        fc.pre(of(`${one}${two}`, three) !== of(one, three));
        expect(of(`${one}${two}`, three)).not.toBe(of(one, `${two}${three}`));
      }),
    );
  });
});
