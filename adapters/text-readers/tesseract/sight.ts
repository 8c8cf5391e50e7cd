import type { PaperProblem, Reading } from '#domain/document/reading.ts';
import type { PaperDefinition } from '../paper-definition.ts';
import { DOUBTFUL, type Facts } from './find-facts.ts';
import { resolve } from './recognise.ts';

export interface Question {
  readonly papers: readonly PaperDefinition[];
  readonly expected: readonly string[];
}

/** What was seen so far: a page or all of them, taken for one document type. */
export interface Sight {
  readonly paper: PaperDefinition | undefined;
  /** How many of the type's own phrases were seen. */
  readonly votes: number;
  readonly facts: Facts;
  readonly letters: number;
  readonly problems: readonly PaperProblem[];
}

export const nothingSeen: Sight = { paper: undefined, votes: 0, facts: {}, letters: 0, problems: [] };

/** A page with fewer letters than this has nothing on it worth the name of a text. */
const FEW_LETTERS = 25;
/** So many of a type's own phrases are no accident, even where a paper that is unknown here was asked for. */
const CERTAIN_VOTES = 3;

export const hasAll = ({ paper, facts }: Sight): boolean =>
  paper?.facts.every(({ name }) => facts[name] !== undefined) ?? false;

/** Everything that such a paper always tells. */
const isComplete = ({ paper, facts }: Sight): boolean =>
  paper?.facts.every(({ name, optional }) => optional || facts[name] !== undefined) ?? false;

export const isSure = (sight: Sight): boolean =>
  isComplete(sight) && Object.values(sight.facts).every(({ confidence }) => confidence >= DOUBTFUL);

/** Later sights add what earlier ones lack; of two readings of one fact the surer stays. */
export function merge(first: Sight, second: Sight): Sight {
  const leading = second.paper && (!first.paper || second.votes > first.votes) ? second : first;
  const letters = first.letters + second.letters;
  const problems = [...new Set([...first.problems, ...second.problems])];
  if (first.paper && second.paper && first.paper !== second.paper) return { ...leading, letters, problems };
  const facts: Facts = { ...first.facts };
  for (const [name, fact] of Object.entries(second.facts)) {
    if ((facts[name]?.confidence ?? 0) < fact.confidence) facts[name] = fact;
  }
  return { paper: leading.paper, votes: leading.votes, facts, letters, problems };
}

export function conclude(seen: Sight, question: Question): Reading {
  const { paper, facts, problems } = seen;
  if (!paper) return unrecognised(seen, question);
  if (isWrong(seen, question))
    return { type: paper.type, quality: 'poor', facts, problems: ['wrongType', ...problems] };
  if (isComplete(seen)) return { type: paper.type, quality: 'good', facts, problems: [] };
  const found = Object.keys(facts).length;
  const quality = found === 0 ? 'unusable' : problems.length > 0 || found * 2 < paper.facts.length ? 'poor' : 'good';
  return { type: paper.type, quality, facts, problems: problems.length > 0 || found > 0 ? problems : ['noText'] };
}

function isWrong({ paper, votes }: Sight, question: Question): boolean {
  if (!paper || question.expected.length === 0) return false;
  if (resolve(question.expected, question.papers).includes(paper.type)) return false;
  return knowsAll(question) || votes >= CERTAIN_VOTES;
}

const knowsAll = ({ expected, papers }: Question): boolean =>
  resolve(expected, papers).every((type) => papers.some((paper) => paper.type === type));

/** By the photograph's own fault, for want of text, because it is something else; or it is a type not known here, and readable. */
function unrecognised({ problems, letters }: Sight, question: Question): Reading {
  if (letters < FEW_LETTERS)
    return { quality: 'unusable', facts: {}, problems: problems.length > 0 ? problems : ['noText'] };
  if (!knowsAll(question)) return { quality: problems.length > 0 ? 'poor' : 'good', facts: {}, problems };
  return { quality: 'unusable', facts: {}, problems: problems.length > 0 ? problems : ['wrongType'] };
}
