import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLanguageEngine } from '#adapters/language/embedded/index.ts';
import { openTranslator } from '#adapters/translation/i18next/index.ts';
import { loadLanguageModel } from '#config/language/trained-model.ts';
import { languages } from '#config/languages.ts';
import { loadTexts } from '#config/load-texts.ts';
import { services } from '#config/services/index.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import { inHindi, languageNamedIn } from '#domain/conversation/language-talk.ts';
import type { Intent, Meaning } from '#domain/conversation/meaning.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

/** A made-up language: an entry in the list, a folder of sentences, and a service in its words. Gujarati letters are its own. */
const entry: InstalledLanguage = {
  code: 'qaa',
  name: 'સંદેશી',
  calledBy: ['sandeshi', 'સંદેશી'],
  script: 'Gujr',
  direction: 'ltr',
  fallback: ['hi', 'en'],
  isComplete: false,
  words: { હોવે: 'हाँ', જનમકાગળ: 'जन्म प्रमाण पत्र', કરાવું: 'बनवाना' },
};
const sentences = {
  'locales/qaa/talk.json': { talk: { welcome: 'આવો, શું કામ છે?' } },
  'services/mcd/birth-certificate/qaa.json': { menu: 'જનમકાગળ', intro: 'જનમકાગળ મફત છે।' },
};

let folder: string;
let installed: readonly InstalledLanguage[];
let translator: ReturnType<typeof openTranslator>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'languages-'));
  const config = new URL('../../config/', import.meta.url);
  for (const part of ['locales', 'services'])
    await cp(new URL(part, config), join(folder, part), {
      recursive: true,
      filter: (file) => !/\.(ts|csv|md)$/.test(file),
    });
  const list: unknown[] = JSON.parse(await readFile(new URL('languages.json', config), 'utf8'));
  await writeFile(join(folder, 'languages.json'), JSON.stringify([...list, entry]));
  await mkdir(join(folder, 'locales', 'qaa'));
  for (const [file, texts] of Object.entries(sentences)) await writeFile(join(folder, file), JSON.stringify(texts));
  installed = JSON.parse(await readFile(join(folder, 'languages.json'), 'utf8'));
  translator = openTranslator(await loadTexts(installed, pathToFileURL(`${folder}/`)), installed);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const catalogue = catalogueOf(services, 'notice');
const surely = (intent: Intent, language = 'qaa'): Meaning => ({
  intent,
  band: 'act',
  confidence: 1,
  alternatives: [],
  language,
});
/** One turn of a talk in which the made-up language is installed. */
const turn = (conversation: Conversation, content: InboundContent, meaning?: Meaning) =>
  nextTurn(
    conversation,
    { type: 'heard', content },
    {
      now: '2026-11-25T06:00:00.000Z',
      catalogue,
      languages: installed,
      freshId: 'id',
      mostMegabytes: 5,
      words: (key) => translator.of(key),
      ...(meaning && { meaning }),
    },
  );
const text = (written: string): InboundContent => ({ type: 'text', text: written });
const said = ({ replies, conversation }: ReturnType<typeof turn>): string =>
  replies.map((each) => translator.say(each.text, conversation.language)).join('\n');

describe('a language that was added as data alone', () => {
  it('is offered by its own name, and spoken once it is chosen', () => {
    const wish = surely({ type: 'general', general: 'language' }, 'hi');
    const asked = turn(freshConversation('hi'), text('भाषा'), wish);
    const offered = asked.replies.flatMap(({ choices = [] }) => choices).find(({ id }) => id === 'language/qaa');
    expect(offered && translator.say(offered.label, 'hi')).toBe('સંદેશી');
    expect(turn(asked.conversation, { type: 'choice', id: 'language/qaa' }).conversation.language).toBe('qaa');
    expect(turn(freshConversation('hi'), text('sandeshi me baat karo'), wish).conversation.language).toBe('qaa');
  });

  it('says its own sentences, and every other one in Hindi', () => {
    const greeted = turn(freshConversation('hi'), text('કેમ'), surely({ type: 'general', general: 'greet' }));
    expect(said(greeted)).toContain('આવો, શું કામ છે?');
    const wanted = { type: 'service', service: 'birth-certificate', act: 'apply' } as const;
    const begun = turn(greeted.conversation, text('જનમકાગળ'), surely(wanted));
    expect(said(begun)).toContain('જનમકાગળ મફત છે।');
    expect(said(begun)).toMatch(/[\u0900-\u097f]{3}/);
    for (const key of ['talk.stale', 'services.birth-certificate.questions.child_dob.ask'])
      expect(translator.say(phrase(key), 'qaa')).toBe(translator.say(phrase(key), 'hi'));
  });

  it('is understood by its words, and known by its letters', async () => {
    expect(inHindi('હોવે', installed)).toBe('हाँ');
    const engine = openLanguageEngine(await loadLanguageModel(), { languages: installed });
    expect(engine.understand('જનમકાગળ કરાવું')).toMatchObject({
      intent: { type: 'service', service: 'birth-certificate' },
      band: 'act',
      language: 'qaa',
    });
  });
});

describe('a language', () => {
  it.each([
    ['mujhse punjabi me baat karo', 'pa'],
    ['ਪੰਜਾਬੀ', 'pa'],
    ['اردو میں بات کریں', 'ur'],
    ['speak english', 'en'],
    ['hinglish me likho', 'hi-Latn'],
    ['हिन्दी में', 'hi'],
    ['kuch aur', undefined],
  ])('is found by what people call it: %j', (text, code) => {
    expect(languageNamedIn(text, languages)).toBe(code);
  });

  it.each([
    ['ਹਾਂਜੀ', 'हाँ जी'],
    ['ہاں', 'हाँ'],
    ['फीस کتنی ہے', 'फीस कितनी है'],
    ['Sector 7, ਰੋਹਿਣੀ', 'Sector 7, ਰੋਹਿਣੀ'],
    ['haan', 'haan'],
    ['ਕਿਸੇ ਨਾਲ ਗੱਲ ਕਰਾਓ', 'किसी से बात कराओ'],
    ['كتني فيس', 'कितनी फीस'],
    ['ਗਲਤ ਹੈ', 'गलत है'],
  ])('lends its common words to Hindi, to be understood by: %j', (text, hindi) => {
    expect(inHindi(text, languages)).toBe(hindi);
  });

  it('is followed when it is written in a script of its own', () => {
    const talk = new SimulatedTalk('hi', '2026-11-25T06:00:00.000Z');
    talk.hear(
      { type: 'heard', content: { type: 'text', text: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ' } },
      { intent: { type: 'general', general: 'greet' }, band: 'act', confidence: 1, alternatives: [], language: 'pa' },
    );
    expect(talk.conversation.language).toBe('pa');
  });
});
