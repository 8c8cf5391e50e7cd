import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { deciderOf } from '../catalogue/steps.ts';
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

/** Talks for a department to citizens who want a person: everybody there but those who sit beside citizens at a kiosk. */
export const mayTalkFor = (officer: Pick<Officer, 'role' | 'department'>, department: DepartmentId): boolean =>
  !isOperator(officer) && officer.department === department;

/** What an officer may do with a file; whether it can be done now is the file's own matter. */
export const deskActions = [
  'query',
  'forward',
  'approve',
  'reject',
  'start',
  'resolve',
  'attend',
  'miss',
  'allow',
  'dismiss',
  'check',
  'correct',
  'revoke',
] as const;

export type DeskAction = (typeof deskActions)[number];

/** Whose turn it is with a file. */
export interface Holder {
  readonly role?: string | undefined;
  readonly escalatedTo?: string | undefined;
}

/** An officer sees the files of his department in which his role takes part: by a step, on appeal, or when it is late. */
export const handles = (officer: Officer, service: ServiceDefinition): boolean =>
  officer.department === service.department && rolesIn(service).includes(officer.role);

const rolesIn = ({ steps, appeal, complaint }: ServiceDefinition): readonly (string | undefined)[] => [
  ...steps.map(({ role }) => role),
  appeal?.to,
  complaint?.escalateTo,
];

/**
 * A step is passed on by its holder, or by whoever it was escalated to. Deciding belongs to the role of the last step,
 * who may do so at any step; an appeal to its authority; a complaint is resolved by whoever acts on it.
 */
export function mayDo(officer: Officer, action: DeskAction, service: ServiceDefinition, holder: Holder = {}): boolean {
  if (!handles(officer, service)) return false;
  const { role } = officer;
  switch (action) {
    case 'query':
      return service.steps.some((step) => step.role === role);
    case 'forward':
    case 'check':
      return role === holder.role || role === holder.escalatedTo;
    case 'approve':
    case 'reject':
    case 'correct':
    case 'revoke':
      return service.kind === 'application' && deciderOf(service) === role;
    case 'allow':
    case 'dismiss':
      return service.appeal?.to === role;
    case 'start':
    case 'resolve':
      return service.kind === 'complaint';
    case 'attend':
    case 'miss':
      return service.kind === 'booking';
  }
}

export function requireMay(officer: Officer, action: DeskAction, service: ServiceDefinition, holder?: Holder): void {
  if (!mayDo(officer, action, service, holder)) throw new NotYourOffice();
}

/** Who stands above a role in a service: the next one up in its steps, then the appellate authority. */
export function supervisorOf({ steps, appeal }: ServiceDefinition, role: string | undefined): string {
  const people = steps.map((step) => step.role).filter((each) => each !== 'auto');
  const above = people.slice(people.indexOf(role ?? '') + 1).find((each) => each !== role);
  return above ?? appeal?.to ?? people.at(-1) ?? 'office';
}
