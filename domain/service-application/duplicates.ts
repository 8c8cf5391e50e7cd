import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { IsoDate } from '../shared/time.ts';
import type { ApplicationSnapshot } from './application-snapshot.ts';
import { isEnded } from './status.ts';

/** Another application about the same thing, and whether its document is out already. */
export interface Duplicate {
  readonly application: ApplicationSnapshot;
  readonly isIssued: boolean;
}

/**
 * Of these applications the first that is open, or has led to a document that is still good, and is about the same
 * subject: the same child, property or vehicle. A service that names no subject has no duplicates.
 */
export function duplicateAmong(
  { id, subject = [] }: ServiceDefinition,
  asked: { readonly id: string; readonly answers: Answers },
  others: readonly ApplicationSnapshot[],
  today: IsoDate,
): Duplicate | undefined {
  const known = subject.filter((question) => asked.answers[question]);
  if (known.length === 0 || known.length < subject.length) return undefined;
  const isSame = ({ answers }: ApplicationSnapshot): boolean =>
    known.every((question) => folded(answers[question]) === folded(asked.answers[question]));
  const same = others.filter((other) => other.id !== asked.id && other.serviceId === id && isSame(other));
  const issued = same.find(
    ({ status, certificate }) => status === 'issued' && (certificate?.validTo ?? today) >= today,
  );
  const open = same.find(({ status }) => !isEnded(status));
  if (issued) return { application: issued, isIssued: true };
  return open && { application: open, isIssued: false };
}

/** Capitals and spaces make no other person. */
const folded = (answer = ''): string => answer.toLowerCase().replace(/\s+/g, ' ').trim();
