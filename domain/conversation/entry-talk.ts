import { understandAnswer } from '../answers/understand-answer.ts';
import { check } from '../catalogue/check-answer.ts';
import { asksForAnother, type Entry, entryOf } from '../catalogue/expand-list.ts';
import { openQuestions } from '../catalogue/questions.ts';
import type { Answers, Question, QuestionType, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, phrase } from '../shared/phrase.ts';
import { goOn, takeAnswer } from './form.ts';
import { optionsOf } from './options.ts';
import { shownAnswers } from './showing.ts';
import type { TurnInHand } from './turn.ts';

/** An entry of a list told in one message, "Kavita Devi, wife, 5/3/1990": its answers in the order of its questions. */
export function hearEntry(turn: TurnInHand, service: ServiceDefinition, question: Question, text: string): boolean {
  const { form } = turn.conversation;
  const entry = entryOf(question.id);
  if (!form || !entry || asksForAnother(question.id)) return false;
  const parts = text
    .split(/[,;\n।]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return false;
  const found = answersInOrder(turn, service, entry, parts, form.answers);
  if (!found) return false;
  for (const [id, answer] of Object.entries(found)) takeAnswer(turn, id, answer);
  goOn(turn, lines(phrase('form.noted'), ...shownAnswers(service, found, { ...form.answers, ...found })));
  return true;
}

/** Every part must fit its question for certain; words alone, which fit anything, are no sign of an order. */
function answersInOrder(
  turn: TurnInHand,
  service: ServiceDefinition,
  entry: Entry,
  parts: readonly string[],
  answers: Answers,
): Answers | undefined {
  let found: Answers = {};
  let isSure = false;
  for (const part of parts) {
    const known = { ...answers, ...found };
    const question = nextIn(turn, service, entry, known);
    const answer = question && answerIn(turn, service, question, part, known);
    if (!question || answer === undefined) return undefined;
    isSure ||= !ANY_WORDS.has(question.type);
    found = { ...found, [question.id]: answer };
  }
  return isSure ? found : undefined;
}

const ANY_WORDS: ReadonlySet<QuestionType> = new Set(['text', 'long-text', 'person-name', 'address', 'location']);

const nextIn = (turn: TurnInHand, service: ServiceDefinition, entry: Entry, answers: Answers): Question | undefined =>
  openQuestions(service, answers, turn.today, turn.more(service, answers)).find(({ id, quiet }) => {
    const own = entryOf(id);
    return own?.list === entry.list && own.n === entry.n && !asksForAnother(id) && !quiet;
  });

function answerIn(
  turn: TurnInHand,
  service: ServiceDefinition,
  question: Question,
  part: string,
  answers: Answers,
): string | undefined {
  const found = understandAnswer(question, part, {
    today: turn.today,
    language: turn.conversation.language,
    choices: optionsOf(turn, service, question),
  });
  if (!found.ok || found.confirm || found.alternatives) return undefined;
  return check(question, found.answer, turn.facts(service, answers), turn.today) ? undefined : found.answer;
}
