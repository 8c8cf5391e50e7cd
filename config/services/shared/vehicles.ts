import type { Question } from '#domain/catalogue/service-definition.ts';

/** Questions about licences and vehicles in shared words (`vehicles.json` of each language). */
export const licenceClasses: readonly string[] = ['mcwog', 'mcwg', 'lmv', 'transport'];

/** Form 1 of the driving licence: what a driver has to say of his health. */
export const healthDeclaration = {
  id: 'health_declaration',
  type: 'multi-choice',
  choices: ['epilepsy', 'giddiness', 'deaf', 'colour-blind', 'limb-loss', 'other', 'none'],
  master: 'health-conditions',
  none: 'none',
  sensitive: true,
} satisfies Question;

export const healthOther = {
  id: 'health_other',
  type: 'text',
  when: "'other' in health_declaration",
  min: 3,
  max: 200,
  sensitive: true,
} satisfies Question;

/** A doctor must certify by Form 1A. */
export const needsDoctor = "age >= 40 or 'transport' in classes or not ('none' in health_declaration)";

export const lossReason = {
  id: 'reason',
  type: 'choice',
  choices: ['lost', 'stolen', 'torn', 'not-received'],
  master: 'loss-reasons',
} satisfies Question;

/** Told to the police, who gave a number. */
export const wasReported = "reason in ['lost', 'stolen']";

export const lostReportNo = {
  id: 'lost_report_no',
  type: 'text',
  when: wasReported,
  min: 4,
  max: 40,
  prefill: ['fir-copy.number'],
} satisfies Question;

export const chassisLast5 = {
  id: 'chassis_last5',
  type: 'id-number',
  of: 'chassis-end',
  pattern: '^[A-Z0-9]{5}$',
} satisfies Question;

/** The classes by which Rule 81 sets the fee. */
export const vehicleClass = {
  id: 'vehicle_class',
  type: 'choice',
  choices: ['motorcycle', 'car', 'transport-lmv', 'medium', 'heavy', 'imported-motorcycle', 'imported-car'],
  master: 'vehicle-classes',
} satisfies Question;
