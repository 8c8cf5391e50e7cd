import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '#application/ports/out/document-store.ts';
import type { Keys } from '#application/ports/out/keys.ts';

/** Keys of citizens for tests; `erase` destroys one. */
export function someKeys(): Keys & { erase(citizenId: string): void } {
  const keys = new Map<string, Uint8Array>();
  const erased = new Set<string>();
  return {
    async keyOf(citizenId) {
      if (erased.has(citizenId)) return undefined;
      const key = keys.get(citizenId) ?? crypto.getRandomValues(new Uint8Array(32));
      keys.set(citizenId, key);
      return key;
    },
    erase: (citizenId) => erased.add(citizenId),
  };
}

export interface OpenedStore {
  readonly store: DocumentStore;
  readonly keys: ReturnType<typeof someKeys>;
  close(): Promise<void>;
}

const text = (words: string) => ({ bytes: new TextEncoder().encode(words), mime: 'text/plain' });

/** What holds for every store of documents. */
export function describeDocumentStore(name: string, openStore: () => Promise<OpenedStore>): void {
  describe(`${name}, as a document store`, () => {
    let opened: OpenedStore;
    const mother = 'citizen-mother';

    beforeEach(async () => {
      opened = await openStore();
    });
    afterEach(() => opened.close());

    it('gives back any bytes and their type', async () => {
      const mime = fc.constantFrom('application/pdf', 'image/jpeg', 'application/octet-stream');
      await fc.assert(
        fc.asyncProperty(fc.uuid(), fc.uint8Array({ maxLength: 2000 }), mime, async (id, bytes, type) => {
          await opened.store.put(id, mother, { bytes, mime: type });
          const file = await opened.store.get(id, mother);
          expect(file?.mime).toBe(type);
          expect(Buffer.from(file?.bytes ?? []).equals(bytes)).toBe(true);
        }),
        { numRuns: 25 },
      );
    });

    it('has nothing under an id never used', async () => {
      expect(await opened.store.get(randomUUID(), mother)).toBeUndefined();
    });

    it('keeps the latest of what was put under one id', async () => {
      const id = randomUUID();
      await opened.store.put(id, mother, text('first'));
      await opened.store.put(id, mother, text('second'));
      expect((await opened.store.get(id, mother))?.bytes).toEqual(text('second').bytes);
    });

    it('removes, once or twice', async () => {
      const id = randomUUID();
      await opened.store.put(id, mother, text('gone soon'));
      await opened.store.remove(id, mother);
      await opened.store.remove(id, mother);
      expect(await opened.store.get(id, mother)).toBeUndefined();
    });

    it('does not show one citizen the file of another', async () => {
      const id = randomUUID();
      await opened.store.put(id, mother, text('hers'));
      expect(await opened.store.get(id, 'citizen-neighbour')).toBeUndefined();
    });

    it('can read nothing of a citizen who has been erased, and takes nothing more', async () => {
      const id = randomUUID();
      await opened.store.put(id, mother, text('to be forgotten'));
      opened.keys.erase(mother);
      expect(await opened.store.get(id, mother)).toBeUndefined();
      await expect(opened.store.put(randomUUID(), mother, text('too late'))).rejects.toThrow('erased');
    });

    it.each(['', '../escape', 'a/b', 'a\\b', '.', 'a\0b', 'x'.repeat(65), 'é'])(
      'has no document called %j',
      async (id) => {
        await expect(opened.store.put(id, mother, text('nowhere'))).rejects.toThrow(RangeError);
        expect(await opened.store.get(id, mother)).toBeUndefined();
        await expect(opened.store.remove(id, mother)).resolves.toBeUndefined();
      },
    );

    it('says that it is well', async () => {
      expect(await opened.store.check()).toMatchObject({ ok: true });
    });
  });
}
