import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { phrase } from '../shared/phrase.ts';
import type { Form } from './conversation.ts';
import type { FilledEvent } from './event.ts';
import { filledWith } from './filling.ts';
import { goOn } from './form.ts';
import { hearStale } from './menu-talk.ts';
import type { TurnInHand } from './turn.ts';

/** A screen of a form has come: its answers are kept, and nothing is said while the citizen is still at it. */
export function hearFilled(turn: TurnInHand, event: FilledEvent): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what === 'consent' || form.applicationId !== event.applicationId) return;
  const filled = withoutOldBill(service, form, filledWith(service, form, event, turn.today));
  turn.change({ form: filled });
  const { asking } = filled;
  if (asking.what === 'question' && Object.hasOwn(event.answers, asking.question)) {
    turn.changeForm({ asking: { ...asking, isToldBeside: true } });
  }
  // What he is to affirm is no longer what was shown.
  const isAffirmed = asking.what === 'summary' || asking.what === 'bill-confirmation';
  if (isAffirmed && !isSame(form, filled)) turn.changeForm({ asking: { ...asking, isToldBeside: true } });
}

const isSame = (before: Form, after: Form): boolean => toldIn(before) === toldIn(after);
const toldIn = ({ answers, sent }: Form): string => JSON.stringify([answers, sent]);

/** A bill belongs to the account for which it was asked. */
function withoutOldBill({ dues }: ServiceDefinition, before: Form, { bill, ...filled }: Form): Form {
  const isOld = dues !== undefined && before.answers[dues.account] !== filled.answers[dues.account];
  return bill && !isOld ? { ...filled, bill } : filled;
}

/** The citizen is done with the form: the talk goes on with what is still open, or with the summary. */
export function hearAllFilled(turn: TurnInHand, applicationId: string): void {
  if (turn.conversation.form?.applicationId !== applicationId) return hearStale(turn);
  goOn(turn, phrase('form.filled'));
}
