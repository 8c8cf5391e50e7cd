import { serviceKey } from '../catalogue/catalogue.ts';
import { lines, type Phrase, type PhraseValue, type PhraseValues, phrase, verbatim } from '../shared/phrase.ts';
import { dayOf } from '../shared/time.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { ApplicationEvent, MoneyBack, PaymentEvent, Standing } from './event.ts';
import type { Choice, OrderUpdate, OutboundMessage } from './message.ts';
import { offerNumber } from './number-offer.ts';
import { choice, type TurnInHand } from './turn.ts';

type OutcomeOfPayment = Extract<PaymentEvent, { type: 'payment' }>;

/** News of a payment. */
export function hearPayment(turn: TurnInHand, event: PaymentEvent): void {
  const again = [choice(command.pay(event.applicationId), 'payment.tryAgain'), choice(command.human, 'talk.person')];
  switch (event.type) {
    case 'payment-link':
      return turn.say(phrase('payment.link', { amount: { money: event.amount } }), {
        link: { label: phrase('payment.pay'), url: event.url },
        order: {
          paymentId: event.paymentId,
          amount: event.amount,
          item: phrase('payment.orderItem'),
          ...(event.expiresAt && { expiresAt: event.expiresAt }),
        },
      });
    case 'gateway-down':
      return turn.say('payment.gatewayDown', { choices: again });
    case 'payment':
      return hearOutcomeOfPayment(turn, event, again);
  }
}

function hearOutcomeOfPayment(turn: TurnInHand, event: OutcomeOfPayment, again: Choice[]): void {
  const { outcome } = event;
  const values = { amount: { money: event.amount } };
  const update = orderUpdate(event);
  if (outcome === 'failed') return turn.say(phrase('payment.failed', values), { choices: again });
  if (outcome === 'pending') return turn.say(phrase('payment.pending', values), update);
  if (outcome === 'cancelled') return turn.say(phrase('payment.cancelled', values), update);
  if (outcome === 'mismatched') return turn.say('payment.wrongCurrency', { ...update, choices: again });
  if (outcome === 'to-be-refunded' && event.reason === 'wrong-amount')
    return turn.say(moneyBack(event), { ...update, choices: again });
  if (outcome !== 'paid') return turn.say(moneyBack(event), update);
  turn.say(phrase('payment.paid', values), update);
}

/** One that failed can be paid as it stands; of one that is paid back later the order was done before. */
const ORDERS: Readonly<Partial<Record<OutcomeOfPayment['outcome'], OrderUpdate['status']>>> = {
  pending: 'processing',
  paid: 'completed',
  cancelled: 'canceled',
  mismatched: 'canceled',
  'to-be-refunded': 'canceled',
};

function orderUpdate({
  orderFor,
  outcome,
  amount,
  due = amount,
}: OutcomeOfPayment): Pick<OutboundMessage, 'orderUpdate'> {
  const status = ORDERS[outcome];
  return orderFor === undefined || !status ? {} : { orderUpdate: { paymentId: orderFor, amount: due, status } };
}

const WHY_BACK: Readonly<Record<string, string>> = {
  'wrong-amount': 'payment.wrongAmount',
  'already-paid': 'payment.paidTwice',
};

/** Where money stands that goes back to the citizen. */
function moneyBack({ outcome, amount, due = amount, reason, refundDays = 0, bankReference }: OutcomeOfPayment): Phrase {
  const values = { amount: { money: amount }, due: { money: due }, days: refundDays };
  if (outcome === 'refund-delayed') return phrase('payment.refundDelayed', values);
  if (outcome === 'returned') return phrase('payment.returned', values);
  if (outcome === 'to-be-refunded') return phrase(WHY_BACK[reason ?? ''] ?? 'payment.toBeRefunded', values);
  const refunded = phrase('payment.refunded', values);
  return bankReference ? lines(refunded, phrase('payment.refundReference', { bankReference })) : refunded;
}

/** News of a service application: from its officer, or from the platform. */
export function hearApplication(turn: TurnInHand, event: ApplicationEvent): void {
  const { application } = event;
  const values = standingValues(application);
  switch (event.type) {
    case 'filed':
      return turn.say(phrase('application.filed', values), { choices: [choice(command.mine, 'menu.mine')] });
    case 'query-raised':
      turn.change({
        query: {
          applicationId: application.id,
          acknowledgementNumber: application.acknowledgementNumber,
          question: event.question,
          isAsked: turn.conversation.form === undefined,
          papers: [],
        },
      });
      return turn.say(queryRaised(turn, values, event.question), {
        ...(turn.conversation.form && { choices: [choice(command.queryAnswer(application.id), 'query.answerNow')] }),
      });
    case 'rejected':
      return turn.say(phrase('application.rejected', { ...values, reason: { phrase: verbatim(event.reason) } }), {
        choices: [
          choice(command.apply(application.serviceId), 'application.applyAgain'),
          ...(application.mayAppeal ? [choice(command.appeal(application.id), 'appeal.begin')] : []),
          choice(command.human, 'talk.person'),
        ],
      });
    case 'resolved':
      return turn.say(phrase('complaint.resolved', { ...values, note: { phrase: verbatim(event.note) } }), {
        choices: [
          choice(command.done(application.id), 'complaint.isDone'),
          choice(command.reopen(application.id), 'complaint.notDone'),
        ],
        ...(event.photo && {
          document: {
            id: event.photo.documentId,
            fileName: phrase('document.photo', { number: application.acknowledgementNumber }),
            link: event.photo.link,
          },
        }),
      });
    case 'news':
      return sayNews(turn, event);
    case 'document-issued':
      return turn.say(
        phrase(issuedKey(event), {
          ...values,
          number: event.number,
          link: event.verifyUrl,
        }),
        {
          document: {
            id: event.documentId,
            fileName: phrase(`document.${event.kind}`, { number: event.number }),
            link: event.link,
          },
        },
      );
  }
}

const issuedKey = ({ kind, application }: Extract<ApplicationEvent, { type: 'document-issued' }>): string => {
  if (kind === 'receipt') return 'payment.receipt';
  return application.slot ? 'booking.slip' : 'application.issued';
};

/** With a form open, the next words belong to the form; else they are the answer. */
function queryRaised(turn: TurnInHand, values: PhraseValues, question: string): Phrase {
  const raised = phrase('query.raised', { ...values, question: { phrase: verbatim(question) } });
  return turn.conversation.form ? raised : lines(raised, phrase('query.answerHere'));
}

/** Anything else that happened, and what can be done now. */
function sayNews(turn: TurnInHand, { application, news, note }: Extract<ApplicationEvent, { type: 'news' }>): void {
  const values = { ...standingValues(application), note: { phrase: verbatim(note ?? '') } };
  const choices = turn.conversation.form ? [] : actsFor(application).slice(0, 2);
  turn.say(phrase(news, values), { choices: [...choices, choice(command.mine, 'menu.mine')] });
}

/** Where each application stands: whose turn it is, since when, until when. */
export function sayStandings(turn: TurnInHand, applications: readonly Standing[]): void {
  const [newest] = applications;
  const said = newest ? lines(...applications.slice(0, 3).flatMap(standingLines)) : phrase('application.none');
  // In the middle of a form it is an aside: the same question comes back.
  if (turn.conversation.form) return askAgain(turn, said, true);
  turn.say(said, {
    choices: [...(newest ? actsFor(newest).slice(0, 2) : []), choice(command.services, 'menu.services')],
  });
  offerNumber(turn, newest ? 'tracking' : 'elsewhere');
}

/** What the citizen can do about an application as it stands, the likeliest first. */
const actsFor = (application: Standing): readonly Choice[] => {
  const { id, status } = application;
  return [
    ...(application.unpaid ? [choice(command.pay(id), 'payment.payNow')] : []),
    ...(status === 'query-raised' ? [choice(command.queryAnswer(id), 'query.answerNow')] : []),
    ...(status === 'resolved'
      ? [choice(command.done(id), 'complaint.isDone'), choice(command.reopen(id), 'complaint.notDone')]
      : []),
    ...(status === 'issued' || status === 'paid' ? [choice(command.documents(id), 'application.sendAgain')] : []),
    ...(application.mayAppeal ? [choice(command.appeal(id), 'appeal.begin')] : []),
    ...(application.mayMove ? [choice(command.bookingMove(id), 'booking.move')] : []),
    ...(status === 'confirmed' || status === 'held' ? [choice(command.bookingCancel(id), 'booking.cancel')] : []),
    ...(WITHDRAWABLE.has(status) ? [choice(command.withdraw(id), 'application.withdraw')] : []),
  ];
};

// Until an officer has decided.
const WITHDRAWABLE: ReadonlySet<string> = new Set([
  'payment-pending',
  'submitted',
  'under-scrutiny',
  'field-verification',
  'appointment-needed',
  'pending-approval',
  'query-raised',
  'query-answered',
  'registered',
  'assigned',
]);

/** The step's own days are told where they end before the whole promise does; a delay, with what it is worth. */
const standingLines = (application: Standing): readonly Phrase[] => {
  const { status, stepDueOn, dueOn, compensation, refunds = [] } = application;
  return [
    phrase(`standing.${status}`, standingValues(application)),
    ...(stepDueOn && stepDueOn < dueOn
      ? [phrase('standing.stepDue', { stepDueOn: { date: stepDueOn, withWeekday: true } })]
      : []),
    ...(compensation ? [phrase('standing.compensation', { compensation: { money: compensation } })] : []),
    ...refunds.map(refundLine),
  ];
};

function refundLine({ state, amount, days, on }: MoneyBack): Phrase {
  const values = { amount: { money: amount }, days, on: on ? { date: on } : '' };
  if (state === 'coming') return phrase('standing.refundComing', values);
  return phrase(state === 'delayed' ? 'standing.refundDelayed' : 'standing.refundDone', values);
}

/** A booked time as people say it: the day with its weekday, and the hour. */
export const slotPhrase = (slot: string): PhraseValue => ({
  phrase: phrase('booking.slot', { day: { date: slot.slice(0, 10), withWeekday: true }, time: slot.slice(11, 16) }),
});

export const standingValues = (application: Standing): PhraseValues => ({
  service: { phrase: phrase(serviceKey.name(application.serviceId)) },
  about: application.about ? { phrase: phrase('standing.about', { about: application.about }) } : '',
  acknowledgementNumber: application.acknowledgementNumber,
  dueOn: application.dueBy ? slotPhrase(application.dueBy) : { date: application.dueOn, withWeekday: true },
  since: { date: dayOf(application.since) },
  role: { phrase: phrase(`roles.${application.withRole ?? 'office'}`) },
  amount: application.unpaid ? { money: application.unpaid } : '',
  compensation: application.compensation ? { money: application.compensation } : '',
  slot: application.slot ? slotPhrase(application.slot) : '',
});
