import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { type NewsChannel, newsChannels } from './conversation.ts';
import type { Choice } from './message.ts';
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
