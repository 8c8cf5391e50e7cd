import { pickOption } from '../answers/pick-option.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { lines, type Phrase, phrase, verbatim } from '../shared/phrase.ts';
import type { SaidLine } from '../shared/said-line.ts';
import { dayOf, type Instant, localTimeOf } from '../shared/time.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { HandoverEvent, Outcome, VoiceEvent } from './event.ts';
import type { InboundContent } from './message.ts';
import { placeText } from './place-text.ts';
import { shownAnswers } from './showing.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Longest message that is passed on to an officer. */
const LONGEST_TEXT = 1500;
/** Files of one talk whose fate the citizen is still told. */
const MOST_FILES = 20;

const machineOffered = { choices: [choice(command.machine, 'person.machine')] };

/** The citizen wants a person. One who waits already is told once more when somebody comes. */
export function callPerson(turn: TurnInHand): void {
  const { person, form, language } = turn.conversation;
  const service = form?.asking.what === 'consent' ? undefined : form?.serviceId;
  turn.wish({
    type: 'hand-over',
    handoverId: person?.handoverId ?? turn.context.freshId,
    language,
    said: service === undefined ? [] : formSoFar(turn, service),
    ...(service !== undefined && { serviceId: service }),
  });
}

/** What the form knows, as the citizen was shown it: long numbers by their last digits. */
function formSoFar(turn: TurnInHand, serviceId: string): readonly SaidLine[] {
  const { form } = turn.conversation;
  const service = turn.context.catalogue.find(serviceId);
  if (!form || !service) return [];
  const given = shownAnswers(service, form.answers, form.answers);
  if (given.length === 0) return [];
  const said = lines(phrase(serviceKey.name(serviceId)), ...given);
  return [{ by: 'us', said, purpose: serviceId, at: turn.context.now }];
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
 * What a citizen sends who asked for a person. To one who is there it goes, and to nobody else; while one is still
 * waited for, words are kept for him, and the talk goes on. Returns whether a person has it.
 */
export function passOn(turn: TurnInHand, content: InboundContent): boolean {
  const { person } = turn.conversation;
  if (!person) return false;
  // The law gives the word a meaning that no officer can take from it; in other words he may be answering one.
  if (content.type === 'text' && /^\s*stop\s*$/iu.test(content.text)) return false;
  // A file that was sent by the link of a request belongs to that request.
  if (content.type === 'media') return person.isHere && !content.answers && passFile(turn, content);
  const said = wordsOf(content);
  if (!said) return false;
  if (content.type === 'text' && person.isHere && wantsMachine(turn, content.text)) leavePerson(turn);
  else turn.wish({ type: 'tell-officer', handoverId: person.handoverId, said });
  return person.isHere;
}

const wantsMachine = ({ context }: TurnInHand, text: string): boolean =>
  pickOption(text, [{ value: command.machine, labels: context.words('person.machine') }]) !== undefined;

function wordsOf(content: InboundContent): Phrase | undefined {
  switch (content.type) {
    case 'text':
      return content.text.trim() === '' ? undefined : verbatim(content.text.trim().slice(0, LONGEST_TEXT));
    case 'contact':
      return content.phones.length > 0 ? phrase('person.sent.contact', { text: content.phones.join(', ') }) : undefined;
    case 'location':
      return phrase('person.sent.location', { text: placeText(content) });
    default:
      return undefined;
  }
}

/**
 * A file for the person: he reads at once what it is, and can open it as soon as it is here. What is said in a voice
 * note he can also read, where notes are written down. Returns whether there is anybody to have it.
 */
export function passFile(turn: TurnInHand, { media, caption }: Extract<InboundContent, { type: 'media' }>): boolean {
  const { person } = turn.conversation;
  if (!person) return false;
  const paperId = turn.context.freshId;
  const isKept = media.kind !== 'video' && media.kind !== 'sticker';
  const words = [caption, media.fileName].filter((text) => text !== undefined && text !== '').join(' · ');
  turn.wish({
    type: 'tell-officer',
    handoverId: person.handoverId,
    said: lines(phrase(`person.sent.${media.kind}`), ...(words === '' ? [] : [verbatim(words.slice(0, LONGEST_TEXT))])),
    ...(isKept && { paper: paperId }),
  });
  if (media.kind === 'video') turn.say('paper.noVideo', machineOffered);
  if (!isKept) return true;
  turn.change({ person: { ...person, files: [...(person.files ?? []), paperId].slice(-MOST_FILES) } });
  turn.wish({ type: 'accept-paper', paperId, media, expected: [] });
  if (media.kind === 'audio' && turn.context.hearsVoice)
    turn.wish({ type: 'transcribe', noteId: paperId, media, language: turn.conversation.language });
  return true;
}

/** Who writes after the officer has gone home hears once when it is read. */
export function hearPassedOn(turn: TurnInHand, { opensAt }: Extract<Outcome, { type: 'passed-on' }>): void {
  const { person } = turn.conversation;
  if (!person?.isHere || opensAt === undefined || person.closedUntil === opensAt) return;
  turn.change({ person: { ...person, closedUntil: opensAt } });
  turn.say(phrase('person.closed', openingValues(opensAt)), machineOffered);
}

/** Somebody who will understand it has been called. */
export function keptForPerson(turn: TurnInHand): void {
  if (turn.conversation.form) return askAgain(turn, phrase('person.kept'));
  turn.say('person.kept', {
    choices: [choice(command.services, 'menu.services'), choice(command.machine, 'person.machine')],
  });
}

/** A file that the person was to have could not be kept: what to send instead is said. */
export function hearFileGone(turn: TurnInHand, paperId: string, why: Phrase): boolean {
  if (!turn.conversation.person?.files?.includes(paperId)) return false;
  turn.say(why, machineOffered);
  return true;
}

/** What is said in a voice note goes to the person who has the note; he can listen to it where nothing was made out. */
export function passTranscript(turn: TurnInHand, event: VoiceEvent): boolean {
  const { person } = turn.conversation;
  if (!person?.files?.includes(event.noteId)) return false;
  if (event.type === 'transcribed') {
    const said = phrase('person.sent.transcript', { text: event.text });
    turn.wish({ type: 'tell-officer', handoverId: person.handoverId, said });
  }
  return true;
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
  switch (event.type) {
    case 'officer-joined':
      turn.change({ person: { ...person, isHere: true } });
      return turn.say(phrase('person.joined', { role: { phrase: phrase(`roles.${event.role}`) } }), machineOffered);
    case 'officer-said':
      return turn.say(phrase('person.says', { text: { phrase: verbatim(event.text) } }), machineOffered);
    case 'officer-left':
      turn.forget('person');
      return goOnAlone(turn, event.isSilent ? 'person.silent' : 'person.ended');
  }
}

function goOnAlone(turn: TurnInHand, key: string): void {
  if (turn.conversation.form) return askAgain(turn, phrase(key), true);
  turn.say(key, { choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')] });
}
