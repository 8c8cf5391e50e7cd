import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { casteCertificateScSt } from './caste-certificate-sc-st/service.ts';
import { disabilityIdentityCard } from './disability-identity-card/service.ts';
import { domicileCertificate } from './domicile-certificate/service.ts';
import { obcCertificate } from './obc-certificate/service.ts';

export const revenueServices: readonly ServiceDefinition[] = [
  casteCertificateScSt,
  obcCertificate,
  domicileCertificate,
  disabilityIdentityCard,
];
