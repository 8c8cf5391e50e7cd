import { Citizen } from '#domain/citizen/citizen.ts';
import { Consent } from '#domain/consent/consent.ts';
import type { Officer } from '#domain/department/officer.ts';
import { Demand } from '#domain/payment/demand.ts';
import { Payment } from '#domain/payment/payment.ts';
import { type ApplicationSnapshot, ServiceApplication } from '#domain/service-application/service-application.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { nothing, rupees } from '#domain/shared/money.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { NOW, type World } from './fakes.ts';

/** A number of the range that no operator gives out. */
export const aPhone = (last = 1, channel: ContactPoint['channel'] = 'whatsapp'): ContactPoint => ({
  channel,
  kind: 'phone',
  address: `+9100000${String(last).padStart(5, '0')}`,
});

export const aUserId = (name = 'one'): ContactPoint => ({
  channel: 'whatsapp',
  kind: 'user-id',
  address: `IN.${name}`,
});

/** A service application in any state, though not every state has a history that led to it. */
export function aServiceApplication(state: Partial<ApplicationSnapshot> = {}): ServiceApplication {
  const kind = state.kind ?? 'application';
  const status = state.status ?? (kind === 'complaint' ? 'registered' : 'submitted');
  return ServiceApplication.restore({
    id: 'application-1',
    citizenId: 'citizen-1',
    serviceId: kind === 'complaint' ? 'sanitation-complaint' : 'birth-certificate',
    definitionVersion: '2026-11-01',
    kind,
    department: 'mcd',
    acknowledgementNumber: 'MCD-26-0000001-3',
    status,
    answers: kind === 'complaint' ? { complaint_type: 'garbage' } : { child_dob: '2026-03-01' },
    papers: [],
    fee: nothing,
    feePaid: status !== 'payment-pending',
    filedAt: NOW,
    dueOn: '2026-03-12',
    timesReopened: 0,
    history: [{ at: NOW, what: status, by: 'citizen' }],
    version: 1,
    ...state,
  });
}

export const anOfficer = (more: Partial<Officer> = {}): Officer => ({
  id: 'officer-1',
  signInName: 'registrar',
  name: 'Meera Invented',
  role: 'registrar-bd',
  department: 'mcd',
  isAdministrator: false,
  ...more,
});

export const aDemand = (more: Partial<Parameters<typeof Demand.raise>[0]> = {}): Demand =>
  Demand.raise({
    id: 'demand-1',
    citizenId: 'citizen-1',
    serviceId: 'birth-certificate',
    applicationId: 'application-1',
    lines: [{ name: 'fee', amount: rupees(50) }],
    billedIds: [],
    raisedAt: NOW,
    ...more,
  });

export const aPayment = (more: Partial<Parameters<typeof Payment.begin>[0]> = {}): Payment =>
  Payment.begin({
    id: 'payment-1',
    demandId: 'demand-1',
    citizenId: 'citizen-1',
    amount: rupees(50),
    description: 'Birth certificate',
    gateway: 'demo',
    createdAt: NOW,
    expiresAt: plusMinutes(NOW, 60),
    ...more,
  });

/** Registered, with one phone. */
export async function aCitizen({ store, clock }: World, id: CitizenId = 'citizen-1', points = [aPhone()]) {
  await store.citizens.add(Citizen.register(id, points, clock.now()));
  return id;
}

export async function aConsentOf(
  { store, clock }: World,
  citizenId: CitizenId = 'citizen-1',
  purpose = 'birth-certificate',
): Promise<string> {
  const id = `${citizenId}/${purpose}`;
  const given = { id, citizenId, purpose, noticeVersion: 'notice-1', language: 'hi', channel: 'whatsapp' };
  await store.consents.add(Consent.give(given, clock.now()));
  return id;
}
