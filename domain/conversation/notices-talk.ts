import { command } from './commands.ts';
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
  turn.say('notices.resumed');
}
