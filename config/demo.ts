import type { Hashing } from '#application/ports/out/hashing.ts';
import type { Officers } from '#application/ports/out/repositories.ts';
import type { Officer } from '#domain/department/officer.ts';

/** Invented officers, so that anybody can try the desk. They exist in demo mode only. */
export const demoOfficers: readonly { readonly officer: Officer; readonly password: string }[] = [
  demoOfficer('registrar', 'Meera Iyer', 'registrar-bd', 'mcd'),
  demoOfficer('assistant', 'Sanjay Rawat', 'dealing-assistant', 'mcd'),
  demoOfficer('inspector', 'Farida Khan', 'sanitary-inspector', 'mcd'),
  demoOfficer('admin', 'Anil Deshmukh', 'nodal-officer', 'public-grievance', true),
];

function demoOfficer(signInName: string, name: string, role: string, department: string, isAdministrator = false) {
  return {
    officer: { id: `demo-${signInName}`, signInName, name, role, department, isAdministrator },
    password: `demo-${signInName}`,
  };
}

export async function putDemoOfficers(officers: Officers, hashing: Hashing): Promise<void> {
  for (const { officer, password } of demoOfficers) {
    if (await officers.find(officer.id)) continue;
    await officers.put(officer, await hashing.hashPassword(password));
  }
}
