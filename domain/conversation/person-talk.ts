import { pickOption } from '../answers/pick-option.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { lines, phrase, verbatim } from '../shared/phrase.ts';
import type { SaidLine } from '../shared/said-line.ts';
import { dayOf, type Instant, localTimeOf } from '../shared/time.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { HandoverEvent, Outcome } from './event.ts';
import type { InboundContent } from './message.ts';
import { shownAnswers } from './showing.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Longest message that is passed on to an officer. */
const LONGEST_TEXT = 1500;

/** The citizen wants a person. One who waits already is told once more when somebody comes. */
export function callPerson(turn: TurnInHand): void {
  const { person, form, language, said } = { ...turn.conversation, said: turn.conversation.recent ?? [] };
  const service = form?.asking.what === 'consent' ? undefined : form?.serviceId;
  turn.wish({
    type: 'hand-over',
    handoverId: person?.handoverId ?? turn.context.freshId,
    language,
    said: [...(service === undefined ? [] : formSoFar(turn, service)), ...said],
    ...(service !== undefined && { serviceId: service }),
  });
}

/** What the form knows, as the citizen was shown it: long numbers by their last digits. */
function formSoFar(turn: TurnInHand, serviceId: string): readonly SaidLine[] {
  const { form } = turn.conversation;
  const service = turn.context.catalogue.find(serviceId);
  if (!form || !service) return [];
  const given = shownAnswers(service, form.answers, form.answers);
  const said = lines(phrase(serviceKey.name(serviceId)), ...given);
  return [{ by: 'us', said, purpose: serviceId }];
}

/** The talk lies before the officers. */
export function hearHandedOver(
  turn: TurnInHand,
  { handoverId, opensAt }: Extract<Outcome, { type: 'handed-over' }>,
): void {
  const { person, form } = turn.conversation;
  if (!person) turn.change({ person: { handoverId, isHere: false } });
  const said = opensAt === undefined ? phrase('person.called') : phrase('person.later', openingValues(opensAt));
  if (form) return askAgain(turn, said);
  turn.say(said, { choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')] });
}

const openingValues = (opensAt: Instant) => ({
  day: { date: dayOf(opensAt), withWeekday: true },
  time: localTimeOf(opensAt).slice(11),
});

/**
 * A text of a citizen who asked for a person. To one who is there it goes, and to nobody else; while one is still
 * waited for, it is kept for him, and the talk goes on. Returns whether a person has it.
 */
export function passOn(turn: TurnInHand, content: InboundContent): boolean {
  const { person } = turn.conversation;
  const text = person && textOf(content);
  if (!person || !text) return false;
  if (person.isHere && pickOption(text, [{ value: command.machine, labels: turn.context.words('person.machine') }])) {
    leavePerson(turn);
    return true;
  }
  turn.wish({ type: 'tell-officer', handoverId: person.handoverId, text: text.slice(0, LONGEST_TEXT) });
  return person.isHere;
}

function textOf(content: InboundContent): string | undefined {
  if (content.type === 'text') return content.text.trim();
  if (content.type === 'contact') return content.phones[0];
  if (content.type !== 'location') return undefined;
  return [content.address, `${content.latitude},${content.longitude}`].filter(Boolean).join(' · ');
}

/** The citizen goes on with the machine. */
export function leavePerson(turn: TurnInHand): void {
  const { person } = turn.conversation;
  if (!person) return goOnAlone(turn, 'person.notHere');
  turn.wish({ type: 'leave-officer', handoverId: person.handoverId });
  turn.forget('person');
  goOnAlone(turn, 'person.left');
}

/** What an officer does in the talk. What comes of a talk that is over changes nothing. */
export function hearOfficer(turn: TurnInHand, event: HandoverEvent): void {
  const { person } = turn.conversation;
  if (person?.handoverId !== event.handoverId) return;
  const machine = { choices: [choice(command.machine, 'person.machine')] };
  switch (event.type) {
    case 'officer-joined':
      turn.change({ person: { ...person, isHere: true } });
      return turn.say(phrase('person.joined', { role: { phrase: phrase(`roles.${event.role}`) } }), machine);
    case 'officer-said':
      return turn.say(phrase('person.says', { text: { phrase: verbatim(event.text) } }), machine);
    case 'officer-left':
      turn.forget('person');
      return goOnAlone(turn, 'person.ended');
  }
}

function goOnAlone(turn: TurnInHand, key: string): void {
  if (turn.conversation.form) return askAgain(turn, phrase(key), true);
  turn.say(key, { choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')] });
}
