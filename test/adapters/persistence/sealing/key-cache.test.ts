import { describe, expect, it } from 'vitest';
import { KeyCache, newCitizenKey } from '#adapters/persistence/sealing/index.ts';

describe('KeyCache', () => {
  it('lets go of the key not used for longest when it is full', () => {
    const cache = new KeyCache({ capacity: 2 });
    const key = newCitizenKey();
    cache.set('a', key);
    cache.set('b', newCitizenKey());
    cache.get('a');
    cache.set('c', newCitizenKey());
    expect(cache.get('a')).toBe(key);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.size).toBe(2);
  });

  it('lets go of a key that has grown old, however often it was used', () => {
    let now = 0;
    const cache = new KeyCache({ maxAgeSeconds: 60, now: () => now });
    cache.set('a', newCitizenKey());
    now = 59_999;
    expect(cache.get('a')).toBeDefined();
    now = 60_000;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('forgets the key of a citizen who was erased', () => {
    const cache = new KeyCache();
    cache.set('a', newCitizenKey());
    cache.forget('a');
    expect(cache.get('a')).toBeUndefined();
  });
});
