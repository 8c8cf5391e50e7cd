import { type IsoDate, isDate, yearsBetween } from '../shared/time.ts';
import { evaluate, type Facts, holds } from './rule.ts';
import type { Answers, Question, ServiceDefinition } from './service-definition.ts';

/**
 * What the answers say, as rules need it: money in rupees (rules name rupees, answers are paise), presumed values where
 * nothing else was said, and what follows from an answer, such as `age`. Answers to questions that no longer apply are
 * left out, so that an early change of mind leaves nothing behind. `more` are facts from elsewhere; answers win.
 */
export function answersAsFacts(
  { questions }: Pick<ServiceDefinition, 'questions'>,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): Facts {
  const ids = new Set(questions.map(({ id }) => id));
  let applying = questions;
  // Each round drops the next link of a chain of questions that hang on one another.
  for (;;) {
    const facts = withDerived({ ...more, ...Object.fromEntries(applying.map((each) => factOf(each, answers))) }, today);
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
  const answer = (Object.hasOwn(answers, question.id) ? answers[question.id] : undefined) ?? question.presumed;
  if (answer === undefined || answer === '') return [question.id, undefined];
  if (question.type === 'money' && /^\d{1,15}$/.test(answer)) return [question.id, Number(answer) / 100];
  return [question.id, answer];
}

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
