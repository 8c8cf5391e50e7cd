import { phrase } from '../shared/phrase.ts';
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
  const filled = filledWith(service, form, event, turn.today);
  const { asking } = filled;
  const isTold = asking.what === 'question' && Object.hasOwn(event.answers, asking.question);
  turn.change({ form: isTold ? { ...filled, asking: { ...asking, isToldBeside: true } } : filled });
}

/** The citizen is done with the form: the talk goes on with what is still open, or with the summary. */
export function hearAllFilled(turn: TurnInHand, applicationId: string): void {
  if (turn.conversation.form?.applicationId !== applicationId) return hearStale(turn);
  goOn(turn, phrase('form.filled'));
}
