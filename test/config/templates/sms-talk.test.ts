import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smsOf, unregisteredIn } from '#adapters/channels/http-sms/registered.ts';
import { plainSigns, unitsOf } from '#adapters/channels/sms-segments.ts';
import { inSentences } from '#application/notification/in-sentences.ts';
import { worded } from '#application/notification/worded.ts';
import type { WordedMessage } from '#application/ports/out/channel.ts';
import { dltTemplates, registeredTexts } from '#config/dlt-templates.ts';
import { languages } from '#config/languages.ts';
import { loadTexts } from '#config/load-texts.ts';
import { services } from '#config/services/index.ts';
import { talkGaps } from '#config/sms-talk.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import { dltPattern } from '#domain/notification/dlt-template.ts';
import type { Language } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { translator } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';
import { play } from '#test/kit/transcript.ts';

const registry = { templates: registeredTexts };
/** Ten segments: longer ones are not joined by every network. */
const MOST_UNITS = 1530;

/** As it leaves, with the link under which its document is. */
function said(message: OutboundMessage, language: Language): WordedMessage {
  const file = { bytes: new Uint8Array(), mime: 'application/pdf' };
  const words = worded(message, language, translator, file, undefined, 'sms');
  return { ...words, sentences: inSentences(message.text, words, language, translator.sentencesOf) };
}

/** What a network would drop of it, or what its reader would miss, in words. */
function wrongIn(message: OutboundMessage, language: Language): readonly string[] {
  const words = said(message, language);
  const lacks = unregisteredIn(words, registry);
  if (lacks !== undefined) return [`${lacks} is not registered: ${words.text}`];
  const sms = smsOf(words, registry);
  const all = plainSigns(sms.map(({ text }) => text).join('\n')).replaceAll(/\s+/g, '');
  const told = [
    ...words.text.split('\n'),
    ...(words.choices ?? []).map(({ label, byWord }, i) => byWord ?? `${i + 1} ${label}`),
    ...(words.link ? [words.link.url] : []),
    ...(words.document?.link === undefined ? [] : [words.document.link]),
  ];
  return [
    ...sms.flatMap(({ text, registered }) =>
      registered && dltPattern(registered.text, 30).test(text) ? [] : [`is no filling of ${registered?.id}: ${text}`],
    ),
    ...sms.filter(({ text }) => unitsOf(text) > MOST_UNITS).map(({ text }) => `too long: ${text}`),
    ...told
      .filter((line) => !all.includes(plainSigns(line).replaceAll(/\s+/g, '')))
      .map((line) => `is not told: ${line}`),
  ];
}

const complete = languages.filter(({ isComplete }) => isComplete).map(({ code }) => code);
const promised = languages.flatMap(({ code, promised }) => (promised?.services ?? []).map((id) => [id, code] as const));
const played = [...services.flatMap(({ id }) => complete.map((language) => [id, language] as const)), ...promised];

describe('what is said by SMS where every text must be registered', () => {
  it('is registered as it is said', async () => {
    expect(talkGaps(await loadTexts())).toEqual([]);
  });

  it.each(played)('is a registered text, and nothing is lost: %s in %s', (id, language) => {
    const service = services.find((each) => each.id === id);
    if (!service) throw new Error(`no service ${id}`);
    const wrong = playPlainly(service, language).talk.said.flatMap((message) => wrongIn(message, language));
    expect([...new Set(wrong)]).toEqual([]);
  });

  // The household is a service of the tests.
  const isInstalled = (name: string): boolean => name.endsWith('.txt') && name !== 'household-lists.txt';
  const url = `https://sandesh.example/d/${'a'.repeat(120)}`;
  const more = [
    {},
    { link: { label: phrase('payment.payNow'), url } },
    { document: { id: 'document-1', fileName: phrase('document.certificate', { number: 'MCD-1' }), link: url } },
    { choices: [{ id: 'menu/mine', label: phrase('menu.mine') }] },
  ];
  const notices = dltTemplates.flatMap(({ serves, examples }) =>
    complete.map((language) => ({ serves, examples, language })),
  );
  it.each(notices)(
    'is so for what we say of our own accord, with a link, a paper or a choice: $serves in $language',
    (notice) => {
      const text = phrase(notice.serves, notice.examples);
      expect(more.flatMap((each) => wrongIn({ text, ...each }, notice.language))).toEqual([]);
    },
  );

  const folder = new URL('../../domain/conversation/transcripts/', import.meta.url);
  it.each(readdirSync(folder).filter(isInstalled))('is so in the talk %s too', (name) => {
    const { talk } = play(readFileSync(new URL(name, folder), 'utf8'));
    const wrong = talk.said.flatMap((message) => wrongIn(message, talk.conversation.language));
    expect([...new Set(wrong)]).toEqual([]);
  });
});
