import { describe, expect, it } from 'vitest';
import localBodies from '#config/places/local-bodies.json' with { type: 'json' };
import { localBodyOf } from '#domain/catalogue/local-body.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';

const questions: readonly Question[] = [
  { id: 'present_address', type: 'address' },
  { id: 'shop', type: 'address' },
];
const of = (answers: Record<string, string>, place?: string) =>
  localBodyOf({ questions, ...(place && { place }) }, answers, localBodies);

describe('the local body of a place', () => {
  it.each([
    ['12 Bengali Market, New Delhi 110001', 'ndmc'],
    ['Chanakyapuri, New Delhi 110 021', 'ndmc'],
    ['Delhi Cantonment 110010', 'cantonment'],
    ['Karol Bagh, New Delhi 110005', 'mcd'],
    ['Lodhi Colony, New Delhi 110003', undefined],
    ['Sector 18, Noida 201301', undefined],
    ['Gali 9, Karol Bagh', undefined],
  ])('of %s is %s', (shop, body) => {
    expect(of({ shop })).toBe(body);
  });

  it('is that of the event, not of the home, unless the home is all that is known', () => {
    const answers = { present_address: 'New Delhi 110001', shop: 'Delhi 110005' };
    expect(of(answers)).toBe('mcd');
    expect(of(answers, 'present_address')).toBe('ndmc');
    expect(localBodyOf({ questions: questions.slice(0, 1) }, answers, localBodies)).toBe('ndmc');
  });
});
