import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { birthCertificate } from './birth-certificate/service.ts';
import { birthCertificateCorrection } from './birth-certificate-correction/service.ts';
import { deathCertificate } from './death-certificate/service.ts';
import { petRegistration } from './pet-registration/service.ts';
import { propertyTaxPayment } from './property-tax-payment/service.ts';
import { sanitationComplaint } from './sanitation-complaint/service.ts';

export const mcdServices: readonly ServiceDefinition[] = [
  birthCertificate,
  birthCertificateCorrection,
  deathCertificate,
  propertyTaxPayment,
  petRegistration,
  sanitationComplaint,
];
