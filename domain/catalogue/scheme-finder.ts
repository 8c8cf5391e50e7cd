import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts, sourcesOf } from './facts.ts';
import { openQuestions } from './questions.ts';
import { evaluate, type Facts, failingFacts } from './rule.ts';
import type { Answers, Question, Scheme, ServiceDefinition } from './service-definition.ts';

/** Nobody answers more than this to be told what he may have. */
const MOST_QUESTIONS = 8;

/** What can be said of a scheme by what is known. Facts are named by the questions behind them. */
export interface Finding {
  readonly scheme: Scheme;
  readonly verdict: 'likely' | 'maybe' | 'no';
  /** For `maybe`: what would decide it. For `no`: what speaks against it. */
  readonly because: readonly string[];
}

type Finder = Pick<ServiceDefinition, 'questions' | 'finder'>;

/** Every scheme in force, by three-valued rules: what is unknown never speaks against anybody. */
export function findSchemes(service: Finder, answers: Answers, today: IsoDate): readonly Finding[] {
  const facts = answersAsFacts(service, answers, today);
  return (service.finder?.schemes ?? [])
    .filter(({ rule }) => rule.from <= today)
    .map((scheme) => judged(service, scheme, facts, today));
}

function judged({ questions }: Finder, scheme: Scheme, facts: Facts, today: IsoDate): Finding {
  const { value: rule } = scheme.rule;
  const result = evaluate(rule, facts, today);
  if (!result.known) return { scheme, verdict: 'maybe', because: named(result.missing, questions) };
  if (result.value === true || result.value === 'yes') return { scheme, verdict: 'likely', because: [] };
  return { scheme, verdict: 'no', because: named(failingFacts(rule, facts, today), questions) };
}

/** By the questions behind them, as people were asked. */
const named = (facts: readonly string[], questions: readonly Question[]): readonly string[] => [
  ...new Set(facts.flatMap((fact) => sourcesOf(fact, questions).map(({ id }) => id))),
];

/**
 * The question that still decides something for the most schemes; none when no answer would change anything, or enough
 * was asked. Questions that are never asked by themselves leave their schemes in doubt.
 */
export function nextQuestion(service: Finder, answers: Answers, today: IsoDate): Question | undefined {
  const asked = service.questions.filter(({ id, quiet }) => !quiet && answers[id] !== undefined).length;
  if (asked >= MOST_QUESTIONS) return undefined;
  const open = openQuestions(service, answers, today).filter(({ quiet }) => !quiet);
  const doubts = findSchemes(service, answers, today).flatMap(({ because, verdict }) =>
    verdict === 'maybe' ? because : [],
  );
  const weight = ({ id }: Question): number => doubts.filter((name) => name === id).length;
  const [first] = open.filter((question) => weight(question) > 0).toSorted((one, other) => weight(other) - weight(one));
  return first;
}
