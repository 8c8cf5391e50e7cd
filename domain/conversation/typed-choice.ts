import { pickOption } from '../answers/pick-option.ts';
import { understandAnswer } from '../answers/understand-answer.ts';
import { check } from '../catalogue/check-answer.ts';
import type { Question, QuestionType } from '../catalogue/service-definition.ts';
import { questionOf } from './form.ts';
import type { TurnInHand } from './turn.ts';

/** Which of the choices offered last a typed text means: its number, or its words in any language. */
export function tapMeantBy(turn: TurnInHand, text: string): string | undefined {
  const { offered } = turn.conversation;
  if (!offered || offered.length === 0) return undefined;
  const options = offered.map(({ id, key }) => ({ value: id, labels: turn.context.words(key) }));
  const picked = pickOption(text, options);
  if (picked === undefined || completesPicking(turn, picked) || isOfAPage(turn, picked, text)) return undefined;
  // "2" may be the answer itself where a number or a date is asked for.
  return /^\p{N}+$/u.test(text) && isAnswer(turn, text) ? undefined : picked;
}

/** Who types one of several choices, and has tapped none before, has answered. */
function completesPicking(turn: TurnInHand, tap: string): boolean {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'question' || form.asking.picked || !tap.startsWith('answer/')) return false;
  return typeAsked(turn) === 'multi-choice' && form.asking.unsure === undefined;
}

/** Of a long list one page is offered, and a word that fits there may fit another page better: the whole list decides. */
function isOfAPage(turn: TurnInHand, tap: string, text: string): boolean {
  if (!tap.startsWith('answer/') || /^\p{N}+$/u.test(text)) return false;
  const answers = turn.conversation.offered?.filter(({ id }) => id.startsWith('answer/')) ?? [];
  return (asked(turn)?.choices?.length ?? 0) > answers.length;
}

function asked(turn: TurnInHand): Question | undefined {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'question') return undefined;
  const service = turn.context.catalogue.find(form.serviceId);
  return service && questionOf(service, form, form.asking.question);
}

const typeAsked = (turn: TurnInHand): QuestionType | undefined => asked(turn)?.type;

/** No telephone number is "1": only digits that the question takes are its answer. */
function isAnswer(turn: TurnInHand, text: string): boolean {
  const { form, language } = turn.conversation;
  const question = asked(turn);
  if (!form || !question || !DIGITS.has(question.type)) return false;
  if (form.asking.what === 'question' && form.asking.unsure !== undefined) return false;
  const read = understandAnswer(question, text, { today: turn.today, language });
  const service = turn.context.catalogue.find(form.serviceId);
  return read.ok && !!service && !check(question, read.answer, turn.facts(service, form.answers), turn.today);
}

const DIGITS: ReadonlySet<QuestionType> = new Set([
  ...(['number', 'money', 'date', 'phone', 'id-number', 'account-number'] as const),
]);
