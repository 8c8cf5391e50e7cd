import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { AssessedTax } from '#domain/property-tax/assessed-tax.ts';
import type { IsoDate } from '#domain/shared/time.ts';

/** The tax that follows from what a citizen declares; absent where a service assesses none, or not enough is told. */
export type AssessTax = (service: ServiceDefinition, answers: Answers, today: IsoDate) => AssessedTax | undefined;
