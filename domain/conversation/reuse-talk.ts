import { check } from '../catalogue/check-answer.ts';
import { forSelf, isOwnFact } from '../catalogue/own-facts.ts';
import { openQuestions } from '../catalogue/questions.ts';
import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import type { Form, GivenPaper } from './conversation.ts';
import type { Outcome } from './event.ts';
import { askNext, openPapers } from './form.ts';
import { hearStale } from './menu-talk.ts';
import { askableAgain } from './reuse.ts';
import type { TurnInHand } from './turn.ts';

/** His yes is his consent to that use; it is kept as such. */
export function tapReuse(turn: TurnInHand, what: string): void {
  const { form, language } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!service || form.asking.what !== 'reuse') return hearStale(turn);
  if (what !== 'self') return askNext(turn);
  const { noticeVersion } = turn.context.catalogue;
  turn.wish({ type: 'give-consent', purpose: 'reuse', noticeVersion, language });
  turn.wish({
    type: 'recall',
    questions: askableAgain(turn, service, form),
    papers: openPapers(service, form, turn).map(({ id }) => id),
    serviceId: service.id,
  });
}

/** What he told before, to be confirmed; only what still fits. */
export function hearRecalled(
  turn: TurnInHand,
  { from, answers, papers }: Extract<Outcome, { type: 'recalled' }>,
): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what !== 'reuse') return;
  const offered = { ...forSelf(service), ...fitting(turn, service, form, answers) };
  if (from === undefined || Object.keys(fitting(turn, service, form, answers)).length === 0) {
    return askNext(turn, phrase('reuse.nothing'));
  }
  turn.changeForm({ asking: { what: 'facts', from, offered, papers: known(turn, service, form, papers) } });
  askAgain(turn);
}

function fitting(turn: TurnInHand, service: ServiceDefinition, form: Form, answers: Answers): Answers {
  const facts = turn.facts(service, { ...form.answers, ...answers });
  const open = openQuestions(service, form.answers, turn.today, turn.more(service, form.answers));
  return Object.fromEntries(
    open.flatMap((question): [string, string][] => {
      const answer = isOwnFact(question) ? answers[question.id] : undefined;
      return answer !== undefined && !check(question, answer, facts, turn.today) ? [[question.id, answer]] : [];
    }),
  );
}

function known(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  papers: Readonly<Record<string, GivenPaper>>,
): Readonly<Record<string, GivenPaper>> {
  const open = new Set(openPapers(service, form, turn).map(({ id }) => id));
  return Object.fromEntries(Object.entries(papers).filter(([id]) => open.has(id)));
}
