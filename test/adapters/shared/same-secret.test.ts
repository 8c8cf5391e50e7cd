import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameSecret } from '#adapters/shared/same-secret.ts';

describe('comparing with a secret', () => {
  it('answers as equality does, for texts of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (presented, secret) => {
        expect(isSameSecret(presented, secret)).toBe(presented === secret);
        expect(isSameSecret(secret, secret)).toBe(true);
      }),
    );
  });

  it('says no to nothing, and to everything where there is no secret', () => {
    expect(isSameSecret(undefined, 'secret')).toBe(false);
    expect(isSameSecret('', '')).toBe(false);
  });
});
