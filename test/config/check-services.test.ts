import { describe, expect, it } from 'vitest';
import { checkServices } from '#config/check-services.ts';
import { loadTexts } from '#config/load-texts.ts';
import { papers } from '#config/papers/index.ts';
import { services } from '#config/services/index.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

const texts = await loadTexts();
const readable = new Set(papers.map(({ type }) => type));
const errorsOf = (...given: readonly ServiceDefinition[]): string[] =>
  checkServices(given, { texts, readable })
    .filter(({ level }) => level === 'error')
    .map(({ what }) => what);

const named = (id: string): ServiceDefinition => {
  const found = services.find((service) => service.id === id);
  if (!found) throw new Error(`not installed: ${id}`);
  return found;
};
const birth = named('birth-certificate');

describe('the check of services', () => {
  it('finds no mistake in those that are installed', () => {
    expect(errorsOf(...services)).toEqual([]);
  });

  it('is of data that JSON keeps whole', () => {
    for (const service of services) expect(JSON.parse(JSON.stringify(service))).toEqual(service);
  });

  it('finds missing sentences in both languages', () => {
    const more = { ...birth, questions: [...birth.questions, { id: 'blood_group', type: 'text' as const }] };
    expect(errorsOf(more)).toEqual(
      ['en', 'hi'].flatMap((language) =>
        ['ask', 'label'].map(
          (what) => `no sentence in ${language}: services.birth-certificate.questions.blood_group.${what}`,
        ),
      ),
    );
  });

  it('finds a title that is too long', () => {
    const long = { services: { [birth.id]: { menu: 'A certificate of birth, in MCD' } } };
    const found = checkServices([birth], { texts: { ...texts, 'hi-Latn': long }, readable });
    expect(found.map(({ what }) => what)).toContain(
      'longer than 24 characters in hi-Latn: services.birth-certificate.menu',
    );
  });

  it.each([
    ["shoe_size == '9'", 'a rule over an unknown fact "shoe_size"'],
    ['copies >', 'a rule that cannot be read'],
  ])('finds the wrong rule %s', (when, what) => {
    const errors = errorsOf({ ...birth, rules: [{ id: 'local_body', when, otherwise: 'block' }] });
    expect(errors).toEqual([expect.stringContaining(what)]);
  });

  it('finds a fee without a date, a role that is none, and a question that is missing', () => {
    const [line] = birth.fee ?? [];
    if (!line) throw new Error('the service has a fee');
    expect(errorsOf({ ...birth, fee: [{ ...line, rupees: { ...line.rupees, from: 'soon' } }] })).toEqual([
      'the fee late-1 has no date or no source',
    ]);
    expect(errorsOf({ ...birth, steps: [{ role: 'wizard', action: 'act', days: 1 }] })).toEqual([
      'no such role: wizard',
    ]);
    expect(errorsOf({ ...birth, dues: { account: 'upic' } })).toEqual(['no question is called upic']);
  });

  it('notes what only an officer reads, and what is not verified', () => {
    const notes = checkServices(services, { texts, readable }).filter(({ level }) => level === 'note');
    expect(notes.map(({ what }) => what)).toContain('nobody but the officer reads the paper affidavit (affidavit)');
    expect(notes.map(({ what }) => what)).toContain('the fee late-2 is not verified');
  });
});
