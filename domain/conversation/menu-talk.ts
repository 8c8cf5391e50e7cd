import { serviceKey } from '../catalogue/catalogue.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { Choice } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Rows of the longest list that any channel can show. */
const LIST_ROWS = 10;

/** The first thing that a person sees: an invitation to say it in his own words, and three likely taps. */
export function welcome(turn: TurnInHand): void {
  turn.say('talk.welcome', { choices: mainChoices() });
}

const mainChoices = (): readonly Choice[] => [
  choice(command.services, 'menu.services'),
  choice(command.mine, 'menu.mine'),
  choice(command.languages, 'menu.language'),
];

/** All services, or their categories where they do not fit into one list. */
export function showServices(turn: TurnInHand): void {
  const { services } = turn.context.catalogue;
  if (services.length <= LIST_ROWS) return sayServices(turn, services);
  const categories = [...new Set(services.map(({ category }) => category))];
  turn.say('menu.whichCategory', {
    choices: categories.map((category) => choice(command.category(category), `categories.${category}`)),
    listTitle: phrase('menu.categories'),
  });
}

export function showCategory(turn: TurnInHand, category: string): void {
  const services = turn.context.catalogue.services.filter((service) => service.category === category);
  if (services.length === 0) return showServices(turn);
  sayServices(turn, services);
}

function sayServices(turn: TurnInHand, services: readonly ServiceDefinition[]): void {
  turn.say('menu.whichService', {
    choices: services.map(({ id }) => choice(command.apply(id), serviceKey.menu(id))),
    listTitle: phrase('menu.services'),
  });
}

/** What a service is, for whom, with what papers, how long and how much. */
export function explainService(turn: TurnInHand, serviceId: string): void {
  const service = turn.context.catalogue.find(serviceId);
  if (!service) return turn.say('talk.serviceGone');
  const { form } = turn.conversation;
  if (form) return askAgain(turn, phrase(serviceKey.info(serviceId)));
  turn.say(phrase(serviceKey.info(serviceId)), {
    choices: [choice(command.apply(serviceId), 'menu.begin'), choice(command.services, 'menu.services')],
  });
}

/** A tap on something that is over. */
export function hearStale(turn: TurnInHand): void {
  if (turn.conversation.form) return askAgain(turn, phrase('talk.stale'));
  turn.say('talk.stale', { choices: mainChoices() });
}

/** Where a person can be reached; the form waits meanwhile. */
export function offerPerson(turn: TurnInHand): void {
  if (turn.conversation.form) return askAgain(turn, phrase('talk.personAt'));
  turn.say('talk.personAt', {
    choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')],
  });
}
