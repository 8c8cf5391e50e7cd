import { wordsOf } from '../answers/plain-text.ts';
import type { InstalledLanguage, Language } from '../shared/language.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The citizen has said which language he wants; the talk stays where it was. */
export function chooseLanguage(turn: TurnInHand, language: Language): void {
  turn.change({ language, languageChosen: true });
  if (turn.conversation.form) return askAgain(turn, { key: 'language.changed' });
  turn.say('language.changed', {
    choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')],
  });
}

/** The name of a language stands in that language, whatever the talk is in. */
export const offerLanguages = (turn: TurnInHand): void =>
  turn.say('language.which', {
    choices: turn.context.languages.map(({ code }) => choice(command.language(code), `languages.${code}`)),
    listTitle: { key: 'language.list' },
  });

/** The language that a text names, if it names one. People name a language in that language, or in one they know. */
export function languageNamedIn(text: string, languages: readonly InstalledLanguage[]): Language | undefined {
  const said = new Set(wordsOf(text));
  return languages.find(({ calledBy }) => calledBy.some((name) => said.has(wordsOf(name).join(' '))))?.code;
}

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
