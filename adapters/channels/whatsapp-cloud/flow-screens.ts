import { anotherId, boundsOf, entryOf, questionsOf } from '#domain/catalogue/expand-list.ts';
import { sourcesOf } from '#domain/catalogue/facts.ts';
import { factsOf } from '#domain/catalogue/rule.ts';
import type { Answers, Question, QuestionType, ServiceDefinition } from '#domain/catalogue/service-definition.ts';

/**
 * One screen of a Flow. Papers have screens of their own, and which paper is asked for on one is decided as it opens. For
 * whoever has it as a file there is another behind each: a screen has one picker only, and most people take a photo.
 */
export type FlowScreen =
  | { readonly id: string; readonly kind: 'questions'; readonly questions: readonly Question[] }
  | { readonly id: string; readonly kind: 'paper' }
  | { readonly id: string; readonly kind: 'file' }
  | { readonly id: 'DONE'; readonly kind: 'done' };

/** More fields than this nobody likes to see at once; Meta would allow fifty parts. */
const MOST_QUESTIONS = 6;
/** Further entries of a list, and further papers, are told in the talk. */
const MOST_ENTRIES = 8;
const MOST_PAPERS = 8;
/** Meta allows ten ways on from a screen; one of them is always the end. */
const MOST_WAYS_ON = 9;

// A place is sent from the map, and free times change while one looks at them: both belong in the talk.
const IN_TALK: ReadonlySet<QuestionType> = new Set(['location', 'slot', 'list']);
/** Meta's limit for boxes to tick. */
export const MOST_BOXES = 20;

const plans = new WeakMap<ServiceDefinition, readonly FlowScreen[]>();

/** The screens of a service in the order in which they are gone through; always ends with `DONE`. */
export function screensOf(service: ServiceDefinition): readonly FlowScreen[] {
  const known = plans.get(service);
  if (known) return known;
  const all = everyQuestion(service);
  const groups: Question[][] = [];
  for (const question of all.filter(isAsked)) {
    const last = groups.at(-1);
    if (last && fitsOn(last, question, all)) last.push(question);
    else groups.push([question]);
  }
  const papers = Math.min(service.papers?.length ?? 0, MOST_PAPERS);
  const plan: readonly FlowScreen[] = [
    ...groups.map((questions, at) => ({ id: `Q_${inLetters(at)}`, kind: 'questions' as const, questions })),
    ...Array.from({ length: papers }, (_, at) => [
      { id: `PAPER_${inLetters(at)}`, kind: 'paper' as const },
      { id: `FILE_${inLetters(at)}`, kind: 'file' as const },
    ]).flat(),
    { id: 'DONE', kind: 'done' },
  ];
  plans.set(service, plan);
  return plan;
}

/** The screen for a paper as a file, behind the one for its photo. */
export const fileScreenOf = (screens: readonly FlowScreen[], paper: FlowScreen): FlowScreen | undefined =>
  paper.kind === 'paper' ? screens[screens.indexOf(paper) + 1] : undefined;

/** Where one may go from a screen: forwards only, into the middle of a list only from within it, and to a file from its photo. */
export function waysOn(screens: readonly FlowScreen[], from: FlowScreen): readonly FlowScreen[] {
  if (from.kind === 'done') return [];
  const list = entryIn(from);
  const file = fileScreenOf(screens, from);
  const later = screens.slice(screens.indexOf(from) + 1).filter((screen) => {
    const entry = entryIn(screen);
    if (screen.kind === 'file') return screen === file;
    return screen.kind !== 'done' && (!entry || entry.n < 2 || entry.list === list?.list);
  });
  return [...later.slice(0, MOST_WAYS_ON), ...screens.slice(-1)];
}

/** With every list as long as the Flow lets it be. */
function everyQuestion(service: ServiceDefinition): readonly Question[] {
  const longest = service.questions
    .filter(({ type }) => type === 'list')
    .flatMap((list) =>
      Array.from({ length: Math.min(boundsOf(list).most, MOST_ENTRIES) }, (_, n) => [anotherId(list.id, n), 'yes']),
    );
  const answers: Answers = Object.fromEntries(longest);
  return questionsOf(service, answers).map((question) => {
    const whole = service.questions.find(({ id }) => id === question.id);
    return whole ?? question;
  });
}

const isAsked = ({ id, type, quiet, computed, presumed, choices = [] }: Question): boolean =>
  !quiet &&
  computed === undefined &&
  presumed === undefined &&
  !IN_TALK.has(type) &&
  !(type === 'multi-choice' && choices.length > MOST_BOXES) &&
  (entryOf(id)?.n ?? 0) <= MOST_ENTRIES;

function fitsOn(screen: readonly Question[], question: Question, all: readonly Question[]): boolean {
  if (screen.length >= MOST_QUESTIONS) return false;
  const [first] = screen;
  const [one, other] = [first && entryOf(first.id), entryOf(question.id)];
  if (one?.list !== other?.list || one?.n !== other?.n) return false;
  const needed = new Set(sourcesBehind(question, all));
  return !screen.some(({ id }) => needed.has(id));
}

/** Questions whose answers decide whether and how this one is asked; they must have been answered on an earlier screen. */
function sourcesBehind(question: Question, all: readonly Question[], seen = new Set<string>()): readonly string[] {
  const { when, computed, choicesBy, notBefore, notAfter } = question;
  const facts = [
    ...[when, computed].flatMap((rule) => (rule === undefined ? [] : factsOf(rule))),
    ...[choicesBy?.question, notBefore, notAfter].filter((name) => name !== undefined),
  ];
  return facts
    .flatMap((fact) => sourcesOf(fact, all))
    .flatMap((source) => {
      if (seen.has(source.id)) return [];
      seen.add(source.id);
      return [source.id, ...sourcesBehind(source, all, seen)];
    });
}

const entryIn = (screen: FlowScreen): { readonly list: string; readonly n: number } | undefined => {
  const [first] = screen.kind === 'questions' ? screen.questions : [];
  return first && entryOf(first.id);
};

/** Ids of screens may hold letters only: A, B … Z, BA, BB … */
function inLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${inLetters(Math.floor(at / 26))}${last}`;
}
