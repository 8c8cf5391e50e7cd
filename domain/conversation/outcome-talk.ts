import { serviceKey } from '../catalogue/catalogue.ts';
import { holds } from '../catalogue/rule.ts';
import { isZero } from '../shared/money.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { changeBooking } from './booking-talk.ts';
import { command } from './commands.ts';
import { draftChoice } from './drafts.ts';
import type { Outcome } from './event.ts';
import { sayLink } from './link-talk.ts';
import { hearHandedOver, hearPassedOn } from './person-talk.ts';
import { hearRecalled } from './reuse-talk.ts';
import { hearHeld, hearSlotGone, hearSlots } from './slot-talk.ts';
import { sayStandings, standingValues } from './standing-talk.ts';
import { choice, type TurnInHand } from './turn.ts';
import type { Wish } from './wish.ts';

// What is said when a wish came true; the others show in what follows.
const SAID: Readonly<Partial<Record<Wish['type'], string>>> = {
  'answer-query': 'query.sent',
  'confirm-resolved': 'complaint.closed',
  reopen: 'complaint.reopened',
  appeal: 'appeal.sent',
  'move-booking': 'booking.moved',
  'withdraw-application': 'application.withdrawn',
  'cancel-booking': 'booking.cancelled',
  'withdraw-consent': 'consent.withdrawn',
  erase: 'data.erased',
  'ask-payment': 'payment.linkComes',
};

/** What became of a wish, in the same turn. */
export function hearOutcome(turn: TurnInHand, outcome: Outcome): void {
  switch (outcome.type) {
    case 'submitted':
      return hearSubmitted(turn, outcome);
    case 'tracked':
      return outcome.bookingChange
        ? changeBooking(turn, outcome.applications, outcome.bookingChange)
        : sayStandings(turn, outcome.applications);
    case 'slots':
      return hearSlots(turn, outcome);
    case 'held':
      return hearHeld(turn, outcome);
    case 'recalled':
      return hearRecalled(turn, outcome);
    case 'handed-over':
      return hearHandedOver(turn, outcome);
    case 'passed-on':
      return hearPassedOn(turn, outcome);
    case 'linked':
      return sayLink(turn, outcome);
    case 'done': {
      if (outcome.wish === 'move-booking') turn.forget('slots');
      const key = SAID[outcome.wish];
      if (!key) return;
      // What was open before goes on after it.
      return turn.conversation.form ? askAgain(turn, phrase(key)) : turn.say(key);
    }
    case 'refused': {
      if (outcome.key === 'booking.slotTaken') return hearSlotGone(turn, outcome);
      if (OFFERS_SECOND.has(outcome.key) && turn.conversation.form) return offerSecond(turn, outcome);
      if (turn.conversation.form) return askAgain(turn, phrase(outcome.key, outcome.details));
      return turn.say(phrase(outcome.key, outcome.details), {
        choices: [choice(command.mine, 'menu.mine'), choice(command.human, 'talk.person')],
      });
    }
  }
}

const SUBMITTED: Readonly<Record<string, string>> = {
  complaint: 'complaint.registered',
  booking: 'booking.confirmed',
};

const FEE_DUE: Readonly<Record<string, string>> = { payment: 'payment.begun', booking: 'booking.feeDue' };

/** It has its number. Where a fee is due, the link follows as soon as the gateway has made one. */
function hearSubmitted(turn: TurnInHand, { application, fee }: Extract<Outcome, { type: 'submitted' }>): void {
  const notices = noticesFor(turn);
  turn.endForm();
  turn.change({ hasFiled: true });
  const values = standingValues(application);
  if (isZero(fee)) {
    return turn.say(lines(phrase(SUBMITTED[application.kind] ?? 'application.submitted', values), ...notices), {
      choices: [choice(command.mine, 'menu.mine'), ...draftChoice(turn)],
    });
  }
  turn.say(
    lines(phrase(FEE_DUE[application.kind] ?? 'application.feeDue', { ...values, amount: { money: fee } }), ...notices),
  );
}

/** What the service has to say to who filed just this. */
function noticesFor(turn: TurnInHand): readonly Phrase[] {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return [];
  const facts = turn.facts(service, form.answers);
  return (service.notices ?? [])
    .filter(({ when }) => when === undefined || holds(when, facts, turn.today) === true)
    .map(({ id }) => phrase(serviceKey.notice(service.id, id)));
}

const OFFERS_SECOND: ReadonlySet<string> = new Set(['application.duplicate', 'application.duplicateOfAnother']);

/** There is one already: a second is filed only if he means it and says why. Another citizen's number is not told. */
function offerSecond(turn: TurnInHand, { key, details }: Extract<Outcome, { type: 'refused' }>): void {
  turn.say(phrase(key, details), {
    choices: [
      choice(command.formSecond('another'), 'application.secondAnother'),
      choice(command.formSecond('copy'), 'application.secondCopy'),
      choice(command.formSecond('mistake'), 'application.secondMistake'),
      choice(command.mine, 'menu.mine'),
      choice(command.formCancel, 'form.cancel'),
    ],
  });
}
