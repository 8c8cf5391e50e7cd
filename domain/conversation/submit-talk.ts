import { answersThatApply } from '../catalogue/questions.ts';
import type { SecondReason } from '../catalogue/second-reasons.ts';
import { blockingRule } from './blocked.ts';
import { askNext, goOn } from './form.ts';
import { hearStale } from './menu-talk.ts';
import type { TurnInHand } from './turn.ts';

/** Files what the summary showed. Nothing is filed that was not shown and affirmed. */
export function submitForm(turn: TurnInHand, knowingly?: SecondReason): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return hearStale(turn);
  const { asking } = form;
  if (asking.what !== 'summary' || asking.isToldBeside || form.version !== service.version) return goOn(turn);

  // What was fine when it was shown may not be so today.
  if (blockingRule(turn, service, form)) return askNext(turn);
  turn.wish({
    type: 'submit',
    submission: {
      applicationId: form.applicationId,
      serviceId: service.id,
      definitionVersion: form.version,
      ...(knowingly && { knowingly }),
      answers: answersThatApply(service, form.answers, turn.today, turn.more(service, form.answers)),
      papers: Object.entries(form.papers).map(([requirement, { paperId }]) => ({ requirement, paperId })),
    },
  });
}
