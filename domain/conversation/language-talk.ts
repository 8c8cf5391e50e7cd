import { wordsOf } from '../answers/plain-text.ts';
import type { InstalledLanguage, Language } from '../shared/language.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { welcome } from './menu-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The citizen has said which language he wants; the talk stays where it was. */
export function chooseLanguage(turn: TurnInHand, language: Language): void {
  const { optIn, languageChosen } = turn.conversation;
  turn.change({ language, languageChosen: true });
  // Who rang, and answers now, hears for the first time what he can do here.
  if (!turn.conversation.form && !languageChosen && optIn?.source === 'missed-call') return welcome(turn);
  if (turn.conversation.form) return askAgain(turn, { key: 'language.changed' });
  turn.say('language.changed', {
    choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')],
  });
}

/** The name of a language stands in that language, whatever the talk is in. */
export const offerLanguages = (turn: TurnInHand): void => askLanguage(turn, 'language.which');

/** The first that a caller reads: who writes, and in which language it shall go on. */
export const greetCaller = (turn: TurnInHand): void => askLanguage(turn, 'language.greetCaller');

const askLanguage = (turn: TurnInHand, key: string): void =>
  turn.say(key, {
    choices: turn.context.languages.map(({ code }) => choice(command.language(code), `languages.${code}`)),
    listTitle: { key: 'language.list' },
  });

/** The language that a text names, if it names one. People name a language in that language, or in one they know. */
export function languageNamedIn(text: string, languages: readonly InstalledLanguage[]): Language | undefined {
  const said = new Set(wordsOf(text));
  return languages.find(({ calledBy }) => calledBy.some((name) => said.has(wordsOf(name).join(' '))))?.code;
}

/** While languages are offered, one may be named in any language; longer texts are about something. */
export function hearLanguageOffered(turn: TurnInHand, text: string): boolean {
  const isOffered = turn.conversation.offered?.some(({ id }) => id.startsWith(command.language('')));
  if (!isOffered || wordsOf(text).length > MOST_WORDS) return false;
  const language = languageNamedIn(text, turn.context.languages);
  if (language) chooseLanguage(turn, language);
  return language !== undefined;
}

const MOST_WORDS = 3;

/** A message whose common words are put into Hindi, to be understood by; what it says is kept as it was written. */
export function inHindi(text: string, languages: readonly InstalledLanguage[]): string {
  const glossaries = languages.flatMap(({ words }) => (words ? [glossaryOf(words)] : []));
  if (
    glossaries.length === 0 ||
    !/[^\p{Script=Latin}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]/u.test(text)
  )
    return text;
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const asListed = oneSpelling(word);
    return glossaries.map((glossary) => glossary.get(asListed)).find((known) => known !== undefined) ?? word;
  });
}

/** Made once each: they are looked into at every message. */
const spelt = new WeakMap<object, ReadonlyMap<string, string>>();

function glossaryOf(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known = spelt.get(words);
  if (known) return known;
  const made = new Map(Object.entries(words).map(([word, hindi]) => [oneSpelling(word), hindi]));
  spelt.set(words, made);
  return made;
}

/** Keyboards differ in the dots of Gurmukhi letters and in the Arabic or Urdu form of ye, kaf and he; people leave vowel marks out. */
const oneSpelling = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/[\u0a3c\u064b-\u0652]/g, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[هۀ]/g, 'ہ');
