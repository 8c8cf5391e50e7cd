import { serviceKey } from '../catalogue/catalogue.ts';
import { neededPapers } from '../catalogue/papers.ts';
import { timeLimitOf } from '../catalogue/time-limit.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import type { TurnInHand } from './turn.ts';

/** In how many days it is decided, the longest that it can become while that is open; then the same question again. */
export function sayDays(turn: TurnInHand): boolean {
  const open = openService(turn);
  if (!open) return false;
  const { service, answers } = open;
  const limit = timeLimitOf(service, answers, turn.today, turn.more(service, answers))?.limit;
  const said = limit
    ? phrase(`aside.days.${limit.unit}`, { days: limit.days.value })
    : phrase(serviceKey.info(service.id));
  askAgain(turn, said);
  return true;
}

const NEEDS = ['required', 'undecided', 'optional'] as const;

/** Which papers are needed by the answers so far; then the same question again. */
export function sayPapers(turn: TurnInHand): boolean {
  const open = openService(turn);
  if (!open) return false;
  const { service, answers } = open;
  const needed = neededPapers(service, answers, turn.today, turn.more(service, answers));
  const said = NEEDS.flatMap((need): Phrase[] => {
    const papers = needed.filter((each) => each.need === need).map(({ paper }) => paper.id);
    const list = papers.map((id) => ({ phrase: phrase(serviceKey.paper(service.id, id)) }));
    return list.length === 0 ? [] : [phrase(`aside.papers.${need}`, { papers: { row: list } })];
  });
  askAgain(turn, said.length > 0 ? lines(...said) : phrase('aside.papers.none'));
  return true;
}

function openService(turn: TurnInHand) {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return undefined;
  const offered = form.asking.what === 'facts' ? form.asking.offered : {};
  return { service, answers: { ...form.answers, ...offered } };
}
