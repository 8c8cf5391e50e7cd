/** Identifiers are opaque text (UUIDs in production); the type's name says what they identify. */
export type Id<_Kind extends string> = string;

export type CitizenId = Id<'citizen'>;
export type ApplicationId = Id<'service-application'>;
export type PaymentId = Id<'payment'>;
export type DemandId = Id<'demand'>;
export type PaperId = Id<'paper'>;
export type DocumentId = Id<'document'>;
export type ConsentId = Id<'consent'>;
export type OfficerId = Id<'officer'>;
export type ServiceId = Id<'service'>;
export type DepartmentId = Id<'department'>;
