import { phrase } from '../shared/phrase.ts';
import { asksFreeText } from './asides.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { choice, type TurnInHand } from './turn.ts';

/** After so many insults running nothing is asked any more: who wants, writes again. */
const PATIENCE = 3;

/**
 * An insult without a request is met calmly: once with a word, then with a person, then with a pause. Whoever describes
 * what was done to him may use what words he likes. Returns whether it was one.
 */
export function hearInsult(turn: TurnInHand): boolean {
  const { meaning } = turn.context;
  const { rude = 0, query, form } = turn.conversation;
  if (!meaning?.isRude) {
    if (rude > 0) turn.change({ rude: 0 });
    return false;
  }
  const asksSomething = meaning.band === 'act' && meaning.intent.type !== 'out-of-scope';
  if (asksSomething || query?.isAsked || asksFreeText(turn)) return false;
  turn.change({ rude: rude + 1 });
  if (rude + 1 >= PATIENCE) turn.say('calm.pause', { choices: [choice(command.human, 'talk.person')] });
  else if (rude > 0) turn.say('calm.person', { choices: [choice(command.human, 'talk.person')] });
  else if (form) askAgain(turn, phrase('calm.first'), true);
  else
    turn.say('calm.first', {
      choices: [choice(command.services, 'menu.services'), choice(command.human, 'talk.person')],
    });
  return true;
}
