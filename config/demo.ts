import type { Hashing } from '#application/ports/out/hashing.ts';
import type { Officers } from '#application/ports/out/repositories.ts';
import type { Officer } from '#domain/department/officer.ts';

interface DemoOfficer {
  readonly officer: Officer;
  readonly password: string;
  /** Who it is, on the first page. */
  readonly roleKey: string;
}

/** Where the kiosks of a demonstration stand. */
export const demoPlace = 'MCD Karol Bagh';

/** Invented officers, so that anybody can try the desk. They exist in demo mode only. */
export const demoOfficers: readonly DemoOfficer[] = [
  demoOfficer('registrar', 'Meera Iyer', 'registrar-bd', 'mcd'),
  demoOfficer('assistant', 'Sanjay Rawat', 'dealing-assistant', 'mcd'),
  demoOfficer('inspector', 'Farida Khan', 'sanitary-inspector', 'mcd'),
  demoOfficer('operator', 'Kamla Bisht', 'operator', 'mcd'),
  demoOfficer('assessor', 'Ritu Malik', 'assessor', 'mcd'),
  demoOfficer('licensing', 'Harish Chawla', 'licensing-officer', 'mcd'),
  demoOfficer('vet', 'Nasreen Ahmed', 'vet-officer', 'mcd'),
  demoOfficer('zone', 'Prakash Meena', 'zone-officer', 'mcd'),
  demoOfficer('window', 'Rekha Thapa', 'dealing-assistant', 'revenue'),
  demoOfficer('patwari', 'Devender Singh', 'patwari', 'revenue'),
  demoOfficer('sdm', 'Kavita Rathore', 'sdm', 'revenue'),
  demoOfficer('adm', 'Joseph Mathew', 'adm', 'revenue'),
  demoOfficer('sub-registrar', 'Iqbal Ansari', 'sub-registrar', 'revenue'),
  demoOfficer('dswo', 'Lata Bisht', 'dswo', 'social-welfare'),
  demoOfficer('dwcdo', 'Sunita Yadav', 'dwcdo', 'women-child'),
  demoOfficer('welfare', 'Ramesh Valmiki', 'district-welfare-officer', 'sc-st-obc-welfare'),
  demoOfficer('fso', 'Gurmeet Kaur', 'fso', 'food-supplies'),
  demoOfficer('zro', 'Vinod Tyagi', 'zro', 'jal-board'),
  demoOfficer('engineer', 'Shabana Parveen', 'junior-engineer', 'jal-board'),
  demoOfficer('discom', 'Tarun Bhatia', 'discom-desk', 'power'),
  demoOfficer('mlo', 'Geeta Saini', 'motor-licensing-officer', 'transport'),
  demoOfficer('labour', 'Mohan Lal', 'labour-officer', 'labour'),
  demoOfficer('dde', 'Usha Pillai', 'dde', 'education'),
  demoOfficer('sho', 'Balbir Gill', 'sho', 'police'),
  demoOfficer('special-branch', 'Anita Sood', 'special-branch', 'police'),
  demoOfficer('hospital', 'Deepak Nair', 'hospital-desk', 'health'),
  demoOfficer('pmjay', 'Salma Begum', 'pmjay-desk', 'health'),
  demoOfficer('pio', 'Naveen Joshi', 'pio', 'public-grievance'),
  demoOfficer('admin', 'Anil Deshmukh', 'nodal-officer', 'public-grievance', 'administrator'),
];

function demoOfficer(
  signInName: string,
  name: string,
  role: string,
  department: string,
  purpose?: 'administrator',
): DemoOfficer {
  const isAdministrator = purpose === 'administrator';
  return {
    officer: { id: `demo-${signInName}`, signInName, name, role, department, isAdministrator },
    password: `demo-${signInName}`,
    roleKey: `roles.${role}`,
  };
}

export async function putDemoOfficers(officers: Officers, hashing: Hashing): Promise<void> {
  for (const { officer, password } of demoOfficers) {
    if (await officers.find(officer.id)) continue;
    await officers.put(officer, await hashing.hashPassword(password));
  }
}
