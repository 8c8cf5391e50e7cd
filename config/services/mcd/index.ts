import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { birthCertificate } from './birth-certificate/service.ts';
import { birthCertificateCorrection } from './birth-certificate-correction/service.ts';
import { communityHallBooking } from './community-hall-booking/service.ts';
import { deathCertificate } from './death-certificate/service.ts';
import { healthTradeLicence } from './health-trade-licence/service.ts';
import { petRegistration } from './pet-registration/service.ts';
import { propertyMutation } from './property-mutation/service.ts';
import { propertyTaxAssessment } from './property-tax-assessment/service.ts';
import { propertyTaxPayment } from './property-tax-payment/service.ts';
import { sanitationComplaint } from './sanitation-complaint/service.ts';
import { tradeLicence } from './trade-licence/service.ts';
import { tradeLicenceRenewal } from './trade-licence-renewal/service.ts';

export const mcdServices: readonly ServiceDefinition[] = [
  birthCertificate,
  birthCertificateCorrection,
  deathCertificate,
  propertyTaxPayment,
  propertyTaxAssessment,
  propertyMutation,
  tradeLicence,
  tradeLicenceRenewal,
  healthTradeLicence,
  petRegistration,
  communityHallBooking,
  sanitationComplaint,
];
