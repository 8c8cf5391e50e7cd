import { serviceKey } from '../catalogue/catalogue.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { LIST_ROWS, oneListOf } from './list-rows.ts';
import type { Choice, InboundContent } from './message.ts';
import { offerNumber } from './number-offer.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The first thing that a person sees: an invitation to say it in his own words, and three likely taps. */
export function welcome(turn: TurnInHand): void {
  turn.say('talk.welcome', { choices: mainChoices() });
  offerNumber(turn, 'greeting');
}

const MET = { joined: 'link.joined', 'kept-apart': 'citizen.bothHaveFiles' } as const;

/** His own number, by a tap: it is kept with him, and joined to what is known under it, by whoever took the message in. */
export function hearOwnNumber(turn: TurnInHand, { met }: Extract<InboundContent, { type: 'contact' }>): void {
  const said = met ? MET[met] : 'talk.numberKnown';
  if (turn.conversation.form) return askAgain(turn, phrase(said));
  turn.say(said, { choices: mainChoices() });
}

/** Who writes here, and how to hear no more of it: every sender of SMS owes that to whoever writes HELP. */
export const helpOutsideForm = (turn: TurnInHand): void => turn.say('talk.help', { choices: mainChoices() });

const mainChoices = (): readonly Choice[] => [
  choice(command.services, 'menu.services'),
  choice(command.mine, 'menu.mine'),
  choice(command.languages, 'menu.language'),
];

/** What most people come for; from there all services are one tap away. A short catalogue is shown whole. */
export function showServices(turn: TurnInHand): void {
  const { services, popular } = turn.context.catalogue;
  if (services.length <= LIST_ROWS) return sayServices(turn, services.map(toApply));
  const known = popular.flatMap((id) => turn.context.catalogue.find(id) ?? []).slice(0, LIST_ROWS - 1);
  if (known.length === 0) return showCategories(turn);
  sayServices(turn, [...known.map(toApply), choice(command.categories(0), 'menu.moreServices')]);
}

/** The kinds of services, from one of them on. */
export function showCategories(turn: TurnInHand, from = 0): void {
  const categories = [...new Set(turn.context.catalogue.services.map(({ category }) => category))];
  const rows = categories.map((category) => choice(command.category(category), `categories.${category}`));
  turn.say('menu.whichCategory', {
    choices: oneListOf(rows, from, command.categories),
    listTitle: phrase('menu.categories'),
  });
}

export function showCategory(turn: TurnInHand, category: string, from = 0): void {
  const services = turn.context.catalogue.services.filter((service) => service.category === category);
  if (services.length === 0) return showServices(turn);
  sayServices(
    turn,
    oneListOf(services.map(toApply), from, (next) => command.category(category, next)),
  );
}

const toApply = ({ id }: ServiceDefinition): Choice => choice(command.apply(id), serviceKey.menu(id));

const sayServices = (turn: TurnInHand, choices: readonly Choice[]): void =>
  turn.say('menu.whichService', { choices, listTitle: phrase('menu.services') });

/** A tap on something that is over. */
export function hearStale(turn: TurnInHand): void {
  if (turn.conversation.form) return askAgain(turn, phrase('talk.stale'));
  turn.say('talk.stale', { choices: mainChoices() });
}
