import { type IsoDate, isDate, yearsBetween } from '../shared/time.ts';
import { entryCount, entryOf, givenAnswer, isListClosed, itemId, questionsOf } from './expand-list.ts';
import { placeOf } from './local-body.ts';
import { evaluate, type Facts, type FactValue, holds } from './rule.ts';
import type { Answer, Answers, Question, ServiceDefinition } from './service-definition.ts';

/**
 * What the answers say, as rules need it: money in rupees (rules name rupees, answers are paise), presumed values where
 * nothing else was said, and what follows from an answer, such as `age` or a computed question. Answers to questions that
 * no longer apply are left out, so that an early change of mind leaves nothing behind. `more` are facts from elsewhere;
 * answers win.
 */
export function answersAsFacts(
  definition: Pick<ServiceDefinition, 'questions'>,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): Facts {
  const lists = definition.questions.filter(({ type }) => type === 'list');
  let applying = questionsOf(definition, answers);
  const ids = new Set(applying.map(({ id }) => id));
  // Each round drops the next link of a chain of questions that hang on one another.
  for (;;) {
    const given = { ...more, ...Object.fromEntries(applying.map((each) => factOf(each, answers))) };
    const listed = Object.assign({}, ...lists.map((list) => listFacts(list, applying, answers)));
    const facts = withComputed(withDerived({ ...given, ...listed }, today), applying, today);
    const left = new Set(applying.filter((each) => answers[each.id] !== '').map(({ id }) => id));
    const isGone = (fact: string): boolean => ids.has(fact) && !left.has(fact);
    const still = applying.filter((each) => applies(each, facts, today, isGone));
    if (still.length === applying.length) return facts;
    applying = still;
  }
}

/** A question falls away when its condition fails, and when all that could decide it has fallen away or was passed over. */
function applies({ when }: Question, facts: Facts, today: IsoDate, isGone: (fact: string) => boolean): boolean {
  if (when === undefined) return true;
  const result = evaluate(when, facts, today);
  if (result.known) return holds(when, facts, today) !== false;
  return result.missing.length === 0 || !result.missing.every(isGone);
}

function factOf(question: Question, answers: Answers): [string, string | number | undefined] {
  const answer = givenAnswer(question, answers) ?? question.presumed;
  if (answer === undefined || answer === '') return [question.id, undefined];
  if (question.type === 'money' && /^\d{1,15}$/.test(answer)) return [question.id, Number(answer) / 100];
  return [question.id, answer];
}

/** `members_count`, and `members_share_sum` of items that are numbers: known when the citizen has told of all entries. */
function listFacts(list: Question, applying: readonly Question[], answers: Answers): Facts {
  const entries = applying.filter(({ id }) => entryOf(id)?.list === list.id);
  if (entries.length > 0 && !isListClosed(list, answers)) return {};
  const count = entries.length === 0 ? 0 : entryCount(list, answers);
  const summed = (list.items ?? []).filter(({ type }) => type === 'number' || type === 'money');
  const sums = summed.map(({ id }): [string, number | undefined] => [
    `${list.id}_${id}_sum`,
    sumOf(
      entries.filter((each) => Array.from({ length: count }, (_, at) => itemId(list.id, at + 1, id)).includes(each.id)),
      answers,
    ),
  ]);
  return { [`${list.id}_count`]: count, ...Object.fromEntries(sums) };
}

/** What was passed over counts as nothing; what is still open leaves the sum unknown. */
function sumOf(items: readonly Question[], answers: Answers): number | undefined {
  const values = items.map((item) => (answers[item.id] === '' ? 0 : factOf(item, answers)[1]));
  return values.some((value) => value === undefined)
    ? undefined
    : values.reduce<number>((sum, value) => sum + Number(value), 0);
}

/** In the order of the form: a computed value may use those before it. One that was filed stays as it was then. */
function withComputed(facts: Facts, applying: readonly Question[], today: IsoDate): Facts {
  let known = facts;
  for (const { id, computed } of applying) {
    if (computed === undefined || known[id] !== undefined) continue;
    const result = evaluate(computed, known, today);
    if (result.known) known = withDerived({ ...known, [id]: result.value }, today);
  }
  return known;
}

/** The canonical answer that a computed fact stands for. */
export function computedAnswer({ type }: Question, value: FactValue): Answer {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return type === 'money' ? String(Math.round(value * 100)) : String(Number(value.toFixed(6)));
}

/** Facts that rules may name beside a service's own questions: derived here, or from registers and bills. */
export const FACTS: ReadonlySet<string> = new Set([
  ...['age', 'residence_years', 'citizen', 'has_aadhaar', 'resident_delhi', 'local_body'],
  ...['already_issued', 'open_application', 'dues', 'today'],
]);

const delhiPin = /(?<!\d)11\s?\d{4}(?!\d)/;
const anyPin = /(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)/;

/** Facts that follow from others by the catalogue's rules. One that is given is never overwritten. */
function withDerived(given: Facts, today: IsoDate): Facts {
  const years = (date: unknown): number | undefined =>
    typeof date === 'string' && isDate(date) ? yearsBetween(date, today) : undefined;
  const address = given.present_address;
  const nationality = given.nationality;
  const derived: Facts = {
    age: years(given.date_of_birth),
    residence_years: years(given.residence_since),
    citizen: nationality === undefined ? undefined : nationality === 'indian',
    has_aadhaar: given.aadhaar_ref === undefined ? undefined : true,
    resident_delhi: typeof address === 'string' && anyPin.test(address) ? delhiPin.test(address) : undefined,
  };
  const added = Object.entries(derived).filter(([name, value]) => value !== undefined && given[name] === undefined);
  return { ...given, ...Object.fromEntries(added) };
}

/** The questions behind a fact: its own, the one that it is derived from, or all entries of the list that it is about. */
export function sourcesOf(fact: string, questions: readonly Question[]): readonly Question[] {
  const place = fact === 'local_body' ? placeOf({ questions }) : undefined;
  const named = place ? [place] : questions.filter(({ id }) => id === fact || id === derivedFrom[fact]);
  if (named.length > 0) return named;
  const entries = questions.flatMap((question) => {
    const entry = entryOf(question.id);
    return entry && isAboutList(fact, entry.list) ? [question] : [];
  });
  return entries;
}

const isAboutList = (fact: string, list: string): boolean =>
  fact === `${list}_count` || (fact.startsWith(`${list}_`) && fact.endsWith('_sum'));

/** A derived fact is known once the question behind it is answered. */
const derivedFrom: Readonly<Record<string, string>> = {
  age: 'date_of_birth',
  residence_years: 'residence_since',
  citizen: 'nationality',
  resident_delhi: 'present_address',
};
