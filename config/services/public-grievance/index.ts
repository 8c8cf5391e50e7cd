import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { publicGrievance } from './public-grievance/service.ts';
import { rtiApplication } from './rti-application/service.ts';
import { schemeFinder } from './scheme-finder/service.ts';

export const publicGrievanceServices: readonly ServiceDefinition[] = [publicGrievance, rtiApplication, schemeFinder];
