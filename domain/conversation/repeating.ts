import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { OutboundMessage } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A reply may come in so many turns one after the other; then it comes with a person beside it. */
const MOST_TIMES = 2;
/** Buttons beside which a further one has its place; longer lists are left as they are. */
const BUTTONS = 3;

/** Whoever hears the same a third time is not helped by it. What carries a link or a document is news, and stays. */
export function sayNothingThrice(turn: TurnInHand): void {
  if (turn.replies.length === 0) return;
  const before = turn.conversation.said ?? {};
  const said: Record<string, number> = {};
  turn.replies.forEach((reply, at) => {
    const mark = markOf(reply.text);
    const times = (before[mark] ?? 0) + 1;
    if (times <= MOST_TIMES || reply.link || reply.document) said[mark] = times;
    else say(turn, at, withPerson(reply));
  });
  turn.change({ said });
}

function say(turn: TurnInHand, at: number, reply: OutboundMessage): void {
  turn.replies[at] = reply;
  // What is offered now counts the person too, who may be asked for by a number.
  if (reply.choices && turn.replies.slice(at + 1).every(({ choices }) => !choices)) turn.offer(reply.choices);
}

function withPerson({ text, choices = [], ...reply }: OutboundMessage): OutboundMessage {
  const hasPlace = choices.length < BUTTONS && !choices.some(({ id }) => id === command.human);
  const shown = hasPlace ? [...choices, choice(command.human, 'talk.person')] : choices;
  return { ...reply, text: lines(phrase('talk.again'), text), ...(shown.length > 0 && { choices: shown }) };
}

/** A short mark by which a text is known again (FNV-1a); the text itself need not be kept. */
function markOf(text: Phrase): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(text)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
