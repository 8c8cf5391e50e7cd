import { describe, expect, it } from 'vitest';
import { NotYourOffice } from '#domain/department/errors.ts';
import { type DeskAction, handles, mayDo, requireMay } from '#domain/department/officer.ts';
import { anOfficer } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';

const service = (id: string) => {
  const found = catalogue.find(id);
  if (!found) throw new Error(`no service ${id}`);
  return found;
};
const actions: readonly DeskAction[] = ['query', 'approve', 'reject', 'resolve'];
const rights = (role: string, id: string, more = {}) =>
  actions.filter((action) => mayDo(anOfficer({ role, ...more }), action, service(id)));

describe('an officer', () => {
  it('may do what his role’s step is for', () => {
    expect(rights('registrar-bd', 'birth-certificate')).toEqual(['query', 'approve', 'reject']);
    expect(rights('dealing-assistant', 'birth-certificate')).toEqual(['query']);
    expect(rights('sanitary-inspector', 'sanitation-complaint')).toEqual(['query', 'resolve']);
  });

  it('may do nothing in a service in which his role has no step, or in another department', () => {
    expect(rights('sanitary-inspector', 'birth-certificate')).toEqual([]);
    expect(rights('registrar-bd', 'birth-certificate', { department: 'revenue' })).toEqual([]);
  });

  it('may do nothing more because he is an administrator', () => {
    const administrator = { role: 'nodal-officer', isAdministrator: true };
    for (const each of catalogue.services) {
      expect(handles(anOfficer(administrator), each)).toBe(false);
      expect(rights('nodal-officer', each.id, administrator)).toEqual([]);
    }
  });

  it('is refused what he may not do', () => {
    const assistant = anOfficer({ role: 'dealing-assistant' });
    expect(() => requireMay(assistant, 'approve', service('birth-certificate'))).toThrow(NotYourOffice);
    expect(() => requireMay(assistant, 'query', service('birth-certificate'))).not.toThrow();
  });
});
