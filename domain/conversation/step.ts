import { questionsOf } from '../catalogue/expand-list.ts';
import { neededPapers } from '../catalogue/papers.ts';
import { questionStates } from '../catalogue/questions.ts';
import type { PaperRequirement, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { Form } from './conversation.ts';
import type { TurnInHand } from './turn.ts';

/**
 * Where in the form we are, such as 3 of 7. What a paper that is still to come will tell is not counted: the citizen
 * will not be asked for it. When the paper tells less than it should, the form becomes longer.
 */
export function stepOf(turn: TurnInHand, service: ServiceDefinition, form: Form): { step: number; of: number } {
  const papers = papersToCome(turn, service, form);
  const states = questionStates(service, form.answers, turn.today, turn.more(service, form.answers));
  const asked = form.asking.what === 'question' ? form.asking.question : undefined;
  const questions = questionsOf(service, form.answers).filter(
    ({ id, quiet, computed, prefill = [] }) =>
      id === asked ||
      (!quiet &&
        computed === undefined &&
        ['open', 'waiting'].includes(states.get(id) ?? '') &&
        !papers.some((paper) => paper.first && tells(paper, prefill))),
  );
  const firsts = papers.filter((paper) => paper.first);
  const others = papers.filter(
    ({ first, whose, anyOf }) =>
      !first && !firsts.some((early) => early.whose === whose && early.anyOf.some((type) => anyOf.includes(type))),
  );
  const step = Math.max(form.step, 1);
  return { step, of: Math.max(step, step - 1 + questions.length + firsts.length + others.length) };
}

const papersToCome = (turn: TurnInHand, service: ServiceDefinition, form: Form): readonly PaperRequirement[] =>
  neededPapers(service, form.answers, turn.today, turn.more(service, form.answers))
    .filter(({ need, paper }) => need !== 'undecided' || paper.first)
    .map(({ paper }) => paper)
    .filter(({ id }) => !form.papers[id] && !form.papersSkipped.includes(id));

const tells = ({ id, anyOf, whose }: PaperRequirement, facts: readonly string[]): boolean =>
  facts.some((fact) => (whose === undefined ? anyOf : [id]).includes(fact.split('.')[0] ?? ''));
