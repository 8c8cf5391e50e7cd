import type { ApplicationSnapshot } from './application-snapshot.ts';
import { currentStep, nextStep } from './course.ts';
import { isWithOfficer } from './status.ts';

/** What a file allows its officers now, whoever they are; each file refuses the rest by itself. */
export function possibleActs(state: ApplicationSnapshot): readonly string[] {
  const { kind, status } = state;
  if (status === 'appealed') return ['allow', 'dismiss'];
  if (status === 'appointment-needed') return nextStep(state) ? ['forward'] : [];
  if (status === 'issued') return [...(currentStep(state)?.afterIssue ? ['check'] : []), 'correct', 'revoke'];
  if (kind === 'booking') return status === 'confirmed' ? ['attend', 'miss'] : [];
  if (!isWithOfficer(status)) return [];
  if (kind === 'complaint') return ['query', ...(status === 'in-progress' ? [] : ['start']), 'resolve'];
  return ['query', ...(state.step && nextStep(state) ? ['forward'] : []), 'approve', 'reject'];
}
