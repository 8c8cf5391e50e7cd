import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DltTemplate, dltPattern, dltProblems, unregistered } from '#domain/notification/dlt-template.ts';

const since = { from: '2026-11-01', verified: false, source: 'the test' };
const rules = {
  longestGap: { value: 30, ...since },
  longestText: { value: 200, ...since },
  idDigits: { value: 19, ...since },
  headerLetters: { value: 6, ...since },
};
const SENTENCE = '{{service}}{{about}}, {{number}}: please bring the papers.';
const template: DltTemplate = {
  ...{ name: 'visit', category: 'service-implicit', header: 'SANDES', serves: 'news.visit', ...since },
  texts: { en: { id: '1107000000000000001', text: '{#var#}{#var#}, {#var#}: please bring the papers.' } },
  examples: { service: 'Birth certificate', about: ' (Asha Sample)', number: 'MCD-1' },
};
const problemsOf = (change: Partial<DltTemplate>, sentence = SENTENCE) =>
  dltProblems({ ...template, ...change }, rules, () => sentence).map(({ problem }) => problem);
const saying = (text: string, id = '1107000000000000001') => ({ texts: { en: { id, text } } });

describe('a registered text', () => {
  it('is good when it is the sentence with its gaps, and a line with a link after it', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf(saying('{#var#}{#var#}, {#var#}: please bring the papers.\n{#var#}: {#var#}'))).toEqual([]);
  });

  it.each([
    [
      'the sentence has changed',
      {},
      '{{service}}, {{number}}: kindly bring the papers.',
      ['differs-from-sentence', 'example-does-not-fit'],
    ],
    ['the id is none', saying('{#var#}{#var#}, {#var#}: please bring the papers.', '12'), SENTENCE, ['bad-id']],
    ['the header is none', { header: 'EK' }, SENTENCE, ['bad-header']],
    ['nothing of it is fixed', saying('{#var#}, {#var#}'), '{{service}}, {{number}}', ['only-gaps']],
    [
      'a gap is too small',
      { examples: { ...template.examples, number: 'x'.repeat(31) } },
      SENTENCE,
      ['example-does-not-fit'],
    ],
    ['it is too long', saying(`{#var#} ${'x'.repeat(200)}`), `{{number}} ${'x'.repeat(200)}`, ['too-long']],
  ])('is not when %s', (_, change, sentence, problems) => {
    expect(problemsOf(change, sentence)).toEqual(problems);
  });

  it('is filled by whatever its gaps can hold, and by nothing longer', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(part, part, (one, other) => {
        const fits = [one, other].every((each) => [...each].length <= 30);
        // What a gap cannot hold may still be taken for a filling where the fixed words occur in it.
        fc.pre(fits || ![one, other].some((each) => each.includes(' is due by ')));
        expect(dltPattern('{#var#} is due by {#var#}.', 30).test(`${one} is due by ${other}.`)).toBe(fits);
      }),
    );
  });

  it('is missing in each language in which nothing serves the sentence', () => {
    expect(unregistered(['news.visit', 'news.other'], ['en', 'hi'], [template])).toEqual([
      { key: 'news.visit', language: 'hi' },
      { key: 'news.other', language: 'en' },
      { key: 'news.other', language: 'hi' },
    ]);
  });
});
