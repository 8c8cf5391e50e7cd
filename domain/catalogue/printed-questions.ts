import type { Question, ServiceDefinition } from './service-definition.ts';

/** What a document of the service shows, in order: what it names, or else all that is asked and not secret. */
export const printedIds = ({
  printed,
  questions,
}: Pick<ServiceDefinition, 'printed' | 'questions'>): readonly string[] =>
  printed ?? questions.filter(({ quiet, sensitive }) => !quiet && !sensitive).map(({ id }) => id);

/** The service with those questions marked whose answers are printed as the citizen wrote them. Complaints and information end without a document. */
export function withPrintedMarked(service: ServiceDefinition): ServiceDefinition {
  if (service.kind === 'complaint' || service.kind === 'information') return service;
  const printed = new Set(printedIds(service));
  return { ...service, questions: service.questions.map((each) => (printed.has(each.id) ? marked(each) : each)) };
}

/** Of these the citizen chooses the words. */
const inOwnWords: ReadonlySet<Question['type']> = new Set(['text', 'long-text', 'address', 'location']);

function marked(question: Question): Question {
  if (question.items) return { ...question, items: question.items.map(marked) };
  return inOwnWords.has(question.type) ? { ...question, isPrinted: true } : question;
}
