import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { evaluate, type Facts, holds } from './rule.ts';
import type { Answers, Question, ServiceDefinition } from './service-definition.ts';

/**
 * `open`: to be asked now. `waiting`: whether it applies depends on another open question. `skipped`: passed over by the
 * citizen (an empty answer). `not-applicable`: its condition fails, or hangs on questions that were skipped or fell away.
 */
export type QuestionState = 'answered' | 'presumed' | 'skipped' | 'open' | 'waiting' | 'not-applicable';

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
  const byId = new Map(definition.questions.map((question) => [question.id, question]));
  const states = new Map<string, QuestionState>();

  const stateOf = (question: Question): QuestionState => {
    const before = states.get(question.id);
    if (before) return before;
    // While it is looked at it counts as fallen away, so that two questions that ask for each other end.
    states.set(question.id, 'not-applicable');
    const applicable = applicability(question);
    const state =
      applicable === 'yes' ? givenState(question, answers) : applicable === 'no' ? 'not-applicable' : 'waiting';
    states.set(question.id, state);
    return state;
  };

  const applicability = ({ when }: Question): 'yes' | 'no' | 'later' => {
    if (when === undefined) return 'yes';
    const result = evaluate(when, facts, today);
    if (result.known) return holds(when, facts, today) === false ? 'no' : 'yes';
    const causes = result.missing.map((fact) => byId.get(sourceOf(fact, byId)));
    // A quiet question is never asked, so nothing waits for it.
    const askable = causes.map(
      (cause) => cause && (stateOf(cause) === 'open' && cause.quiet ? 'skipped' : stateOf(cause)),
    );
    if (askable.includes('open') || askable.includes('waiting')) return 'later';
    return askable.length === 0 || askable.includes(undefined) ? 'yes' : 'no';
  };

  for (const question of definition.questions) stateOf(question);
  return new Map(definition.questions.map(({ id }) => [id, states.get(id) ?? 'open']));
}

/** A derived fact is known once the question behind it is answered. */
const derivedFrom: Readonly<Record<string, string>> = {
  age: 'date_of_birth',
  residence_years: 'residence_since',
  citizen: 'nationality',
  resident_delhi: 'present_address',
};

const sourceOf = (fact: string, byId: ReadonlyMap<string, Question>): string =>
  byId.has(fact) ? fact : (derivedFrom[fact] ?? fact);

function givenState(question: Question, answers: Answers): QuestionState {
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
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
  return definition.questions.filter(({ id }) => states.get(id) === 'open');
}

/** What the summary shows and the officer sees: answers of questions that apply, presumed ones included. */
export function answersThatApply(
  definition: WithQuestions,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): Answers {
  const states = questionStates(definition, answers, today, more);
  const pairs = definition.questions.flatMap(({ id, presumed }): [string, string][] => {
    const state = states.get(id);
    if (state === 'answered') return [[id, answers[id] ?? '']];
    return state === 'presumed' && presumed !== undefined ? [[id, presumed]] : [];
  });
  return Object.fromEntries(pairs);
}

/** "3 of 7": how many questions are done, of those that apply or may still. Presumed and quiet ones are not counted: nobody asks them. */
export function progressOf(
  definition: WithQuestions,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): { readonly done: number; readonly total: number } {
  const all = questionStates(definition, answers, today, more);
  const states = definition.questions.filter(({ quiet }) => !quiet).map(({ id }) => all.get(id));
  const done = states.filter((state) => state === 'answered' || state === 'skipped').length;
  return { done, total: done + states.filter((state) => state === 'open' || state === 'waiting').length };
}
