import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { electricityBillPayment } from './electricity-bill-payment/service.ts';
import { electricityNewConnection } from './electricity-new-connection/service.ts';
import { electricitySubsidy } from './electricity-subsidy/service.ts';

export const powerServices: readonly ServiceDefinition[] = [
  electricityBillPayment,
  electricityNewConnection,
  electricitySubsidy,
];
