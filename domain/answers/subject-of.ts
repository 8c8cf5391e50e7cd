import type { Answers, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { folded } from './fold.ts';
import { wordsOf } from './plain-text.ts';

/**
 * What an application is about, as one text to compare by: the same for one person written in either script, with or
 * without capitals, spaces, and words of respect. Absent where the service names no subject, or not all of it is answered.
 */
export function subjectOf(
  { id, subject = [], questions }: Pick<ServiceDefinition, 'id' | 'subject' | 'questions'>,
  answers: Answers,
): string | undefined {
  if (subject.length === 0 || subject.some((each) => !answers[each])) return undefined;
  const typeOf = (each: string) => questions.find((question) => question.id === each)?.type;
  return [id, ...subject.map((each) => `${each}=${likened(answers[each] ?? '', typeOf(each))}`)].join('\n');
}

const SPELLED: ReadonlySet<Question['type'] | undefined> = new Set(['person-name', 'text', 'long-text', 'address']);

/** Letters of words are brought to one spelling; digits stay, for each counts. */
function likened(answer: string, type: Question['type'] | undefined): string {
  const words = wordsOf(answer);
  if (!SPELLED.has(type)) return words.join('');
  const named = type === 'person-name' ? words.filter((word) => !wordsOfRespect.has(word)) : words;
  return named.map((word) => (/\d/.test(word) ? word : folded(word))).join('');
}

/** Matched, never shown. */
const wordsOfRespect: ReadonlySet<string> = new Set(
  'shri sri shree smt shrimati kumari km mr mrs ms miss dr ji श्री श्रीमती कुमारी डा डॉ जी'.split(' '),
);
