import { describe, expect, it } from 'vitest';
import { services } from '#config/services/index.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { check } from '#domain/catalogue/check-answer.ts';

const catalogue = catalogueOf(services, 'notice');
const problemOf = (service: string, id: string, answer: string): string | undefined => {
  const question = catalogue.find(service)?.questions.find((each) => each.id === id);
  if (!question) throw new Error(`${service} does not ask for ${id}`);
  return check(question, answer, {}, '2026-11-25')?.key;
};

describe('what a document shows as the citizen wrote it', () => {
  it.each(['مکان 12، گلی 3، 110005', 'ਮਕਾਨ 12, ਗਲੀ 3, 110005', 'வீடு 12, தெரு 3, 110005'])(
    'is asked for in letters that can be printed: %s',
    (address) => {
      expect(problemOf('birth-certificate', 'birth_address', address)).toBe('answer.otherLetters');
    },
  );

  it.each(['House 12, Gali 3, 110005', 'मकान 12, गली 3, 110005'])('may be in Hindi or English: %s', (address) => {
    expect(problemOf('birth-certificate', 'birth_address', address)).toBeUndefined();
  });

  it('is told apart from what only an officer reads', () => {
    expect(problemOf('sanitation-complaint', 'location', 'گلی 3، تلک نگر')).toBeUndefined();
  });

  it('holds for every name of a person', () => {
    expect(problemOf('birth-certificate', 'mother_name', 'ਬਲਬੀਰ ਕੌਰ')).toBe('answer.otherLetters');
    expect(problemOf('birth-certificate', 'mother_name', 'बलबीर कौर')).toBeUndefined();
  });
});
