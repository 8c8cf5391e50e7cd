import type { Hashing } from '#application/ports/out/hashing.ts';
import type { Officers } from '#application/ports/out/repositories.ts';
import type { Officer } from '#domain/department/officer.ts';

interface DemoOfficer {
  readonly officer: Officer;
  readonly password: string;
  /** What the account is for, on the first page. */
  readonly roleKey: string;
}

/** Invented officers, so that anybody can try the desk. They exist in demo mode only. */
export const demoOfficers: readonly DemoOfficer[] = [
  demoOfficer('registrar', 'Meera Iyer', 'registrar-bd', 'mcd', 'approver'),
  demoOfficer('assistant', 'Sanjay Rawat', 'dealing-assistant', 'mcd', 'officer'),
  demoOfficer('inspector', 'Farida Khan', 'sanitary-inspector', 'mcd', 'complaints'),
  demoOfficer('operator', 'Kamla Bisht', 'operator', 'mcd', 'operator'),
  demoOfficer('admin', 'Anil Deshmukh', 'nodal-officer', 'public-grievance', 'administrator'),
];

function demoOfficer(signInName: string, name: string, role: string, department: string, purpose: string): DemoOfficer {
  const isAdministrator = purpose === 'administrator';
  return {
    officer: { id: `demo-${signInName}`, signInName, name, role, department, isAdministrator },
    password: `demo-${signInName}`,
    roleKey: `home.users.roles.${purpose}`,
  };
}

export async function putDemoOfficers(officers: Officers, hashing: Hashing): Promise<void> {
  for (const { officer, password } of demoOfficers) {
    if (await officers.find(officer.id)) continue;
    await officers.put(officer, await hashing.hashPassword(password));
  }
}
