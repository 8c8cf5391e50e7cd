import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open, openJson, SealBroken, seal, sealJson } from '#adapters/persistence/sealing/index.ts';

const key = randomBytes(32);
const aText = fc.string({ unit: 'grapheme' });
const bytes = fc.uint8Array({ maxLength: 2_000 });

describe('seal', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(bytes, aText, (plain, aad) => {
        expect(open(key, seal(key, plain, aad), aad).equals(plain)).toBe(true);
      }),
    );
  });

  it('gives back any text', () => {
    fc.assert(
      fc.property(aText, aText, (plain, aad) => {
        expect(open(key, seal(key, plain, aad), aad).toString('utf8')).toBe(plain);
      }),
    );
  });

  it('gives back any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(openJson(key, sealJson(key, plain, 'a'), 'a')).toEqual(plain);
      }),
    );
  });

  it('does not open when any single bit is flipped', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (plain, at) => {
        const sealed = seal(key, plain, 'here');
        const bit = at % (sealed.length * 8);
        sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => open(key, sealed, 'here')).toThrow(SealBroken);
      }),
    );
  });

  it('does not open when it is cut short, or is not sealed at all', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (plain, at) => {
        const sealed = seal(key, plain, 'here');
        expect(() => open(key, sealed.subarray(0, at % sealed.length), 'here')).toThrow(SealBroken);
        expect(() => open(key, plain, 'here')).toThrow(SealBroken);
      }),
    );
  });

  it('opens nowhere but where it belongs', () => {
    fc.assert(
      fc.property(aText, aText, aText, (plain, here, there) => {
        fc.pre(here !== there);
        expect(() => open(key, seal(key, plain, here), there)).toThrow(SealBroken);
      }),
    );
  });

  it('does not open with another key', () => {
    expect(() => open(randomBytes(32), seal(key, 'text', 'a'), 'a')).toThrow(SealBroken);
  });

  it('never looks the same twice, and adds 29 bytes', () => {
    fc.assert(
      fc.property(bytes, (plain) => {
        const [one, other] = [seal(key, plain, 'a'), seal(key, plain, 'a')];
        expect(one.equals(other)).toBe(false);
        expect(one.length).toBe(plain.length + 29);
      }),
    );
  });
});
