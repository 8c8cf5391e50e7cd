import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { schoolAdmissionEws } from './school-admission-ews/service.ts';

export const educationServices: readonly ServiceDefinition[] = [schoolAdmissionEws];
