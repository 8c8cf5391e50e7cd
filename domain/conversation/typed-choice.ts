import { pickAsShown, pickOption } from '../answers/pick-option.ts';
import { understandAnswer } from '../answers/understand-answer.ts';
import { check } from '../catalogue/check-answer.ts';
import type { Question, QuestionType, ServiceDefinition } from '../catalogue/service-definition.ts';
import { isNumber } from './asking.ts';
import { command, partsOf } from './commands.ts';
import type { Form } from './conversation.ts';
import { goOn, questionOf, takeAnswer } from './form.ts';
import { optionsOf } from './options.ts';
import { hearTap } from './tap-talk.ts';
import type { TurnInHand } from './turn.ts';

/** A typed text that means one of the choices offered last: its number, or its words in any language. */
export function hearTyped(turn: TurnInHand, text: string): boolean {
  const tap = tapMeantBy(turn, text);
  if (tap === undefined) return false;
  if (completesPicking(turn, tap)) return answer(turn, tap);
  hearTap(turn, tap);
  return true;
}

/** The tap that a typed text stands for. */
export function tapMeantBy(turn: TurnInHand, text: string): string | undefined {
  const { offered } = turn.conversation;
  if (!offered || offered.length === 0) return undefined;
  const shown = offered.map(({ id, key, values }) => ({ value: id, labels: turn.context.words(key, values) }));
  // "2" may be the answer itself where a number or a date is asked for.
  if (/^\P{L}*$/u.test(text)) return isAnswer(turn, text) ? undefined : pickOption(text, shown);
  return pickAsShown(text, shown) ?? pickOption(text, [...shown, ...notShown(turn, shown)]);
}

/** Of a long list one page is offered, and a word that fits there may fit another page better: the whole list decides. */
function notShown(turn: TurnInHand, shown: readonly { readonly value: string }[]) {
  const asked = askedIn(turn);
  if (asked?.form.asking.what !== 'question' || asked.form.asking.unsure !== undefined) return [];
  const { service, question } = asked;
  return optionsOf(turn, service, question)
    .map(({ value, labels }) => ({ value: command.answer(question.id, value), labels }))
    .filter(({ value }) => !shown.some((each) => each.value === value));
}

/** Who types one of several choices, and has tapped none before, has answered. */
function completesPicking(turn: TurnInHand, tap: string): boolean {
  const asked = askedIn(turn);
  if (asked?.form.asking.what !== 'question' || asked.form.asking.picked || !tap.startsWith('answer/')) return false;
  return asked.question.type === 'multi-choice' && asked.form.asking.unsure === undefined;
}

/** One of several may be too few; that is said where answers are read. */
function answer(turn: TurnInHand, tap: string): boolean {
  const asked = askedIn(turn);
  const [, , value = ''] = partsOf(tap);
  if (!asked) return false;
  const { service, form, question } = asked;
  if (check(question, value, turn.facts(service, form.answers), turn.today)) return false;
  takeAnswer(turn, question.id, value);
  goOn(turn);
  return true;
}

interface Asked {
  readonly service: ServiceDefinition;
  readonly form: Form;
  readonly question: Question;
}

function askedIn(turn: TurnInHand): Asked | undefined {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!service || form.asking.what !== 'question') return undefined;
  const question = questionOf(service, form, form.asking.question);
  return question && { service, form, question };
}

/** Where a number is asked for, any is an answer; no telephone number is "1", so only digits that are one. */
function isAnswer(turn: TurnInHand, text: string): boolean {
  const asked = askedIn(turn);
  if (!asked || !DIGITS.has(asked.question.type)) return false;
  const { service, form, question } = asked;
  if (form.asking.what === 'question' && form.asking.unsure !== undefined) return false;
  if (isNumber(question)) return true;
  const read = understandAnswer(question, text, { today: turn.today, language: turn.conversation.language });
  return read.ok && !check(question, read.answer, turn.facts(service, form.answers), turn.today);
}

const DIGITS: ReadonlySet<QuestionType> = new Set([
  ...(['number', 'money', 'date', 'phone', 'id-number', 'account-number'] as const),
]);
