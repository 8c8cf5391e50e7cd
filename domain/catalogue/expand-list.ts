import { renameFacts } from './rule-syntax.ts';
import type { Answers, Question, ServiceDefinition } from './service-definition.ts';

/** More entries than this nobody tells in a talk; a list that names no bound of its own ends here. */
const MOST_ENTRIES = 20;
/** The question after an entry: is there one more? */
const ANOTHER = 'another';

/**
 * The questions that stand for these answers: a list has become the questions of its entries, such as `members.1.name`,
 * `members.1.another`, `members.2.name`; of choices that hang on another answer those that fit are left. Every reader of
 * a definition's questions comes through here.
 */
export function questionsOf(
  { questions }: Pick<ServiceDefinition, 'questions'>,
  answers: Answers,
): readonly Question[] {
  if (questions.every((each) => each.type !== 'list' && each.choicesBy === undefined)) return questions;
  const expanded = questions.flatMap((each) => (each.type === 'list' ? entriesOf(each, answers) : [each]));
  const byId = new Map(expanded.map((each) => [each.id, each]));
  return expanded.map((each) => (each.choicesBy ? withFittingChoices(each, byId, answers) : each));
}

export interface Entry {
  readonly list: string;
  /** From 1; 0 is before the first, where a list may be empty. */
  readonly n: number;
  /** The item's id within the list; `another` for the question after an entry. */
  readonly item: string;
}

/** What a question of a list stands for: `members.2.name` is the name in the second entry of `members`. */
export function entryOf(id: string): Entry | undefined {
  const [list, n, item, ...more] = id.split('.');
  if (!list || !item || more.length > 0 || n === undefined || !/^\d{1,2}$/.test(n)) return undefined;
  return { list, n: Number(n), item };
}

/** Asks whether there is one more entry; it says nothing that an officer needs to read. */
export const asksForAnother = (id: string): boolean => entryOf(id)?.item === ANOTHER;

export const itemId = (list: string, n: number, item: string): string => `${list}.${n}.${item}`;
export const anotherId = (list: string, n: number): string => itemId(list, n, ANOTHER);

/** How many entries a list has so far; the one that is being told counts. */
export function entryCount(list: Question, answers: Answers): number {
  const { least, most } = boundsOf(list);
  let count = least === 0 && !isYes(answers, anotherId(list.id, 0)) ? 0 : Math.max(least, 1);
  while (count > 0 && count < most && isYes(answers, anotherId(list.id, count))) count += 1;
  return count;
}

/** What was told of each entry, by the items' own ids. */
export const entriesIn = (list: Question, answers: Answers): readonly Answers[] =>
  Array.from({ length: entryCount(list, answers) }, (_, at) =>
    Object.fromEntries(
      (list.items ?? []).flatMap(({ id }): [string, string][] => {
        const answer = own(answers, itemId(list.id, at + 1, id));
        return answer ? [[id, answer]] : [];
      }),
    ),
  ).filter((entry) => Object.keys(entry).length > 0);

/** Whether the citizen has said that there are no more entries, or there can be none. */
export function isListClosed(list: Question, answers: Answers): boolean {
  const count = entryCount(list, answers);
  return count >= boundsOf(list).most || own(answers, anotherId(list.id, count)) === 'no';
}

export function boundsOf({ min, max, optional }: Question): { readonly least: number; readonly most: number } {
  const least = Math.max(0, min ?? (optional ? 0 : 1));
  return { least, most: Math.max(least, 1, max ?? MOST_ENTRIES) };
}

/** Whether a list has more entries than it must. */
export function mayRemove(
  { questions }: Pick<ServiceDefinition, 'questions'>,
  answers: Answers,
  list: string,
): boolean {
  const question = questions.find(({ id, type }) => id === list && type === 'list');
  return question !== undefined && entryCount(question, answers) > boundsOf(question).least;
}

/** The answers without one entry; those after it move up. No entry follows then, unless one is added. */
export function withoutEntry(list: Question, answers: Answers, n: number): Answers {
  const count = entryCount(list, answers);
  if (n < 1 || n > count) return answers;
  const moved = Object.entries(answers).flatMap(([id, answer]): [string, string][] => {
    const entry = entryOf(id);
    if (entry?.list !== list.id || entry.n < n) return [[id, answer]];
    return entry.n === n || entry.n > count ? [] : [[itemId(list.id, entry.n - 1, entry.item), answer]];
  });
  const { least, most } = boundsOf(list);
  const left = count - 1;
  const closing = left >= least && left < most ? { [anotherId(list.id, left)]: 'no' } : {};
  return { ...Object.fromEntries(moved), ...closing };
}

const own = (answers: Answers, id: string): string | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;
const isYes = (answers: Answers, id: string): boolean => own(answers, id) === 'yes';

function entriesOf(list: Question, answers: Answers): readonly Question[] {
  const { least, most } = boundsOf(list);
  const count = entryCount(list, answers);
  const entries = Array.from({ length: count }, (_, at) => [
    ...itemsOf(list, at + 1),
    ...(at + 1 >= least && at + 1 < most ? [another(list, at + 1)] : []),
  ]).flat();
  return least === 0 ? [another(list, 0), ...entries] : entries;
}

const another = ({ id, when }: Question, n: number): Question => ({
  id: anotherId(id, n),
  type: 'yes-no',
  ...(when !== undefined && { when }),
});

/** Kept by definition, because the questions are looked up many times in a turn. */
const itemsByList = new WeakMap<Question, Map<number, readonly Question[]>>();

function itemsOf(list: Question, n: number): readonly Question[] {
  const known = itemsByList.get(list) ?? new Map<number, readonly Question[]>();
  itemsByList.set(list, known);
  const before = known.get(n);
  if (before) return before;
  const items = freshItems(list, n);
  known.set(n, items);
  return items;
}

/** What a paper says is about one person, and nobody knows of which entry; so papers answer no items. */
function freshItems(list: Question, n: number): readonly Question[] {
  const items = list.items ?? [];
  const names = new Set(items.map(({ id }) => id));
  const rename = (id: string): string => (names.has(id) ? itemId(list.id, n, id) : id);
  return items.map(({ prefill: _ofAPaper, ...item }) => {
    const when = [list.when, item.when && renameFacts(item.when, rename)].filter((rule) => rule !== undefined);
    return {
      ...item,
      id: rename(item.id),
      ...(when.length > 0 && { when: when.map((rule) => `(${rule})`).join(' and ') }),
      ...(item.computed !== undefined && { computed: renameFacts(item.computed, rename) }),
      ...(item.sameAs !== undefined && { sameAs: rename(item.sameAs) }),
      ...(item.notBefore !== undefined && { notBefore: rename(item.notBefore) }),
      ...(item.notAfter !== undefined && { notAfter: rename(item.notAfter) }),
      ...(item.choicesBy && { choicesBy: { ...item.choicesBy, question: rename(item.choicesBy.question) } }),
    };
  });
}

/** While the other question has no answer, all are on offer. */
function withFittingChoices(question: Question, byId: ReadonlyMap<string, Question>, answers: Answers): Question {
  const { choicesBy, choices = [] } = question;
  if (!choicesBy) return question;
  const other = own(answers, choicesBy.question) ?? byId.get(choicesBy.question)?.presumed ?? '';
  const fitting = Object.hasOwn(choicesBy.of, other) ? choicesBy.of[other] : undefined;
  return fitting ? { ...question, choices: choices.filter((each) => fitting.includes(each)) } : question;
}

/** The answer given to a question, unless it no longer fits because another answer has changed. */
export function givenAnswer({ id, choicesBy, choices = [] }: Question, answers: Answers): string | undefined {
  const answer = own(answers, id);
  if (!choicesBy || answer === undefined || answer === '') return answer;
  return answer.split(',').every((each) => choices.includes(each)) ? answer : undefined;
}
