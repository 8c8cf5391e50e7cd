import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredBy } from '#domain/catalogue/catalogue.ts';
import { command } from '#domain/conversation/commands.ts';
import type { Intent, Meaning } from '#domain/conversation/meaning.ts';
import { catalogue, SimulatedTalk } from '#test/kit/dialogue.ts';

const departments = [...new Set(catalogue.services.map(({ department }) => department))];
const anyIntent: fc.Arbitrary<Intent> = fc
  .constantFrom(...catalogue.services.map(({ id }) => id))
  .map((service) => ({ type: 'service', service, act: 'apply' }));
const anyMeaning: fc.Arbitrary<Meaning> = fc
  .tuple(fc.array(anyIntent, { minLength: 1, maxLength: 4 }), fc.constantFrom('offer', 'lost'))
  .map(([intents, band]) => ({
    intent: intents[0] as Intent,
    confidence: 0.4,
    band,
    alternatives: intents.map((intent) => ({ intent, confidence: 0.4 })),
  }));

describe('a department’s own number', () => {
  it('offers nothing of another department among what may have been meant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...departments), anyMeaning, (department, meaning) => {
        const talk = new SimulatedTalk('en', '2026-03-23T05:00:00.000Z');
        talk.catalogue = offeredBy(catalogue, department);
        const others = new Set(
          catalogue.services.filter((each) => each.department !== department).map(({ id }) => command.apply(id)),
        );
        for (const text of ['something about that thing', 'that thing again']) {
          const said = talk.hear({ type: 'heard', content: { type: 'text', text } }, meaning);
          const offered = said.flatMap(({ choices = [] }) => choices.map(({ id }) => id));
          expect(offered.filter((id) => others.has(id))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
