import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { busPass } from './bus-pass/service.ts';
import { drivingLicenceAddressChange } from './driving-licence-address-change/service.ts';
import { drivingLicenceDuplicate } from './driving-licence-duplicate/service.ts';
import { eChallanPayment } from './e-challan-payment/service.ts';
import { learnerLicence } from './learner-licence/service.ts';
import { vehicleRcDuplicate } from './vehicle-rc-duplicate/service.ts';

export const transportServices: readonly ServiceDefinition[] = [
  learnerLicence,
  drivingLicenceAddressChange,
  drivingLicenceDuplicate,
  vehicleRcDuplicate,
  eChallanPayment,
  busPass,
];
