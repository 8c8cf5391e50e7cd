import type { FormInHand, Problems } from '#application/ports/in/filling.ts';
import { entryValues, serviceKey } from '#domain/catalogue/catalogue.ts';
import type { PaperRequirement, Question } from '#domain/catalogue/service-definition.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { shorten } from '../split-text.ts';
import { isWritten, nameOf, optionsOf, type Say } from './flow-fields.ts';
import { type FlowScreen, screensOf, waysOn } from './flow-screens.ts';

/** Longest label of a picker. */
const LONGEST_PAPER = 80;

/** A screen as the phone is told to show it. */
export interface ShownScreen {
  readonly screen: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Showing {
  readonly form: FormInHand;
  readonly say: Say;
  /** Papers that were asked for in this Flow and left out. */
  readonly passed: readonly string[];
  readonly isPicture: (type: string) => boolean;
}

/** The next screen on which anything is open, of those that can be reached; at first, of all. */
export function nextScreen(showing: Showing, from?: FlowScreen): ShownScreen {
  const all = screensOf(showing.form.service);
  const ways = from ? waysOn(all, from) : all;
  const next = ways.find((screen) => isOpen(screen, showing)) ?? ways.at(-1);
  return next ? shown(next, showing, false) : { screen: 'DONE', data: {} };
}

function isOpen(screen: FlowScreen, { form, passed }: Showing): boolean {
  if (screen.kind === 'paper') return nextPaper(form, passed) !== undefined;
  return screen.kind === 'questions' && screen.questions.some(({ id }) => stateOf(form, id) === 'open');
}

/** `again`: the citizen comes back to it, and sees also what he has answered. */
export function shown(screen: FlowScreen, showing: Showing, again: boolean): ShownScreen {
  if (screen.kind === 'done') return { screen: screen.id, data: { told: '1' } };
  if (screen.kind === 'file') return { screen: screen.id, data: paperData(showing) };
  if (screen.kind === 'paper')
    return { screen: screen.id, data: { ...paperData(showing), or_file: mayBeFile(showing) } };
  const data = Object.assign({}, ...screen.questions.map((question) => questionData(question, showing, again)));
  return { screen: screen.id, data };
}

/** The same screen once more, with the sentence that tells what does not fit. */
export function withProblem(screen: FlowScreen, showing: Showing, [problem]: Problems): ShownScreen {
  const { service } = showing.form;
  const { data } = shown(screen, showing, true);
  if (!problem) return { screen: screen.id, data };
  const { question, problem: wrong } = problem;
  const label = { phrase: phrase(serviceKey.label(service.id, question.id), entryValues(question.id)) };
  const message = phrase('form.answerLine', { label, answer: { phrase: phrase(wrong.key, wrong.values) } });
  return { screen: screen.id, data: { ...data, error_message: showing.say(message) } };
}

const stateOf = ({ questions }: FormInHand, id: string) => questions.find(({ question }) => question.id === id)?.state;

function questionData(planned: Question, { form, say }: Showing, again: boolean): Record<string, unknown> {
  const name = nameOf(planned.id);
  const question = form.questions.find((each) => each.question.id === planned.id)?.question ?? planned;
  const state = stateOf(form, planned.id);
  const isOpen = state === 'open';
  return {
    [`show_${name}`]: isOpen || (again && (state === 'answered' || state === 'skipped')),
    [`need_${name}`]: isOpen && !question.optional && !question.sameAs,
    ...(isWritten(question) && { [`init_${name}`]: again ? writtenAnswer(question, form) : '' }),
    ...(question.choicesBy && { [`options_${name}`]: optionsOf(form.service, question, say) }),
  };
}

/** What had better not be seen over a shoulder is not shown again; left empty, it stays as it is. */
function writtenAnswer(question: Question, { answers }: FormInHand): string {
  const answer = answers[question.id] ?? '';
  if (question.sensitive) return '';
  return question.type === 'money' && answer !== '' ? String(Number(answer) / 100) : answer;
}

const nextPaper = ({ papers }: FormInHand, passed: readonly string[]): PaperRequirement | undefined =>
  papers.find(({ id }) => !passed.includes(id));

/** Of a person's face there is no PDF. */
const mayBeFile = ({ form, passed, isPicture }: Showing): boolean =>
  nextPaper(form, passed)?.anyOf.some((type) => !isPicture(type)) ?? false;

function paperData({ form, say, passed }: Showing): Record<string, string> {
  const paper = nextPaper(form, passed);
  const { id } = form.service;
  return {
    paper: paper ? shorten(say(phrase(serviceKey.paper(id, paper.id))), LONGEST_PAPER) : '-',
    ask: paper ? say(phrase(serviceKey.askPaper(id, paper.id))) : '-',
    requirement: paper?.id ?? '-',
    passed: passed.join(','),
  };
}
