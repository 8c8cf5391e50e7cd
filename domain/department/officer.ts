import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { DepartmentId, OfficerId } from '../shared/ids.ts';
import { NotYourOffice } from './errors.ts';

/** Who may look and decide on behalf of a department. */
export interface Officer {
  readonly id: OfficerId;
  /** What he signs in with. */
  readonly signInName: string;
  readonly name: string;
  readonly role: string;
  readonly department: DepartmentId;
  readonly isAdministrator: boolean;
}

/** Helps citizens at a kiosk, and sees no files. */
export const isOperator = ({ role }: Pick<Officer, 'role'>): boolean => role === 'operator';

export type DeskAction = 'query' | 'approve' | 'reject' | 'resolve';

/** An officer sees the files of his department in whose steps his role takes part. */
export const handles = (officer: Officer, service: ServiceDefinition): boolean =>
  officer.department === service.department && service.steps.some((step) => step.role === officer.role);

/** Deciding belongs to the role of the last step; a complaint is resolved by whoever acts on it. */
export function mayDo(officer: Officer, action: DeskAction, service: ServiceDefinition): boolean {
  if (!handles(officer, service)) return false;
  if (action === 'query') return true;
  if (action === 'resolve') return service.kind === 'complaint';
  return service.kind === 'application' && service.steps.at(-1)?.role === officer.role;
}

export function requireMay(officer: Officer, action: DeskAction, service: ServiceDefinition): void {
  if (!mayDo(officer, action, service)) throw new NotYourOffice();
}
