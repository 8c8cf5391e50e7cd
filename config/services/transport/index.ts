import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { busPass } from './bus-pass/service.ts';
import { drivingLicenceAddressChange } from './driving-licence-address-change/service.ts';
import { drivingLicenceDuplicate } from './driving-licence-duplicate/service.ts';
import { drivingLicenceRenewal } from './driving-licence-renewal/service.ts';
import { eChallanPayment } from './e-challan-payment/service.ts';
import { learnerLicence } from './learner-licence/service.ts';
import { vehicleOwnershipTransfer } from './vehicle-ownership-transfer/service.ts';
import { vehicleRcDuplicate } from './vehicle-rc-duplicate/service.ts';

export const transportServices: readonly ServiceDefinition[] = [
  learnerLicence,
  drivingLicenceRenewal,
  drivingLicenceAddressChange,
  drivingLicenceDuplicate,
  vehicleOwnershipTransfer,
  vehicleRcDuplicate,
  eChallanPayment,
  busPass,
];
