import { answersAsFacts } from '../catalogue/facts.ts';
import { holds } from '../catalogue/rule.ts';
import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { OfficerId, PaperId } from '../shared/ids.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import type { ApplicationSnapshot, Change } from './application-snapshot.ts';
import { NotNow, ReopenedBefore } from './errors.ts';

/** Somebody is at work on it. */
export function start({ status, acknowledgementNumber }: ApplicationSnapshot, by: OfficerId): Change {
  if (!['registered', 'assigned', 'reopened', 'query-answered'].includes(status))
    throw new NotNow(acknowledgementNumber);
  return { status: 'in-progress', entry: { by }, events: ['ComplaintStarted'] };
}

/** Whether the service wants to see the work before it is called done. */
export function needsPhoto(
  { complaint, questions }: Pick<ServiceDefinition, 'complaint' | 'questions'>,
  answers: Answers,
  today: IsoDate,
): boolean {
  const rule = complaint?.photoToResolve;
  return rule !== undefined && holds(rule, answersAsFacts({ questions }, answers, today), today) === true;
}

/** An officer says that it is done; the citizen has the last word. */
export const resolve = (
  { papers }: ApplicationSnapshot,
  { by, note, photo }: { by: OfficerId; note: string; photo?: PaperId | undefined },
  now: Instant,
): Change => ({
  status: 'resolved',
  set: {
    resolution: { by, at: now, note, ...(photo && { photo }) },
    ...(photo && { papers: [...papers, { requirement: 'resolution', paperId: photo }] }),
  },
  entry: { by, note },
  events: ['ComplaintResolved'],
});

/** The citizen says so too, or has said nothing for so long that it counts as a yes. */
export function close({ status, acknowledgementNumber }: ApplicationSnapshot, by: 'citizen' | 'system'): Change {
  if (status !== 'resolved') throw new NotNow(acknowledgementNumber);
  return { status: 'closed', entry: { by }, events: ['ComplaintClosed'] };
}

/**
 * It was not done after all; `dueOn` is the new promise. The first time it goes back to its officer, the second time to
 * `escalateTo`, who has the last word.
 */
export function reopen(state: ApplicationSnapshot, dueOn: IsoDate, escalateTo: string | undefined): Change {
  const { status, acknowledgementNumber, timesReopened } = state;
  if (status !== 'resolved') throw new NotNow(acknowledgementNumber);
  if (timesReopened > 1 || (timesReopened === 1 && !escalateTo)) throw new ReopenedBefore(acknowledgementNumber);
  return {
    status: 'reopened',
    set: {
      dueOn,
      timesReopened: timesReopened + 1,
      ...(timesReopened === 1 && escalateTo && { escalatedTo: escalateTo }),
    },
    entry: { by: 'citizen', ...(timesReopened === 1 && escalateTo && { note: escalateTo }) },
    events: ['ComplaintReopened'],
  };
}
