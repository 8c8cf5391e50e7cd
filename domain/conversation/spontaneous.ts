import { findAnswers, type OpenQuestion } from '../answers/find-answers.ts';
import { readIdNumber } from '../answers/id-text.ts';
import { understandAnswer } from '../answers/understand-answer.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { check } from '../catalogue/check-answer.ts';
import { asksForAnother, type Entry, entryOf, questionsOf } from '../catalogue/expand-list.ts';
import { questionStates } from '../catalogue/questions.ts';
import type { Answers, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { optionsOf } from './options.ts';
import type { TurnInHand } from './turn.ts';

/** Answers that a citizen gave without being asked, in one message; only those that are certain and fit. */
export function understoodIn(
  service: ServiceDefinition,
  text: string,
  answers: Answers,
  turn: TurnInHand,
  said = turn.context.meaning?.said,
): Answers {
  const states = questionStates(service, answers, turn.today, turn.more(service, answers));
  const asked = turn.conversation.form?.asking;
  const inHand = asked?.what === 'question' ? entryOf(asked.question) : undefined;
  const askable = questionsOf(service, answers).filter(
    ({ id }) => ['open', 'presumed'].includes(states.get(id) ?? '') && isInHand(id, inHand),
  );
  const open = askable.map((question) => ({
    question,
    labels: turn.context.words(serviceKey.label(service.id, question.id)),
    choices: optionsOf(turn, service, question),
  }));
  const facts = turn.facts(service, answers);
  const found = {
    ...accountIn(service, text, open),
    ...findAnswers(text, open, { today: turn.today, language: turn.conversation.language }),
    ...pointedOut(said, open, turn),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([id, answer]) => {
      const question = open.find((each) => each.question.id === id)?.question;
      return question && answer !== question.presumed && !check(question, answer, facts, turn.today);
    }),
  );
}

/** What is said of an entry is said while it is being told; else it could be about anybody. */
function isInHand(id: string, inHand: Entry | undefined): boolean {
  const entry = entryOf(id);
  return !entry || (entry.list === inHand?.list && entry.n === inHand.n && !asksForAnother(id));
}

/** Words that a language helper pointed out, read by the rules that hold for any answer. */
function pointedOut(
  said: Readonly<Record<string, string>> = {},
  open: readonly OpenQuestion[],
  turn: TurnInHand,
): Answers {
  const found = open.flatMap(({ question, choices }): [string, string][] => {
    const words = Object.hasOwn(said, question.id) ? said[question.id] : undefined;
    if (words === undefined) return [];
    const read = understandAnswer(question, words, {
      today: turn.today,
      language: turn.conversation.language,
      ...(choices && { choices }),
    });
    return read.ok && !read.confirm && read.answer !== '' ? [[question.id, read.answer]] : [];
  });
  return Object.fromEntries(found);
}

/** Whether a text is the number of an account that this service takes payments for, and nothing else. */
export const hasAccount = (service: ServiceDefinition, text: string): boolean =>
  /^[\p{N}\s-]+$/u.test(text) &&
  Object.keys(
    accountIn(
      service,
      text,
      service.questions.map((question) => ({ question })),
    ),
  ).length > 0;

/** Somebody who wants to pay and names his account's number in the same breath; only a whole number counts. */
function accountIn(service: ServiceDefinition, text: string, open: readonly { question: Question }[]): Answers {
  const asked = open.find(({ question }) => question.id === service.dues?.account)?.question;
  if (asked?.pattern === undefined) return {};
  const number = readIdNumber(text, asked);
  return new RegExp(asked.pattern, 'u').test(number) ? { [asked.id]: number } : {};
}
