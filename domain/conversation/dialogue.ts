import { hearBill } from './bill-talk.ts';
import { inBubbles } from './bubbles.ts';
import type { Conversation } from './conversation.ts';
import type { Outcome, TalkEvent } from './event.ts';
import { hearFilled } from './filled-talk.ts';
import { hearCitizen } from './hearing.ts';
import { hearLink } from './link-talk.ts';
import { hearOutcome } from './outcome-talk.ts';
import { hearPaper } from './paper-talk.ts';
import { hearOfficer } from './person-talk.ts';
import { linesOf } from './remembering.ts';
import { hearTimer, keepReminder } from './reminder-talk.ts';
import { sayNothingThrice } from './repeating.ts';
import { hearApplication, hearPayment } from './standing-talk.ts';
import { type Turn, type TurnContext, TurnInHand } from './turn.ts';
import { hearTranscript, textIn } from './voice-talk.ts';

/**
 * The next turn of a talk: where it then stands, what is said, and what is wished for.
 * Pure: the same conversation, event and context give the same turn. Never throws on anything a citizen can send.
 */
export function nextTurn(conversation: Conversation, event: TalkEvent | Outcome, context: TurnContext): Turn {
  const turn = new TurnInHand(conversation, context);
  hear(turn, event);
  if (event.type === 'heard') keepReminder(turn);
  // An officer may say the same as often as he likes.
  if (event.type !== 'officer-said') sayNothingThrice(turn);
  // What was heard in a note is remembered once the citizen has said that it is right.
  const said =
    event.type === 'transcribed' ? [] : linesOf(turn, conversation, event, textIn(conversation, event, context.words));
  const { replies, ...rest } = turn.result(said);
  return { ...rest, replies: replies.flatMap(inBubbles) };
}

function hear(turn: TurnInHand, event: TalkEvent | Outcome): void {
  switch (event.type) {
    case 'heard':
      return hearCitizen(turn, event.content);
    case 'paper-read':
    case 'paper-lost':
      return hearPaper(turn, event);
    case 'bill':
    case 'no-bill':
    case 'bill-source-down':
      return hearBill(turn, event);
    case 'payment-link':
    case 'gateway-down':
    case 'payment':
      return hearPayment(turn, event);
    case 'query-raised':
    case 'rejected':
    case 'filed':
    case 'resolved':
    case 'news':
    case 'document-issued':
      return hearApplication(turn, event);
    case 'joined':
    case 'resumed':
    case 'not-joined':
      return hearLink(turn, event);
    case 'officer-joined':
    case 'officer-said':
    case 'officer-left':
      return hearOfficer(turn, event);
    case 'transcribed':
    case 'not-transcribed':
      return hearTranscript(turn, event);
    case 'filled':
      return hearFilled(turn, event);
    case 'timer':
      return hearTimer(turn, event.token);
    default:
      return hearOutcome(turn, event);
  }
}
