/** Where a service application stands, whatever its kind; codes as officers and citizens see them. */
export const applicationStatuses = [
  'payment-pending',
  'submitted',
  'under-scrutiny',
  'query-raised',
  'query-answered',
  'field-verification',
  'appointment-needed',
  'pending-approval',
  'approved',
  'issued',
  'rejected',
  'withdrawn',
  'lapsed',
  'appealed',
  'revoked',
  'registered',
  'assigned',
  'in-progress',
  'resolved',
  'reopened',
  'closed',
  'held',
  'confirmed',
  'cancelled',
  'completed',
  'no-show',
  'paid',
] as const;

export type ApplicationStatus = (typeof applicationStatuses)[number];

const ENDED: ReadonlySet<ApplicationStatus> = new Set([
  'issued',
  'rejected',
  'withdrawn',
  'lapsed',
  'revoked',
  'closed',
  'cancelled',
  'completed',
  'no-show',
  'paid',
]);
const WITH_OFFICER: ReadonlySet<ApplicationStatus> = new Set([
  'submitted',
  'under-scrutiny',
  'query-answered',
  'field-verification',
  'pending-approval',
  'appealed',
  'registered',
  'assigned',
  'in-progress',
  'reopened',
]);
const WAITS_FOR_FEE: ReadonlySet<ApplicationStatus> = new Set(['payment-pending', 'held']);

/** Nothing more will happen to it, unless somebody appeals, revokes or reopens. */
export const isEnded = (status: ApplicationStatus): boolean => ENDED.has(status);

/** The next step is an officer's, so the department's clock runs. */
export const isWithOfficer = (status: ApplicationStatus): boolean => WITH_OFFICER.has(status);

/** It goes on when its money has come. */
export const waitsForFee = (status: ApplicationStatus): boolean => WAITS_FOR_FEE.has(status);
