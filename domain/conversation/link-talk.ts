import type { Language } from '../shared/language.ts';
import { lines, phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { LinkEvent, Outcome } from './event.ts';
import { welcome } from './menu-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The talk goes on where the code came from, at the question that was open. */
export function hearLink(turn: TurnInHand, event: LinkEvent): void {
  if (event.type === 'resumed') return resume(turn, event.language);
  const said = event.type === 'joined' ? phrase('link.joined') : phrase(event.key);
  if (turn.conversation.form) return askAgain(turn, said, true);
  turn.say(said, { choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')] });
}

function resume(turn: TurnInHand, language: Language): void {
  turn.change({ language, languageChosen: true });
  if (turn.conversation.form) return askAgain(turn, phrase('link.joined'), true);
  welcome(turn);
}

export function sayLink(turn: TurnInHand, { code, minutes }: Extract<Outcome, { type: 'linked' }>): void {
  // On a line of its own, so that it can be copied and read out.
  turn.say(lines(phrase('link.code', { minutes }), phrase('link.codeAlone', { code })));
}
