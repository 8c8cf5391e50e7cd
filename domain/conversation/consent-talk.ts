import { readYesNo } from '../answers/yes-no.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { afterConsent } from './form.ts';
import { serviceValues } from './showing.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A typed yes or no to the consent notice. */
export function hearInConsent(turn: TurnInHand, text: string): boolean {
  if (turn.conversation.form?.asking.what !== 'consent') return false;
  const answer = readYesNo(text);
  if (answer === undefined) return false;
  if (answer) giveConsent(turn);
  else refuseConsent(turn);
  return true;
}

export function giveConsent(turn: TurnInHand): void {
  const { form, consents, language } = turn.conversation;
  if (form?.asking.what !== 'consent') return askAgain(turn);
  const { noticeVersion } = turn.context.catalogue;
  turn.change({ consents: { ...consents, [form.serviceId]: noticeVersion } });
  turn.wish({ type: 'give-consent', purpose: form.serviceId, noticeVersion, language });
  afterConsent(turn);
}

/** Nothing was asked and nothing is kept. */
export function refuseConsent(turn: TurnInHand): void {
  turn.endForm();
  turn.say('consent.refused', {
    choices: [choice(command.services, 'menu.services'), choice(command.human, 'talk.person')],
  });
}

/** How the data are kept; then the same question again. */
export function explainConsent(turn: TurnInHand): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  turn.say(service ? phrase('consent.howKept', serviceValues(service)) : phrase('consent.howKeptAll'), {
    choices: form
      ? [choice(command.consentGive, 'consent.give'), choice(command.consentRefuse, 'consent.refuse')]
      : [choice(command.services, 'menu.services')],
  });
}
