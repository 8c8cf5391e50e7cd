import { describe, expect, it } from 'vitest';
import { checkServices } from '#config/check-services.ts';
import { loadTexts } from '#config/load-texts.ts';
import { papers } from '#config/papers/index.ts';
import { documentTypes } from '#config/papers/types.ts';
import { services } from '#config/services/index.ts';
import type { Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { texts as kitTexts } from '#test/kit/dialogue.ts';
import { household } from '#test/kit/household.ts';

const texts = await loadTexts();
const around = { texts, readable: new Set(papers.map(({ type }) => type)), documentTypes };
const errorsOf = (...given: readonly ServiceDefinition[]): string[] =>
  checkServices(given, around)
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

  it('finds missing sentences in the languages that must be complete', () => {
    const more = { ...birth, questions: [...birth.questions, { id: 'blood_group', type: 'text' as const }] };
    expect(errorsOf(more)).toEqual(
      ['en', 'hi', 'hi-Latn'].flatMap((language) =>
        ['ask', 'label'].map(
          (what) => `no sentence in ${language}: services.birth-certificate.questions.blood_group.${what}`,
        ),
      ),
    );
  });

  it('finds a title that is too long', () => {
    const long = { services: { [birth.id]: { menu: 'A certificate of birth, in MCD' } } };
    const found = checkServices([birth], { ...around, texts: { ...texts, 'hi-Latn': long } });
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
    const notes = checkServices(services, around).filter(({ level }) => level === 'note');
    expect(notes.map(({ what }) => what)).toContain('nobody but the officer reads the paper affidavit (affidavit)');
    expect(notes.map(({ what }) => what)).toContain('the fee late-2 is not verified');
  });

  const question = (change: Partial<Question>): ServiceDefinition => ({
    ...birth,
    questions: birth.questions.map((each) => (each.id === 'child_gender' ? { ...each, ...change } : each)),
  });

  it.each<[string, ServiceDefinition]>([
    ["child_gender is never 'mail': child_gender == 'mail'", question({ when: "child_gender == 'mail'" })],
    ['child_gender is asked only when it is answered', question({ when: "child_gender == 'male'" })],
    ['no paper tells birth-slip.weight, which would answer child_gender', question({ prefill: ['birth-slip.weight'] })],
    ['no question is called father', question({ sameAs: 'father' })],
    ['no question is called birthday', question({ notBefore: 'birthday' })],
    ['none of child_gender is not among its choices', question({ none: 'none' })],
    [
      'child_gender has no choice for new',
      question({ choicesBy: { question: 'request_type', of: { new: [], copy: ['male'] } } }),
    ],
    ['the list child_gender has no items', question({ type: 'list' })],
    ['no question is called house', { ...birth, subject: ['house'] }],
    [
      'the paper slip is of an unknown type: hospital-slip',
      { ...birth, papers: [{ id: 'slip', anyOf: ['hospital-slip'] }] },
    ],
    [
      'the validity has no date or no source',
      { ...birth, validity: { until: { value: ['issued+1y'], from: '', verified: true, source: 'x' } } },
    ],
    ['a booking without its plan', { ...birth, kind: 'booking' }],
    ['a payment without its dues', { ...birth, kind: 'payment' }],
    ['an information service without its schemes', { ...birth, kind: 'information' }],
    [
      'two things are called child_dob',
      { ...birth, questions: [...birth.questions, { id: 'child_dob', type: 'date' }] },
    ],
  ])('finds that %s', (what, wrong) => {
    expect(errorsOf(wrong)).toContainEqual(what);
  });

  it('knows the facts of lists and the words of their items', () => {
    const found = checkServices([household], { ...around, texts: kitTexts });
    expect(found.filter(({ level }) => level === 'error')).toEqual([]);
    const rules = [{ id: 'enough', when: 'members_name_sum > 1', otherwise: 'warn' as const }];
    const [error] = checkServices([{ ...household, rules }], { ...around, texts: kitTexts });
    expect(error?.what).toBe('a rule over an unknown fact "members_name_sum": members_name_sum > 1');
  });
});
