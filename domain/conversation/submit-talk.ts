import { judge } from '../catalogue/eligibility.ts';
import { answersThatApply } from '../catalogue/questions.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { goOn } from './form.ts';
import { hearStale } from './menu-talk.ts';
import type { TurnInHand } from './turn.ts';

/** Files what the summary showed. Nothing is filed that was not shown and affirmed. */
export function submitForm(turn: TurnInHand): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return hearStale(turn);
  if (form.asking.what !== 'summary' || form.version !== service.version) return goOn(turn);

  const facts = turn.facts(service, form.answers);
  const [blocked] = judge(service, facts, turn.today).blocking;
  if (blocked) return askAgain(turn, phrase(`services.${service.id}.rules.${blocked.id}`));
  turn.wish({
    type: 'submit',
    submission: {
      applicationId: form.applicationId,
      serviceId: service.id,
      definitionVersion: form.version,
      answers: answersThatApply(service, form.answers, turn.today, turn.more(service, form.answers)),
      papers: Object.entries(form.papers).map(([requirement, { paperId }]) => ({ requirement, paperId })),
    },
  });
}
