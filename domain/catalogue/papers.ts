import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { type Facts, holds } from './rule.ts';
import type { Answers, PaperRequirement, ServiceDefinition } from './service-definition.ts';

/** `undecided`: whether it is needed hangs on an answer that is not there yet. */
export interface NeededPaper {
  readonly paper: PaperRequirement;
  readonly need: 'required' | 'optional' | 'undecided';
}

/** The papers that a citizen must, may or perhaps must send; those that surely do not apply are left out. */
export function neededPapers(
  definition: Pick<ServiceDefinition, 'questions' | 'papers'>,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): readonly NeededPaper[] {
  const facts = answersAsFacts(definition, answers, today, more);
  return (definition.papers ?? []).flatMap((paper): NeededPaper[] => {
    const applies = paper.when === undefined ? true : holds(paper.when, facts, today);
    if (applies === false) return [];
    if (paper.optional) return [{ paper, need: 'optional' }];
    return [{ paper, need: applies ? 'required' : 'undecided' }];
  });
}
