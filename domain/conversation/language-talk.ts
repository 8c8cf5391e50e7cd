import type { Language } from '../shared/language.ts';
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

export const offerLanguages = (turn: TurnInHand): void =>
  turn.say('language.which', {
    choices: [
      choice(command.language('hi'), 'language.hi'),
      choice(command.language('en'), 'language.en'),
      choice(command.language('hi-Latn'), 'language.hiLatn'),
    ],
  });

// People name a language in that language, or in the one they know.
const NAMES: readonly (readonly [Language, RegExp])[] = [
  ['en', /english|अंग्रेज़?ी|इंग्लिश|angrezi|angreji|inglish/iu],
  ['hi-Latn', /hinglish|हिंग्लिश|roman/iu],
  ['hi', /hindi|हिंदी|हिन्दी/iu],
];

/** The language that a text names, if it names one. */
export const languageNamedIn = (text: string): Language | undefined => NAMES.find(([, name]) => name.test(text))?.[0];
