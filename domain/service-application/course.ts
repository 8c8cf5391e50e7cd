import type { Step } from '../catalogue/service-definition.ts';
import type { Instant } from '../shared/time.ts';
import type { ApplicationSnapshot, StandingStep } from './application-snapshot.ts';
import type { ApplicationStatus } from './status.ts';

type OnCourse = Pick<ApplicationSnapshot, 'course' | 'step'>;

/** The step that a file stands at. */
export const currentStep = ({ course, step }: OnCourse): Step | undefined => step && course?.[step.index];

/** The step after that, before the document is out. */
export function nextStep({ course = [], step }: OnCourse): Step | undefined {
  const next = course[(step?.index ?? -1) + 1];
  return next?.afterIssue ? undefined : next;
}

/** Who must still look at what is out already. */
export function checkLeftTo(state: OnCourse & Pick<ApplicationSnapshot, 'status'>): string | undefined {
  const step = state.status === 'issued' ? currentStep(state) : undefined;
  return step?.afterIssue ? step.role : undefined;
}

/** Checks that follow the issue, the first of those left. */
export function nextCheck({ course = [], step }: OnCourse): number | undefined {
  const from = step && course[step.index]?.afterIssue ? step.index + 1 : 0;
  const index = course.findIndex((each, at) => at >= from && each.afterIssue);
  return index < 0 ? undefined : index;
}

export const stepAt = (index: number, now: Instant): StandingStep => ({ index, since: now, countedFrom: now });

/** Nobody has to see it before the document is issued. */
export const isInstant = (course: readonly Step[]): boolean => course.every(({ afterIssue }) => afterIssue);

/** How a file is called while it is at a step: a visit shows, and so does the last look. */
export function statusAt(course: readonly Step[], index: number): ApplicationStatus {
  const step = course[index];
  if (step?.visit === 'field') return 'field-verification';
  if (step?.visit === 'office') return 'appointment-needed';
  if (index === 0) return 'submitted';
  const last = course.findLastIndex(({ afterIssue }) => !afterIssue);
  return index === last ? 'pending-approval' : 'under-scrutiny';
}
