import type { IsoDate } from '../shared/time.ts';
import { givenAnswer, questionsOf } from './expand-list.ts';
import { answersAsFacts, computedAnswer, sourcesOf } from './facts.ts';
import { evaluate, type Facts, holds } from './rule.ts';
import type { Answer, Answers, Question, Rule, ServiceDefinition } from './service-definition.ts';

/**
 * `open`: to be asked now. `waiting`: whether it applies depends on another open question. `skipped`: passed over by the
 * citizen (an empty answer). `computed`: follows from other answers, and nobody asks it. `not-applicable`: its condition
 * fails, or hangs on questions that were skipped or fell away.
 */
export type QuestionState = 'answered' | 'presumed' | 'computed' | 'skipped' | 'open' | 'waiting' | 'not-applicable';

type WithQuestions = Pick<ServiceDefinition, 'questions'>;

/**
 * Where each question stands, in the order of the form. A condition that hangs on a fact from elsewhere, which no
 * question will ever answer, is asked to be safe: nobody loses a right because a register was silent.
 */
export function questionStates(
  definition: WithQuestions,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): ReadonlyMap<string, QuestionState> {
  const facts = answersAsFacts(definition, answers, today, more);
  const questions = questionsOf(definition, answers);
  const states = new Map<string, QuestionState>();

  const stateOf = (question: Question): QuestionState => {
    const before = states.get(question.id);
    if (before) return before;
    // While it is looked at it counts as fallen away, so that two questions that ask for each other end.
    states.set(question.id, 'not-applicable');
    const state = freshState(question);
    states.set(question.id, state);
    return state;
  };

  const freshState = (question: Question): QuestionState => {
    const applicable = applicability(question.when);
    if (applicable === 'no') return 'not-applicable';
    if (applicable === 'later') return 'waiting';
    if (question.computed === undefined) return givenState(question, answers);
    if (facts[question.id] !== undefined) return 'computed';
    return applicability(question.computed) === 'later' ? 'waiting' : 'not-applicable';
  };

  const applicability = (rule: Rule | undefined): 'yes' | 'no' | 'later' => {
    if (rule === undefined) return 'yes';
    const result = evaluate(rule, facts, today);
    if (result.known) return holds(rule, facts, today) === false ? 'no' : 'yes';
    const causes = result.missing.map((fact) => sourcesOf(fact, questions));
    // A quiet question is never asked, so nothing waits for it.
    const askable = causes.flat().map((cause) => {
      const state = stateOf(cause);
      return state === 'open' && cause.quiet ? 'skipped' : state;
    });
    if (askable.includes('open') || askable.includes('waiting')) return 'later';
    return causes.length === 0 || causes.some((sources) => sources.length === 0) ? 'yes' : 'no';
  };

  for (const question of questions) stateOf(question);
  return new Map(questions.map(({ id }) => [id, states.get(id) ?? 'open']));
}

function givenState(question: Question, answers: Answers): QuestionState {
  const answer = givenAnswer(question, answers);
  if (answer === '') return question.optional ? 'skipped' : 'open';
  if (answer !== undefined) return 'answered';
  return question.presumed === undefined ? 'open' : 'presumed';
}

/** What has no answer yet, in order. Optional ones are among them until skipped, and quiet ones, which the caller does not ask. */
export function openQuestions(
  definition: WithQuestions,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): readonly Question[] {
  const states = questionStates(definition, answers, today, more);
  return questionsOf(definition, answers).filter(({ id }) => states.get(id) === 'open');
}

/** What the summary shows and the officer sees: answers of questions that apply, presumed and computed ones included. */
export function answersThatApply(
  definition: WithQuestions,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): Answers {
  const states = questionStates(definition, answers, today, more);
  const facts = answersAsFacts(definition, answers, today, more);
  const answerOf = (question: Question): Answer | undefined => {
    const state = states.get(question.id);
    if (state === 'answered') return answers[question.id];
    if (state === 'presumed') return question.presumed;
    const fact = facts[question.id];
    return state === 'computed' && fact !== undefined ? computedAnswer(question, fact) : undefined;
  };
  const pairs = questionsOf(definition, answers).map((question) => [question.id, answerOf(question)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, Answer] => pair[1] !== undefined));
}

/**
 * "3 of 7": how many questions are done, of those that apply or may still. Presumed, quiet and computed ones are not
 * counted: nobody asks them.
 */
export function progressOf(
  definition: WithQuestions,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): { readonly done: number; readonly total: number } {
  const all = questionStates(definition, answers, today, more);
  const asked = questionsOf(definition, answers).filter(({ quiet, computed }) => !quiet && computed === undefined);
  const states = asked.map(({ id }) => all.get(id));
  const done = states.filter((state) => state === 'answered' || state === 'skipped').length;
  return { done, total: done + states.filter((state) => state === 'open' || state === 'waiting').length };
}
