import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, findBreak, type SealedEntry, sealEntry } from '#domain/audit/audit-entry.ts';
import { NOW } from '#test/kit/fakes.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const anyEntry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    who: fc.constantFrom('system', 'citizen', 'officer:1'),
    what: fc.string(),
    at: fc.constant(NOW),
    citizenId: fc.string(),
    subjectId: fc.string(),
    purpose: fc.string(),
  },
  { requiredKeys: ['who', 'what', 'at'] },
);

function chain(entries: readonly AuditEntry[]): SealedEntry[] {
  const sealed: SealedEntry[] = [];
  for (const entry of entries) sealed.push(sealEntry(entry, sealed.at(-1), hash));
  return sealed;
}

const anyChain = fc.array(anyEntry, { minLength: 2, maxLength: 12 }).map(chain);

describe('the audit chain', () => {
  it('is whole as it was written, from its beginning and from any place', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), (entries, place) => {
        const from = place % entries.length;
        expect(findBreak(entries, undefined, hash)).toBeUndefined();
        expect(findBreak(entries.slice(from), entries[from - 1], hash)).toBeUndefined();
      }),
    );
  });

  it('breaks at an entry that was changed', () => {
    const changes: ((entry: SealedEntry) => Partial<SealedEntry>)[] = [
      ({ who }) => ({ who: `${who}!` }),
      ({ what }) => ({ what: `${what}!` }),
      ({ citizenId }) => ({ citizenId: `${citizenId}!` }),
      ({ subjectId }) => ({ subjectId: `${subjectId}!` }),
      ({ purpose }) => ({ purpose: `${purpose}!` }),
      () => ({ at: '2026-03-05T04:30:01.000Z' }),
      ({ seal }) => ({ seal: hash(seal) }),
      ({ position }) => ({ position: position + 1 }),
    ];
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.constantFrom(...changes), (entries, place, change) => {
        const at = place % entries.length;
        const forged = entries.map((entry, index) => (index === at ? { ...entry, ...change(entry) } : entry));
        expect(findBreak(forged, undefined, hash)).toEqual(forged[at]);
      }),
    );
  });

  it('breaks where an entry was taken out or two were swapped', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), (entries, place) => {
        const at = place % (entries.length - 1);
        const without = entries.filter((_entry, index) => index !== at);
        expect(findBreak(without, undefined, hash)).toEqual(entries[at + 1]);
        const swapped = [...entries];
        swapped.splice(at, 2, ...entries.slice(at, at + 2).reverse());
        expect(findBreak(swapped, undefined, hash)).toEqual(entries[at + 1]);
      }),
    );
  });
});
