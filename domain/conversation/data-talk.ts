import { command } from './commands.ts';
import { hearStale } from './menu-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** How the data are kept, and the two rights over them: to take consent back, and to be forgotten. */
export function explainData(turn: TurnInHand): void {
  turn.say('consent.howKeptAll', {
    choices: [
      choice(command.dataWithdraw, 'data.withdraw'),
      choice(command.dataErase, 'data.erase'),
      choice(command.services, 'menu.services'),
    ],
  });
}

/** A tap on one of them. Both are asked once more, because they cannot be undone. */
export function hearData(turn: TurnInHand, what: string): void {
  switch (what) {
    case 'withdraw':
      return turn.say('data.withdrawSure', {
        choices: [choice(command.dataWithdrawYes, 'data.withdrawYes'), choice(command.start, 'data.leave')],
      });
    case 'erase':
      return turn.say('data.eraseSure', {
        choices: [choice(command.dataEraseYes, 'data.eraseYes'), choice(command.start, 'data.leave')],
      });
    case 'withdraw-yes':
      turn.endForm();
      turn.change({ consents: {} });
      turn.forget('drafts');
      return turn.wish({ type: 'withdraw-consent' });
    case 'erase-yes':
      return turn.wish({ type: 'erase' });
    case 'about':
      return explainData(turn);
    default:
      return hearStale(turn);
  }
}
