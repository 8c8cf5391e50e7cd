import type { Answer, Question } from '../catalogue/service-definition.ts';
import { askAgain } from './asking.ts';
import type { Form } from './conversation.ts';
import { goOn, takeAnswer } from './form.ts';
import type { TurnInHand } from './turn.ts';

/** A tap on one choice of a question that takes several. */
export const isOneOfSeveral = ({ type, choices = [] }: Question, value: string): boolean =>
  type === 'multi-choice' && choices.includes(value);

/** What is picked so far; of a question that was answered before, its answer. */
export function picksOf({ asking, answers }: Form, { id, none }: Question): readonly string[] {
  if (asking.what === 'question' && asking.question === id) return asking.picked ?? [];
  const answer = answers[id] ?? '';
  return answer === '' || answer === none ? [] : answer.split(',');
}

/** Picks a choice, or lets it go again. "None of these" stands alone, and so needs no further tap; nor does the last one allowed. */
export function pick(turn: TurnInHand, form: Form, question: Question, value: string): void {
  if (value === question.none) return take(turn, question, [value]);
  const before = picksOf(form, question);
  const picked = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  const inOrder = (question.choices ?? []).filter((each) => picked.includes(each));
  if (inOrder.length === mostPicks(question)) return take(turn, question, inOrder);
  const from = form.asking.what === 'question' && form.asking.question === question.id ? form.asking.from : undefined;
  const asking = { what: 'question' as const, question: question.id, tries: 0, picked: inOrder };
  turn.changeForm({ asking: { ...asking, ...(from !== undefined && { from }) } });
  askAgain(turn);
}

/** "None of these" is not one of those that can be picked together. */
const mostPicks = ({ choices = [], max, none }: Question): number =>
  max ?? choices.filter((each) => each !== none).length;

function take(turn: TurnInHand, { id }: Question, picked: readonly string[]): void {
  takeAnswer(turn, id, picked.join(','));
  goOn(turn);
}

/** What was typed comes to what was tapped before. */
export function withPicks(form: Form, question: Question, typed: Answer): Answer {
  const picked = picksOf(form, question);
  if (question.type !== 'multi-choice' || picked.length === 0 || typed === question.none) return typed;
  const all = [...picked, ...typed.split(',')];
  return (question.choices ?? []).filter((each) => all.includes(each)).join(',');
}
