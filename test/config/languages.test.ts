import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openTranslator } from '#adapters/translation/i18next/index.ts';
import { languages } from '#config/languages.ts';
import { loadTexts } from '#config/load-texts.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import { inHindi, languageNamedIn } from '#domain/conversation/language-talk.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const maithili: InstalledLanguage = {
  code: 'mai',
  name: 'मैथिली',
  calledBy: ['maithili', 'मैथिली'],
  script: 'Deva',
  direction: 'ltr',
  fallback: ['hi', 'en'],
  isComplete: false,
};

let folder: string | undefined;
afterEach(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe('a language', () => {
  it('is added by an entry and a folder of sentences, and what it does not say is said in Hindi', async () => {
    folder = await mkdtemp(join(tmpdir(), 'languages-'));
    await mkdir(join(folder, 'locales', 'mai'), { recursive: true });
    await writeFile(
      join(folder, 'locales', 'mai', 'talk.json'),
      JSON.stringify({ talk: { welcome: 'प्रणाम। अहाँ के की काज अछि?' } }),
    );
    const installed = [...languages, maithili];
    const texts = {
      ...(await loadTexts()),
      ...(await loadTexts([maithili], pathToFileURL(`${folder}/`))),
    };
    const translator = openTranslator(texts, installed);
    const chosen = nextTurn(
      freshConversation('hi'),
      { type: 'heard', content: { type: 'choice', id: 'language/mai' } },
      {
        now: '2026-11-25T06:00:00.000Z',
        catalogue: catalogueOf([], 'notice'),
        languages: installed,
        freshId: 'id',
        words: (key) => translator.of(key),
      },
    );
    expect(chosen.conversation.language).toBe('mai');
    expect(translator.say(phrase('talk.welcome'), 'mai')).toBe('प्रणाम। अहाँ के की काज अछि?');
    expect(translator.say(phrase('talk.stale'), 'mai')).toBe(translator.say(phrase('talk.stale'), 'hi'));
  });

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
