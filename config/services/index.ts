import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { birthCertificate } from './mcd/birth-certificate/service.ts';
import { propertyTaxPayment } from './mcd/property-tax-payment/service.ts';
import { sanitationComplaint } from './mcd/sanitation-complaint/service.ts';

/** The services of this installation; a service is installed by its line here. */
export const services: readonly ServiceDefinition[] = [birthCertificate, propertyTaxPayment, sanitationComplaint];
