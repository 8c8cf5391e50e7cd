import { describeAnswer } from '../answers/describe-answer.ts';
import { type Correction, findCorrection } from '../answers/find-correction.ts';
import { inFull } from '../answers/said-anew.ts';
import { understandAnswer } from '../answers/understand-answer.ts';
import { entrySaid } from '../answers/which-entry.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { check } from '../catalogue/check-answer.ts';
import { asksForAnother, entryOf, questionsOf } from '../catalogue/expand-list.ts';
import type { Answer, Answers, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { Form } from './conversation.ts';
import { goOn, putRight, questionOf } from './form.ts';
import { optionsOf } from './options.ts';
import { labelOf, labelPhrase, shownAnswers } from './showing.ts';
import { choice, type TurnInHand } from './turn.ts';

/**
 * "Nahi, naam galat hai, Rakesh hai", "nahi 7 march": changes the answer that is meant, shows it, and asks the open
 * question again. Where it is not certain which answer is meant, or what it shall be, nothing changes before a tap.
 */
export function hearCorrection(turn: TurnInHand, service: ServiceDefinition, text: string): boolean {
  const { form } = turn.conversation;
  if (!form || form.asking.what === 'consent') return false;
  const answers = { ...form.answers, ...(form.asking.what === 'facts' && form.asking.offered) };
  const correction = correctionOf(turn, service, form, text, answers);
  if (!correction) return false;
  const said = meantBy(service, form, correction).flatMap((id) => {
    const question = questionOf(service, form, id);
    const read = question && anew(turn, service, question, correction.value, answers);
    return question && read ? [{ question, ...read }] : [];
  });
  const [only, ...others] = said;
  if (!only) return false;
  if (others.length > 0) askWhich(turn, service, only, others);
  else if (!only.isSure) askWhether(turn, service, only);
  else takeCorrection(turn, service, only);
  return true;
}

interface Anew {
  readonly question: Question;
  readonly answer: Answer;
}

/** What the answer would be, where it fits. */
function anew(turn: TurnInHand, service: ServiceDefinition, question: Question, value: string, answers: Answers) {
  const before = answers[question.id] ?? '';
  const found = understandAnswer(question, inFull(question, value, before, turn.today), {
    today: turn.today,
    language: turn.conversation.language,
    choices: optionsOf(turn, service, question),
  });
  if (!found.ok || check(question, found.answer, turn.facts(service, answers), turn.today)) return undefined;
  return { answer: found.answer, isSure: !found.confirm && !found.alternatives };
}

/** Of several that may be meant: those of the paper that is shown, else the one that was answered last. */
function meantBy(
  service: ServiceDefinition,
  { asking, answers }: Form,
  { questionId, others = [] }: Correction,
): readonly string[] {
  const all = [questionId, ...others];
  const shown = asking.what === 'facts' ? all.filter((id) => Object.hasOwn(asking.offered, id)) : [];
  if (shown.length > 0) return shown;
  if (asking.what !== 'question') return all;
  const order = questionsOf(service, answers).map(({ id }) => id);
  const last = order
    .slice(0, order.indexOf(asking.question))
    .filter((id) => (answers[id] ?? '') !== '')
    .at(-1);
  return last !== undefined && all.includes(last) ? [last] : all;
}

function takeCorrection(turn: TurnInHand, service: ServiceDefinition, { question, answer }: Anew): void {
  putRight(turn, question.id, answer);
  const { answers } = turn.conversation.form ?? { answers: {} };
  goOn(
    turn,
    entryOf(question.id)
      ? lines(phrase('form.noted'), ...shownAnswers(service, { [question.id]: answer }, answers))
      : corrected(service, question, answer),
  );
}

const corrected = (service: ServiceDefinition, question: Question, answer: Answer): Phrase =>
  phrase('form.corrected', {
    label: labelOf(service, question.id),
    answer: describeAnswer(service.id, question, answer),
  });

/** "Date of birth: 22 November 2026 (Sunday). Is it right?" */
function askWhether(turn: TurnInHand, service: ServiceDefinition, { question, answer }: Anew): void {
  const shown = { label: labelOf(service, question.id), answer: describeAnswer(service.id, question, answer) };
  turn.say(lines(phrase('form.answerLine', shown), phrase('form.isThatRight')), {
    choices: [choice(command.answer(question.id, answer), 'form.yes'), choice(command.formGoOn, 'form.no')],
  });
}

function askWhich(turn: TurnInHand, service: ServiceDefinition, first: Anew, others: readonly Anew[]): void {
  const answer = describeAnswer(service.id, first.question, first.answer);
  turn.say(phrase('form.whichIsMeant', { answer }), {
    choices: [
      ...[first, ...others].slice(0, MOST_MEANT).map((each) => ({
        id: command.answer(each.question.id, each.answer),
        label: labelPhrase(service, each.question.id),
      })),
      choice(command.formGoOn, 'form.noneOfThem'),
    ],
    listTitle: phrase('form.choose'),
  });
}

/** Rows of a list, beside the one for none. */
const MOST_MEANT = 9;

/**
 * "Date of birth" is the applicant's, and not also that of everybody in a list, unless only they have one; "doosre
 * sadasya ki umar" is the second one's.
 */
function correctionOf(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  text: string,
  answers: Answers,
): Correction | undefined {
  const asked = form.asking.what === 'question' ? questionOf(service, form, form.asking.question) : undefined;
  const questions = questionsOf(service, answers).filter(({ id }) => id !== asked?.id && !asksForAnother(id));
  const find = (message: string, among: readonly Question[]): Correction | undefined =>
    findCorrection(message, {
      questions: among.map((question) => ({
        question,
        labels: turn.context.words(serviceKey.label(service.id, question.id)),
      })),
      answers,
      today: turn.today,
      ...(asked && { asked: asked.type }),
    });
  const said = entrySaid(text);
  const meant = said ? questions.filter(({ id }) => entryOf(id)?.n === said.n) : [];
  if (said && meant.length > 0) {
    // Whose it is was said, so it is put right on purpose.
    const found = find(`nahi ${said.rest}`, meant);
    if (found) return found;
  }
  const [own, listed] = [questions.filter(({ id }) => !entryOf(id)), questions.filter(({ id }) => entryOf(id))];
  return find(text, own) ?? find(text, listed);
}
