import { understandAnswer } from '../answers/understand-answer.ts';
import type { AnswerProblem } from '../catalogue/answer-problem.ts';
import { problem } from '../catalogue/answer-problem.ts';
import { check } from '../catalogue/check-answer.ts';
import { questionsOf } from '../catalogue/expand-list.ts';
import { answersAsFacts } from '../catalogue/facts.ts';
import { type QuestionState, questionStates } from '../catalogue/questions.ts';
import type { Answer, Answers, Question, QuestionType, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { Language } from '../shared/language.ts';
import type { IsoDate } from '../shared/time.ts';
import type { Form } from './conversation.ts';
import type { FilledEvent } from './event.ts';

/** What was entered into the fields of a form, by question id; several choices with commas between them. */
export interface Entered {
  readonly texts: Readonly<Record<string, string>>;
  /** Questions whose answer is the same as another's. */
  readonly same: readonly string[];
}

export interface ReadEntries {
  /** Those that fit. */
  readonly answers: Answers;
  readonly problems: readonly { readonly question: Question; readonly problem: AnswerProblem }[];
}

/**
 * Reads the fields of a form as the talk would read the same words. They are read in the order of the questions, since
 * one may decide whether another applies; an empty field passes over what is optional and leaves a given answer alone.
 */
export function readEntered(
  service: ServiceDefinition,
  before: Answers,
  { texts, same }: Entered,
  { language, today }: { readonly language: Language; readonly today: IsoDate },
): ReadEntries {
  let answers: Answers = {};
  const problems: { question: Question; problem: AnswerProblem }[] = [];
  for (const id of idsInOrder(service, before, texts)) {
    const known = { ...before, ...answers };
    const question = questionsOf(service, known).find((each) => each.id === id);
    const state = question && questionStates(service, known, today).get(id);
    if (!question || !state || !mayBeTold(state)) continue;
    const facts = answersAsFacts(service, known, today);
    const text = same.includes(id) ? (known[question.sameAs ?? ''] ?? '') : (texts[id] ?? '').trim();
    if (text === '' && state !== 'open') continue;
    const read = readEntry(question, text, { today, language, facts });
    const wrong = read.problem ?? check(question, read.answer, facts, today);
    if (wrong) problems.push({ question, problem: wrong });
    else answers = { ...answers, [id]: read.answer };
  }
  return { answers, problems };
}

const mayBeTold = (state: QuestionState): boolean => ['open', 'answered', 'presumed', 'skipped'].includes(state);

/** A list whose next entry is told in the same form is longer by it, so that its questions are found. */
function idsInOrder(service: ServiceDefinition, before: Answers, texts: Entered['texts']): readonly string[] {
  const order = questionsOf(service, { ...before, ...texts }).map(({ id }) => id);
  return order.filter((id) => Object.hasOwn(texts, id));
}

/** Whatever is picked and not written is an answer already. */
const PICKED: ReadonlySet<QuestionType> = new Set(['choice', 'multi-choice', 'yes-no', 'date', 'slot', 'list']);

function readEntry(
  question: Question,
  text: string,
  context: Parameters<typeof understandAnswer>[2],
): { readonly answer: Answer; readonly problem?: AnswerProblem } {
  if (text === '') return question.optional ? { answer: '' } : { answer: '', problem: problem('answer.required') };
  if (PICKED.has(question.type)) return { answer: text };
  const found = understandAnswer(question, text, context);
  return found.ok ? { answer: found.answer } : { answer: '', problem: found.problem };
}

/** The form with what was told beside the talk; whatever does not fit by now, because the talk has gone on, is left. */
export function filledWith(
  service: ServiceDefinition,
  form: Form,
  { answers, papers }: FilledEvent,
  today: IsoDate,
): Form {
  let filled: Answers = form.answers;
  for (const [id, answer] of Object.entries(answers)) {
    const question = questionsOf(service, filled).find((each) => each.id === id);
    if (!question || question.computed !== undefined) continue;
    if (!check(question, answer, answersAsFacts(service, filled, today), today)) filled = { ...filled, [id]: answer };
  }
  const others = (form.sent ?? []).filter(
    ({ requirement }) => !papers.some((each) => each.requirement === requirement),
  );
  const sent = [...others, ...papers];
  return { ...form, answers: filled, ...(sent.length > 0 && { sent }) };
}
