import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { type NewsChannel, newsChannels } from './conversation.ts';
import type { Choice, InboundContent } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** No message leaves any more that the citizen did not ask for; what he asks is still answered. */
export function stopNotices(turn: TurnInHand): void {
  turn.change({ noticesStopped: true });
  turn.wish({ type: 'stop-notices' });
  turn.say('notices.stopped', { choices: [choice(command.resumeNotices, 'notices.resume')] });
}

export function resumeNotices(turn: TurnInHand): void {
  turn.change({ noticesStopped: false });
  turn.wish({ type: 'resume-notices' });
  turn.say('notices.resumed', { choices: waysBut() });
}

/** Who blocks us where he spoke last wants no more of us, as by STOP; but nothing can be said to him. */
export function hearOfSender(turn: TurnInHand, { what, on }: Extract<InboundContent, { type: 'notice' }>): void {
  if (what === 'unblocked') return hearAgain(turn);
  if (what !== 'blocked') return;
  const { prefers, replyTo, noticesStopped } = turn.conversation;
  if (prefers === on) turn.forget('prefers');
  if (noticesStopped || replyTo?.contactPoint.channel !== on) return;
  turn.change({ noticesStopped: true, shutOut: true });
  turn.wish({ type: 'stop-notices' });
}

/** Who lets us in again, or speaks to us elsewhere, has not said STOP in words: he is told of his affairs as before. */
export function hearAgain(turn: TurnInHand): void {
  if (!turn.conversation.shutOut) return;
  turn.forget('shutOut');
  turn.change({ noticesStopped: false });
  turn.wish({ type: 'resume-notices' });
}

/** "SMS par bhejo": which channel is named in it. */
const NAMES: Readonly<Record<NewsChannel, RegExp>> = {
  whatsapp: /what?s ?app|व्हाट्स|वाट्स/iu,
  sms: /sms|text|एसएमएस/iu,
  telegram: /telegram|टेलीग्राम/iu,
};

export function hearNewsBy(turn: TurnInHand, text: string): void {
  const named = newsChannels.find((channel) => NAMES[channel].test(text));
  if (named) chooseNewsBy(turn, named);
}

/** News come by this channel from now on; answers still go where he speaks. */
export function chooseNewsBy(turn: TurnInHand, channel: NewsChannel): void {
  turn.change({ prefers: channel });
  const said = phrase(`notices.chosen.${channel}`);
  if (turn.conversation.form) askAgain(turn, said);
  else turn.say(said, { choices: waysBut(channel) });
}

const waysBut = (chosen?: NewsChannel): readonly Choice[] =>
  newsChannels
    .filter((channel) => channel !== chosen)
    .map((channel) => choice(command.newsBy(channel), `notices.by.${channel}`));
