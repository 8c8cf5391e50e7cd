import { openQuestions } from '../catalogue/questions.ts';
import type { Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { plusHours } from '../shared/time.ts';
import type { Form } from './conversation.ts';
import type { FormOffer } from './message.ts';
import type { TurnInHand } from './turn.ts';

/** Where fewer questions are open, opening a form takes longer than answering them. */
const WORTH_A_FORM = 3;

/** How long a form can be opened: as long as the provider lets us answer freely, so that nobody is left in one that is over. */
export const FORM_HOURS = 24;

/**
 * The channel's own form, where it has one: shown at the beginning, again when that one can no longer be opened, and with every question whose answer had better
 * not stand in the chat. Whoever overlooks it simply answers.
 */
export function formOffer(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  question?: Question,
): { form?: FormOffer } {
  if (!turn.context.hasForm?.(service.id)) return {};
  if (!question?.sensitive && (isStillOpen(turn, form) || !isLong(turn, service, form))) return {};
  turn.changeForm({ offeredAsFormAt: turn.context.now });
  return { form: { applicationId: form.applicationId, serviceId: service.id, version: service.version } };
}

const isStillOpen = ({ context: { now } }: TurnInHand, { offeredAsFormAt }: Form): boolean =>
  offeredAsFormAt !== undefined && plusHours(offeredAsFormAt, FORM_HOURS) >= now;

const isLong = (turn: TurnInHand, service: ServiceDefinition, { answers }: Form): boolean =>
  openQuestions(service, answers, turn.today, turn.more(service, answers)).filter(({ quiet }) => !quiet).length >=
  WORTH_A_FORM;
