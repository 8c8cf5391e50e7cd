import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { firstNameOfSubject } from '#domain/catalogue/subject-name.ts';

const asking = (...ids: string[]) =>
  ({ questions: ids.map((id) => ({ id, type: 'person-name' })) }) as unknown as ServiceDefinition;

describe('the name of the one whom an application is about', () => {
  it('is the applicant, though a parent is asked for first', () => {
    const answers = { mother_name: 'Sunita Devi', applicant_name: 'Ravi Kumar' };
    expect(firstNameOfSubject(asking('mother_name', 'applicant_name'), answers)).toBe('Ravi');
  });

  it('is not a parent while the child has no name yet', () => {
    expect(firstNameOfSubject(asking('child_name', 'mother_name'), { mother_name: 'Sunita Devi' })).toBeUndefined();
  });

  it('is a relative where nobody else is asked for', () => {
    expect(firstNameOfSubject(asking('father_name'), { father_name: 'Mohan Lal' })).toBe('Mohan');
  });
});
