import type { IsoDate } from '#domain/shared/time.ts';

export interface Verifying {
  /** What anybody may know of a document by its number; absent when there is no such number. */
  verify(number: string): Promise<Verified | undefined>;
}

export interface Verified {
  readonly number: string;
  readonly kind: 'certificate' | 'receipt';
  /** `replaced`: another was issued in its place. */
  readonly status: 'genuine' | 'revoked' | 'replaced';
  readonly serviceId: string;
  readonly department: string;
  readonly issuedOn: IsoDate;
  /** The last day on which it is good; absent: for life. */
  readonly validTo?: IsoDate;
  /** Enough to compare with the paper in hand and no more: names by their first letters. */
  readonly facts: readonly { readonly id: string; readonly value: string }[];
}
