import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { ApplicationId, CitizenId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/time.ts';
import type { ApplicationSnapshot } from './application-snapshot.ts';
import { OthersUnseen } from './errors.ts';
import { isEnded } from './status.ts';

/** Another application about the same thing: whether its document is out already, and whether somebody else filed it. */
export interface Duplicate {
  readonly application: ApplicationSnapshot;
  readonly isIssued: boolean;
  readonly isOfAnother: boolean;
}

/**
 * Of these applications about the same subject those that still count: open, or with a document that is still good. The
 * citizen's own come first, of these what is out. A place that others booked is no duplicate: it is free or it is not.
 */
export function duplicatesAmong(
  { kind, subjectBy }: Pick<ServiceDefinition, 'kind' | 'subjectBy'>,
  asked: { readonly id: ApplicationId; readonly citizenId: CitizenId },
  others: readonly ApplicationSnapshot[],
  today: IsoDate,
): readonly Duplicate[] {
  const isOwnOnly = kind === 'booking' || subjectBy === 'citizen';
  return others
    .filter(({ id, status, certificate }) => {
      if (id === asked.id) return false;
      return status === 'issued' ? (certificate?.validTo ?? today) >= today : !isEnded(status);
    })
    .map((application) => ({
      application,
      isIssued: application.status === 'issued',
      isOfAnother: application.citizenId !== asked.citizenId,
    }))
    .filter(({ isOfAnother }) => !(isOwnOnly && isOfAnother))
    .toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ isIssued, isOfAnother }: Duplicate): number => (isOfAnother ? 2 : 0) + (isIssued ? 0 : 1);

/** Nobody grants one of several about the same thing without having looked at the others. */
export function requireSeen(duplicates: readonly Duplicate[], isSeen: boolean): void {
  if (duplicates.length > 0 && !isSeen)
    throw new OthersUnseen(duplicates.map(({ application }) => application.acknowledgementNumber));
}
