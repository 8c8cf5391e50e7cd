import { check } from '../catalogue/check-answer.ts';
import { asksForAnother, questionsOf } from '../catalogue/expand-list.ts';
import { answersAsFacts } from '../catalogue/facts.ts';
import type { Answers, Question, QuestionType, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { IsoDate } from '../shared/time.ts';
import { CorrectionUnfit, NothingCorrected } from './errors.ts';

type WithQuestions = Pick<ServiceDefinition, 'questions'>;

/** What an officer can put right in a word; places, times and amounts are another decision. */
const CORRECTABLE: ReadonlySet<QuestionType> = new Set([
  'text',
  'long-text',
  'date',
  'number',
  'choice',
  'yes-no',
  'address',
  'person-name',
  'id-number',
]);

/** The answers in an issued document that may have been wrong. */
export const correctable = (service: WithQuestions, answers: Answers): readonly Question[] =>
  questionsOf(service, answers).filter(
    ({ id, type, computed }) => answers[id] && CORRECTABLE.has(type) && computed === undefined && !asksForAnother(id),
  );

/** The answers as corrected. @throws NothingCorrected @throws CorrectionUnfit where one does not fit its question */
export function correctedAnswers(
  service: WithQuestions,
  answers: Answers,
  given: Readonly<Record<string, string>>,
  today: IsoDate,
): Answers {
  const changed = Object.fromEntries(Object.entries(given).filter(([id, answer]) => answer !== answers[id]));
  if (Object.keys(changed).length === 0) throw new NothingCorrected();
  const corrected = { ...answers, ...changed };
  const questions = new Map(correctable(service, answers).map((question) => [question.id, question]));
  const facts = answersAsFacts(service, corrected, today);
  for (const [id, answer] of Object.entries(changed)) {
    const question = questions.get(id);
    if (!question || check(question, answer, facts, today)) throw new CorrectionUnfit();
  }
  return corrected;
}
