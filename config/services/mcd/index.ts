import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { birthCertificate } from './birth-certificate/service.ts';
import { propertyTaxPayment } from './property-tax-payment/service.ts';
import { sanitationComplaint } from './sanitation-complaint/service.ts';

export const mcdServices: readonly ServiceDefinition[] = [birthCertificate, propertyTaxPayment, sanitationComplaint];
