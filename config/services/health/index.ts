import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { healthCard } from './health-card/service.ts';
import { hospitalAppointment } from './hospital-appointment/service.ts';

export const healthServices: readonly ServiceDefinition[] = [hospitalAppointment, healthCard];
