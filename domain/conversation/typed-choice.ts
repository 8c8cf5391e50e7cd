import { pickOption } from '../answers/pick-option.ts';
import type { TurnInHand } from './turn.ts';

/** Which of the choices offered last a typed text means: its number, or its words in any language. */
export function tapMeantBy(turn: TurnInHand, text: string): string | undefined {
  const { offered, form } = turn.conversation;
  if (!offered || offered.length === 0) return undefined;
  const options = offered.map(({ id, key }) => ({ value: id, labels: turn.context.words(key) }));
  const picked = pickOption(text, options);
  if (picked === undefined) return undefined;
  // "2" may be the answer itself where a number or a date is asked for.
  return /^\p{N}+$/u.test(text) && form?.asking.what === 'question' && wantsDigits(turn) ? undefined : picked;
}

function wantsDigits(turn: TurnInHand): boolean {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'question' || form.asking.unsure !== undefined) return false;
  const { question } = form.asking;
  const type = turn.context.catalogue.find(form.serviceId)?.questions.find(({ id }) => id === question)?.type;
  return type !== undefined && ['number', 'money', 'date', 'phone', 'id-number', 'account-number'].includes(type);
}
