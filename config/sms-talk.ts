import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { RegisteredText } from '#adapters/channels/http-sms/index.ts';
import type { DltCategory } from '#domain/notification/dlt-template.ts';
import type { Language } from '#domain/shared/language.ts';
import { readCsv } from './language/csv.ts';
import { languages } from './languages.ts';
import { loadTexts, type Texts } from './load-texts.ts';
import { smsSentences } from './sms-sentences.ts';
import about from './templates/sms-talk.json' with { type: 'json' };

/** What all texts of the talk are registered as. */
export const talkAbout = about as typeof about & { readonly category: DltCategory };

/** A text of the talk as it is registered, named by the first sentence that says it. */
export interface TalkText {
  readonly name: string;
  readonly id: string;
  readonly text: string;
}

/** Written by `npm run templates -- --ids`, once an operator has registered the texts of a language. */
export const talkFile = (language: Language): URL => new URL(`templates/sms-talk/${language}.csv`, import.meta.url);

export const isTalkRegistered = (language: Language): boolean => existsSync(talkFile(language));

const registeredIn = (language: Language): readonly TalkText[] | undefined => {
  if (!isTalkRegistered(language)) return undefined;
  return readCsv(readFileSync(talkFile(language), 'utf8')).map(({ name = '', id = '', text = '' }) => ({
    name,
    id,
    text,
  }));
};

/** Nobody has it, and a text has always the same. */
const madeUpId = (text: string, language: Language): string => {
  const digits =
    BigInt(`0x${createHash('sha256').update(`${language} ${text}`).digest('hex').slice(0, 16)}`) % 10n ** 15n;
  return `1107${String(digits).padStart(15, '0')}`;
};

const texts = await loadTexts();
const draftsIn = (language: Language): readonly TalkText[] =>
  smsSentences(texts[language] ?? {}).map((each) => ({ ...each, id: madeUpId(each.text, language) }));
const isAnyRegistered = languages.some(({ code }) => isTalkRegistered(code));

/**
 * The texts of the talk that are registered, by language. Where none are yet they are what would be handed in, under ids
 * that are made up: so a demonstration goes as it will, and a sentence can be changed without anything else.
 */
export const talkTexts: Readonly<Record<Language, readonly TalkText[]>> = Object.fromEntries(
  languages.map(({ code }) => [code, registeredIn(code) ?? (isAnyRegistered ? [] : draftsIn(code))]),
);

export const registeredTalk: readonly RegisteredText[] = Object.values(talkTexts)
  .flat()
  .map(({ id, text }) => ({ id, text, header: about.header }));

/** For each language what is said and not registered, in words for whoever has to put it right. */
export const talkGaps = (said: Readonly<Record<Language, Texts>>): readonly string[] =>
  languages.flatMap(({ code }) => {
    const registered = new Set(talkTexts[code]?.map(({ text }) => text));
    const missing = smsSentences(said[code] ?? {}).filter(({ text }) => !registered.has(text));
    const [first] = missing;
    return first ? [`${missing.length} texts of the talk in ${code} are not registered, such as ${first.name}`] : [];
  });
