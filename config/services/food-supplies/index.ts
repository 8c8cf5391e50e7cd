import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { rationCardAddressChange } from './ration-card-address-change/service.ts';
import { rationCardMemberChange } from './ration-card-member-change/service.ts';
import { rationCardNew } from './ration-card-new/service.ts';

export const foodSuppliesServices: readonly ServiceDefinition[] = [
  rationCardNew,
  rationCardMemberChange,
  rationCardAddressChange,
];
