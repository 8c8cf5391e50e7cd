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
  demoOfficer('assessor', 'Ritu Malik', 'assessor', 'mcd', 'approver'),
  demoOfficer('licensing', 'Harish Chawla', 'licensing-officer', 'mcd', 'approver'),
  demoOfficer('vet', 'Nasreen Ahmed', 'vet-officer', 'mcd', 'approver'),
  demoOfficer('zone', 'Prakash Meena', 'zone-officer', 'mcd', 'appeals'),
  demoOfficer('patwari', 'Devender Singh', 'patwari', 'revenue', 'officer'),
  demoOfficer('sdm', 'Kavita Rathore', 'sdm', 'revenue', 'approver'),
  demoOfficer('adm', 'Joseph Mathew', 'adm', 'revenue', 'appeals'),
  demoOfficer('sub-registrar', 'Iqbal Ansari', 'sub-registrar', 'revenue', 'approver'),
  demoOfficer('dswo', 'Lata Bisht', 'dswo', 'social-welfare', 'approver'),
  demoOfficer('dwcdo', 'Sunita Yadav', 'dwcdo', 'women-child', 'approver'),
  demoOfficer('welfare', 'Ramesh Valmiki', 'district-welfare-officer', 'sc-st-obc-welfare', 'approver'),
  demoOfficer('fso', 'Gurmeet Kaur', 'fso', 'food-supplies', 'approver'),
  demoOfficer('zro', 'Vinod Tyagi', 'zro', 'jal-board', 'approver'),
  demoOfficer('engineer', 'Shabana Parveen', 'junior-engineer', 'jal-board', 'complaints'),
  demoOfficer('discom', 'Tarun Bhatia', 'discom-desk', 'power', 'approver'),
  demoOfficer('mlo', 'Geeta Saini', 'motor-licensing-officer', 'transport', 'approver'),
  demoOfficer('labour', 'Mohan Lal', 'labour-officer', 'labour', 'approver'),
  demoOfficer('dde', 'Usha Pillai', 'dde', 'education', 'approver'),
  demoOfficer('sho', 'Balbir Gill', 'sho', 'police', 'approver'),
  demoOfficer('special-branch', 'Anita Sood', 'special-branch', 'police', 'approver'),
  demoOfficer('hospital', 'Deepak Nair', 'hospital-desk', 'health', 'officer'),
  demoOfficer('pmjay', 'Salma Begum', 'pmjay-desk', 'health', 'approver'),
  demoOfficer('pio', 'Naveen Joshi', 'pio', 'public-grievance', 'approver'),
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
