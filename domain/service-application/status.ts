/** Where a service application stands, whatever its kind; codes as officers and citizens see them. */
export type ApplicationStatus =
  | 'payment-pending'
  | 'submitted'
  | 'query-raised'
  | 'query-answered'
  | 'approved'
  | 'issued'
  | 'rejected'
  | 'withdrawn'
  | 'registered'
  | 'resolved'
  | 'reopened'
  | 'closed'
  | 'paid';

export const applicationStatuses: readonly ApplicationStatus[] = [
  'payment-pending',
  'submitted',
  'query-raised',
  'query-answered',
  'approved',
  'issued',
  'rejected',
  'withdrawn',
  'registered',
  'resolved',
  'reopened',
  'closed',
  'paid',
];

const ENDED: ReadonlySet<ApplicationStatus> = new Set(['issued', 'rejected', 'withdrawn', 'closed', 'paid']);
const WITH_OFFICER: ReadonlySet<ApplicationStatus> = new Set(['submitted', 'query-answered', 'registered', 'reopened']);

/** Nothing more will happen to it. */
export const isEnded = (status: ApplicationStatus): boolean => ENDED.has(status);

/** The next step is an officer's, so the department's clock runs. */
export const isWithOfficer = (status: ApplicationStatus): boolean => WITH_OFFICER.has(status);
