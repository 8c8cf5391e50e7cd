import { describe, expect, it } from 'vitest';
import { languages } from '#config/languages.ts';
import { services } from '#config/services/index.ts';
import { missingKeys, translator } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';

/** Characters that a phone shows at once above what can be tapped, and those of a sentence that is read in one breath. */
const LONGEST_REPLY = 650;
const LONGEST_LINE = 300;

/** Every service, played from the first message to its end by somebody who answers plainly. */
describe.each(services.map((service) => [service.id, service] as const))('%s', (_, service) => {
  it.each(['hi', 'en', 'hi-Latn'])('runs from the first message to its end in %s', (language) => {
    const before = missingKeys().length;
    const { talk, transcript, wasShown } = playPlainly(service, language);
    const filed = talk.wishes.filter(({ type }) => type === 'submit');
    expect(filed, transcript.slice(-6).join('\n')).toHaveLength(service.kind === 'information' ? 0 : 1);
    // Dues show their bill instead: what is paid is affirmed there.
    if (service.kind !== 'information' && !service.dues) expect(wasShown).toBe(true);
    expect(missingKeys().slice(before)).toEqual([]);
    const texts = talk.said.map(({ text }) => translator.say(text, language));
    expect(texts.filter((text) => [...text].length > LONGEST_REPLY)).toEqual([]);
    expect(texts.flatMap((text) => text.split('\n')).filter((line) => [...line].length > LONGEST_LINE)).toEqual([]);
  });
});

describe.each(services.map((service) => [service.id, service] as const))('%s by Telegram', (_, service) => {
  it('is the same for who shows no number, and he is asked for it once before he files', () => {
    const plain = playPlainly(service, 'hi');
    const offers: unknown[] = [];
    const { talk, wasShown } = playPlainly(
      service,
      'hi',
      undefined,
      (_talk, said) =>
        offers.push(...said.flatMap(({ text, asksNumber }) => (asksNumber && 'key' in text ? text.key : []))),
      true,
    );
    const told = ({ wishes }: typeof talk) =>
      wishes.map((wish) => (wish.type === 'submit' ? wish.submission.answers : wish.type));
    expect(told(talk)).toEqual(told(plain.talk));
    const invitations = offers.filter((key) => String(key).startsWith('talk.shareNumber'));
    expect(invitations).toEqual(wasShown ? ['talk.shareNumber.filing'] : []);
  });
});

/** What a language promises in full is said without a word of Hindi, from the first message to the end. */
const promised = languages.flatMap(({ code, promised }) =>
  (promised?.services ?? []).map((id) => [id, code, services.find((service) => service.id === id)] as const),
);
describe.each(promised)('%s in %s', (_, language, service) => {
  it('runs to its end without falling back to Hindi', () => {
    if (!service) throw new Error('a service is promised that there is not');
    const { transcript } = playPlainly(service, language);
    const ours = transcript.filter((line) => line.startsWith('E:'));
    expect(ours.filter((line) => /\p{Script=Devanagari}/u.test(line))).toEqual([]);
  });
});
