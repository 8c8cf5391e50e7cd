import type { CitizenId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';

/** Who did what, when, for which purpose; only ever added. Ids only: it outlives the personal data it speaks of. */
export interface AuditEntry {
  /** `officer:<id>`, `citizen` or `system`. */
  readonly who: string;
  /** Such as `view-application`, `approve`, `give-consent`. */
  readonly what: string;
  readonly citizenId?: CitizenId;
  readonly subjectId?: string;
  readonly purpose?: string;
  /** At which shared screen, and where it stood then. */
  readonly kiosk?: { readonly id: string; readonly place: string };
  readonly at: Instant;
}

/** An entry in its place in the chain. */
export interface SealedEntry extends AuditEntry {
  /** 1, 2, 3 … without gaps. */
  readonly position: number;
  readonly previousSeal: string;
  /** Hash over the entry and the seal before it: changing or taking out one entry breaks all that follow. */
  readonly seal: string;
}

export type Hash = (text: string) => string;

/** What the chain's first entry seals. */
export const FIRST_SEAL = '0'.repeat(64);

export function sealEntry(
  entry: AuditEntry,
  before: Pick<SealedEntry, 'position' | 'seal'> | undefined,
  hash: Hash,
): SealedEntry {
  const position = (before?.position ?? 0) + 1;
  const previousSeal = before?.seal ?? FIRST_SEAL;
  return { ...entry, position, previousSeal, seal: hash(canonical(entry, position, previousSeal)) };
}

/** The first entry that does not fit where it stands; absent when the chain is whole. */
export function findBreak(
  entries: readonly SealedEntry[],
  before: Pick<SealedEntry, 'position' | 'seal'> | undefined,
  hash: Hash,
): SealedEntry | undefined {
  let last = before;
  for (const entry of entries) {
    const expected = sealEntry(entry, last, hash);
    if (expected.seal !== entry.seal || expected.position !== entry.position) return entry;
    last = entry;
  }
  return undefined;
}

const canonical = (entry: AuditEntry, position: number, previousSeal: string): string =>
  JSON.stringify([
    position,
    previousSeal,
    entry.who,
    entry.what,
    entry.citizenId ?? '',
    entry.subjectId ?? '',
    entry.purpose ?? '',
    entry.at,
    // Only where there is one: what was sealed before there were kiosks keeps its seal.
    ...(entry.kiosk ? [entry.kiosk.id, entry.kiosk.place] : []),
  ]);
