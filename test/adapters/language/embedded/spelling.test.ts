import { describe, expect, it } from 'vitest';
import { byLetters } from '#adapters/language/embedded/by-letters.ts';
import { fold, skeletonOf } from '#adapters/language/embedded/fold.ts';
import { languageOf } from '#adapters/language/embedded/language-of.ts';
import { ConceptFinder } from '#adapters/language/embedded/lexicon.ts';
import { normalise, wordsOf } from '#adapters/language/embedded/normalise.ts';
import { romanise } from '#adapters/language/embedded/romanise.ts';
import { languages } from '#config/languages.ts';

describe('normalise', () => {
  it('writes one thing in one way', () => {
    expect(normalise('Pleaseeee क़ागज़ २५ I’m')).toBe('pleasee कागज 25 im');
  });

  it('makes a link one word', () => {
    expect(wordsOf(normalise('see https://example.org/a?b=1 now'))).toEqual(['see', 'weblink', 'now']);
  });

  it('keeps Hindi words whole at their vowel signs', () => {
    expect(wordsOf('पानी का बिल')).toEqual(['पानी', 'का', 'बिल']);
  });
});

describe('romanise', () => {
  it.each([
    ['जन्म', 'janm'],
    ['प्रमाण', 'praman'],
    ['करना', 'karna'],
    ['समझना', 'samajhna'],
    ['नहीं', 'nahin'],
    ['आवेदन', 'avedan'],
    ['licence', 'licence'],
  ])('writes %s as people type it', (word, latin) => {
    expect(romanise(word)).toBe(latin);
  });
});

describe('byLetters', () => {
  it.each([
    ['چالان', 'chalan'],
    ['والا', 'vala'],
    ['پولیس', 'polis'],
    ['راستہ', 'rasta'],
    ['ہٹانا 25', 'htana 25'],
    ['رپورٹ report रपट', 'rport report रपट'],
  ])('hears %s as it is written', (text, latin) => {
    expect(byLetters(text, languages)).toBe(latin);
  });

  it('leaves what no language names letters for', () => {
    expect(byLetters('ਪਾਣੀ पानी water', languages)).toBe('ਪਾਣੀ पानी water');
  });
});

describe('fold', () => {
  it.each([
    ['pramaan', 'praman'],
    ['shaadi', 'shadi'],
    ['paani', 'pani'],
    ['zameen', 'jamin'],
    ['bijlee', 'bijli'],
  ])('hears %s and %s alike', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('gives words of both scripts one skeleton', () => {
    const skeletons = ['janam', 'janm', romanise('जन्म')].map((word) => skeletonOf(fold(word)));
    expect(new Set(skeletons)).toEqual(new Set(['jnm']));
  });
});

describe('ConceptFinder', () => {
  const finder = new ConceptFinder({ concepts: { death: ['मृत्यु', 'passed away'], licence: ['licence'] } });

  it('finds a form in another script', () => {
    expect(finder.find([fold('mrityu')])).toEqual([0]);
  });

  it('finds a form of two words only when whole', () => {
    expect(finder.find(['he', 'passed', 'away'].map(fold))).toEqual([0]);
    expect(finder.find(['he', 'passed', 'school'].map(fold))).toEqual([]);
  });

  it('forgives one letter in a long word', () => {
    expect(finder.find([fold('licsence')])).toEqual([1]);
  });
});

describe('languageOf', () => {
  it.each([
    ['पानी का bill', 'hi'],
    ['mera paani ka bill kitna hai', 'hi-Latn'],
    ['birth certificate banwana hai', 'hi-Latn'],
    ['I want a birth certificate', 'en'],
    ['how much is the fee', 'en'],
    ['9876', undefined],
    ['Rohit Verma', undefined],
    ['', undefined],
  ])('takes %j for %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
