import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { casteCertificateScSt } from './caste-certificate-sc-st/service.ts';
import { disabilityIdentityCard } from './disability-identity-card/service.ts';
import { domicileCertificate } from './domicile-certificate/service.ts';
import { ewsCertificate } from './ews-certificate/service.ts';
import { incomeCertificate } from './income-certificate/service.ts';
import { lalDoraCertificate } from './lal-dora-certificate/service.ts';
import { marriageRegistration } from './marriage-registration/service.ts';
import { obcCertificate } from './obc-certificate/service.ts';
import { propertyRegistrationAppointment } from './property-registration-appointment/service.ts';
import { recordOfRights } from './record-of-rights/service.ts';
import { sdmOfficeAppointment } from './sdm-office-appointment/service.ts';
import { solvencyCertificate } from './solvency-certificate/service.ts';
import { survivingMemberCertificate } from './surviving-member-certificate/service.ts';

export const revenueServices: readonly ServiceDefinition[] = [
  casteCertificateScSt,
  obcCertificate,
  incomeCertificate,
  ewsCertificate,
  domicileCertificate,
  survivingMemberCertificate,
  solvencyCertificate,
  marriageRegistration,
  lalDoraCertificate,
  recordOfRights,
  disabilityIdentityCard,
  propertyRegistrationAppointment,
  sdmOfficeAppointment,
];
