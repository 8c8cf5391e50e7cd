import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { waterBillPayment } from './water-bill-payment/service.ts';
import { waterMutation } from './water-mutation/service.ts';
import { waterNewConnection } from './water-new-connection/service.ts';
import { waterQualityComplaint } from './water-quality-complaint/service.ts';
import { waterTankerRequest } from './water-tanker-request/service.ts';

export const jalBoardServices: readonly ServiceDefinition[] = [
  waterBillPayment,
  waterQualityComplaint,
  waterTankerRequest,
  waterNewConnection,
  waterMutation,
];
