import { type Topic, topicsAsked } from '../answers/asked-topics.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { feeOf } from '../catalogue/fee.ts';
import { neededPapers } from '../catalogue/papers.ts';
import type { Answers, ServiceDefinition, TimeLimit } from '../catalogue/service-definition.ts';
import { timeLimitOf } from '../catalogue/time-limit.ts';
import { visitsOf } from '../catalogue/visits.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command, partsOf } from './commands.ts';
import { feeSentence, serviceValues } from './showing.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Just what was asked about the service in hand, by what is known so far; a form's question then comes again. */
export function sayExactly(turn: TurnInHand, topics: readonly Topic[]): boolean {
  const anywhere = topics.flatMap((topic) => ofEveryService[topic] ?? []);
  const service = serviceInHand(turn);
  if (anywhere.length > 0) sayAnywhere(turn, anywhere);
  else if (service && topics.length > 0) sayAbout(turn, service, topics);
  else return false;
  return true;
}

/** What holds whichever service is meant, or none. */
const ofEveryService: Readonly<Partial<Record<Topic, Phrase>>> = {
  kiosk: phrase('aside.kiosk'),
  sending: phrase('aside.sending'),
};

function sayAnywhere(turn: TurnInHand, said: readonly Phrase[]): void {
  if (turn.conversation.form) return askAgain(turn, lines(...said));
  turn.say(lines(...said), {
    choices: [choice(command.services, 'menu.services'), choice(command.human, 'talk.person')],
  });
}

/** What a service is: only what the question is about where it asks for one thing; else for whom, with what, in which time. */
export function explainService(turn: TurnInHand, serviceId: string, question = turn.conversation.wanted ?? ''): void {
  const service = turn.context.catalogue.find(serviceId);
  turn.forget('wanted');
  if (!service) return turn.say('talk.serviceGone');
  sayAbout(turn, service, topicsAsked(question));
}

function sayAbout(turn: TurnInHand, service: ServiceDefinition, topics: readonly Topic[]): void {
  const { form } = turn.conversation;
  const isOpen = form?.serviceId === service.id;
  const answers = isOpen ? { ...form.answers, ...(form.asking.what === 'facts' && form.asking.offered) } : {};
  const said = topics.flatMap((topic) => ofEveryService[topic] ?? exactly[topic]?.(turn, service, answers) ?? []);
  const all = said.length > 0 ? said : [phrase(serviceKey.who(service.id)), phrase(serviceKey.info(service.id))];
  // Of the form's own service there is no doubt which one is meant.
  const named = isOpen || said.length === 0 ? all : [phrase(serviceKey.name(service.id)), ...all];
  if (form) return askAgain(turn, lines(...named));
  turn.say(lines(...named), {
    choices: [choice(command.apply(service.id), 'menu.begin'), choice(command.services, 'menu.services')],
  });
}

/** The form's, or the only one that is offered. */
function serviceInHand(turn: TurnInHand): ServiceDefinition | undefined {
  const { form, offered = [] } = turn.conversation;
  const ids = offered.map(({ id }) => partsOf(id)).filter(([area]) => area === 'service');
  const [only, ...others] = new Set(ids.map(([, service = '']) => service));
  const id = form?.serviceId ?? (others.length === 0 ? only : undefined);
  return id === undefined ? undefined : turn.context.catalogue.find(id);
}

type Exactly = (turn: TurnInHand, service: ServiceDefinition, answers: Answers) => Phrase;

const exactly: Readonly<Partial<Record<Topic, Exactly>>> = {
  fee: (turn, service, answers) =>
    service.dues
      ? phrase(serviceKey.feeInWords(service.id))
      : feeSentence(service, feeOf(service, answers, turn.today, turn.more(service, answers))),
  days: sayDays,
  papers: sayPapers,
  who: (_, { id }) => phrase(serviceKey.who(id)),
  where: sayWhere,
};

/** In how many days it is decided; while that is open, what it is at best and at worst. */
function sayDays(turn: TurnInHand, service: ServiceDefinition, answers: Answers): Phrase {
  const found = timeLimitOf(service, answers, turn.today, turn.more(service, answers));
  if (!found) return phrase('aside.days.atOnce');
  const { known, limit, shortest } = found;
  if (!known && shortest !== limit)
    return phrase('aside.days.byTheCase', { least: { phrase: timeOf(shortest) }, most: { phrase: timeOf(limit) } });
  if (limit.days.value === 0) return phrase('aside.days.atOnce');
  return phrase(limit.days.verified ? 'aside.days.within' : 'aside.days.about', { time: { phrase: timeOf(limit) } });
}

/** "7 working days". */
const timeOf = ({ days: { value }, unit }: TimeLimit): Phrase => {
  if (value === 0) return phrase('time.atOnce');
  return value === 1 ? phrase(`time.one.${unit}`) : phrase(`time.several.${unit}`, { n: value });
};

const NEEDS = ['required', 'undecided', 'optional'] as const;

/** Which papers are needed by the answers so far. */
function sayPapers(turn: TurnInHand, service: ServiceDefinition, answers: Answers): Phrase {
  const needed = neededPapers(service, answers, turn.today, turn.more(service, answers));
  const said = NEEDS.flatMap((need): Phrase[] => {
    const papers = needed.filter((each) => each.need === need).map(({ paper }) => paper.id);
    const list = papers.map((id) => ({ phrase: phrase(serviceKey.paper(service.id, id)) }));
    return list.length === 0 ? [] : [phrase(`aside.papers.${need}`, { papers: { row: list } })];
  });
  return said.length > 0 ? lines(...said) : phrase('aside.papers.none');
}

/** Whether the citizen has to go anywhere, and who comes to him. */
function sayWhere(turn: TurnInHand, service: ServiceDefinition, answers: Answers): Phrase {
  const visits = visitsOf(service, answers, turn.today, turn.more(service, answers));
  const said = visits.map(({ where, isCertain, roles }) => {
    const officers = { row: roles.map((role) => ({ phrase: phrase(`roles.${role}`) })) };
    if (where === 'office' && service.kind === 'booking') return phrase('aside.where.booked');
    return phrase(`aside.where.${where}.${isCertain ? 'surely' : 'perhaps'}`, { officers });
  });
  const goesNowhere = !visits.some(({ where }) => where === 'office');
  return lines(...(goesNowhere ? [phrase('aside.where.nowhere', serviceValues(service))] : []), ...said);
}
