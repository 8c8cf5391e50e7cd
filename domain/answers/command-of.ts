import { editDistance } from './fold.ts';
import { isAnyOf, type Phrases, phrasesFrom, readingsOf } from './phrases.ts';
import { plain } from './plain-text.ts';
import { commandPhrases } from './words/commands.ts';

export type CommandName = keyof typeof commandPhrases;

/** A short phrase that works anywhere, also in the middle of a form; `text` is what was said. */
export interface Command {
  readonly name: CommandName;
  readonly text: string;
}

const names = Object.keys(commandPhrases) as CommandName[];
const phrases: readonly (readonly [CommandName, Phrases])[] = names.map((name) => [
  name,
  phrasesFrom(commandPhrases[name]),
]);

/** Single Latin words of six letters and more that may be mistyped by one letter, such as "cancle". */
const mistypable = names.flatMap((name) =>
  commandPhrases[name].filter((phrase) => /^[a-z]{6,}$/.test(phrase)).map((word) => [word, name] as const),
);

/** The command that a message is, as a whole; an address with "band" in it or a child called Ruk is none. */
export function commandOf(text: string): Command | undefined {
  const readings = readingsOf(text);
  const named = phrases.find(([, list]) => isAnyOf(readings, list));
  if (named) return { name: named[0], text };
  const word = plain(text);
  if (!/^[a-z]{6,}$/.test(word)) return undefined;
  const slip = mistypable.find(([wanted]) => word[0] === wanted[0] && editDistance(word, wanted, 1) <= 1);
  return slip && { name: slip[1], text };
}
