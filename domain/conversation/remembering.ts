import { maskAnswer } from '../answers/describe-answer.ts';
import { maskNumber } from '../answers/mask.ts';
import type { ServiceId } from '../shared/ids.ts';
import { type Phrase, phrase, verbatim } from '../shared/phrase.ts';
import type { SaidLine } from '../shared/said-line.ts';
import type { Instant } from '../shared/time.ts';
import type { Conversation } from './conversation.ts';
import type { Outcome, TalkEvent } from './event.ts';
import { questionOf } from './form.ts';
import { placeText } from './place-text.ts';
import type { TurnInHand } from './turn.ts';

/** No whole letters are kept for a person who may be called. */
const LONGEST_TEXT = 300;
const LONGEST_PHRASE = 600;

/**
 * The lines of one turn, for a person who may be called: what the citizen sent (`text` where it was words), and what was
 * said to him. Long numbers and what is sensitive are kept masked.
 */
export function linesOf(
  turn: TurnInHand,
  before: Conversation,
  event: TalkEvent | Outcome,
  text: string | undefined,
): readonly SaidLine[] {
  const at = turn.context.now;
  if (event.type === 'officer-said') return turn.replies.length > 0 ? [fromOfficer(event, at)] : [];
  // Who reads the code could go on as this citizen.
  if (event.type === 'linked') return [];
  const about = aboutIn(event);
  // What is told of several services, or to an officer who has asked, belongs to no talk about one.
  if (about.length > 1 || before.query?.isAsked || turn.conversation.query?.isAsked) return [];
  const [was, is] = [before.form?.serviceId, turn.conversation.form?.serviceId];
  const said = heardFrom(turn, before, event, text);
  const handover = turn.wishes.find((wish) => wish.type === 'tell-officer')?.handoverId;
  const from = handover === undefined ? { purpose: was ?? is } : { handover };
  const purpose = about[0] ?? is ?? was;
  return [
    ...(said ? [line({ by: 'citizen', said, at }, from)] : []),
    ...turn.replies
      .flatMap(({ text }) => shortened(text))
      .map((each) => line({ by: 'us', said: each, at }, { purpose })),
  ];
}

const fromOfficer = ({ text, handoverId }: Extract<TalkEvent, { type: 'officer-said' }>, at: Instant): SaidLine => ({
  by: 'officer',
  said: verbatim(withoutNumbers(text.slice(0, LONGEST_TEXT))),
  at,
  handover: handoverId,
});

/** The services of which something is told, other than the one that is being filled in. */
function aboutIn(event: TalkEvent | Outcome): readonly ServiceId[] {
  if (event.type === 'tracked') return [...new Set(event.applications.map(({ serviceId }) => serviceId))];
  if ('application' in event) return [event.application.serviceId];
  return event.type === 'payment' ? [event.serviceId] : [];
}

function heardFrom(
  turn: TurnInHand,
  before: Conversation,
  event: TalkEvent | Outcome,
  text: string | undefined,
): Phrase | undefined {
  if (event.type !== 'heard') return undefined;
  const { content } = event;
  if (text !== undefined) return text.trim() === '' ? undefined : verbatim(asKept(turn, before, text.trim()));
  if (content.type === 'media') return phrase(`person.sent.${content.media.kind}`);
  if (content.type === 'location') return phrase('person.sent.location', { text: placeText(content) });
  if (content.type === 'contact')
    return phrase('person.sent.contact', { text: content.phones.map(maskNumber).join(', ') });
  const picked = content.type === 'choice' && before.offered?.find(({ id }) => id === content.id);
  return picked ? phrase(picked.key, picked.values) : undefined;
}

/** An answer to a question whose answers are shown masked is kept so too. */
function asKept({ context }: TurnInHand, { form }: Conversation, text: string): string {
  const service = form && context.catalogue.find(form.serviceId);
  const asked =
    service && form.asking.what === 'question' ? questionOf(service, form, form.asking.question) : undefined;
  return (asked && maskAnswer(asked, text)) ?? withoutNumbers(text.slice(0, LONGEST_TEXT));
}

interface Where {
  readonly purpose?: ServiceId | undefined;
  readonly handover?: string;
}

const line = (said: Pick<SaidLine, 'by' | 'said' | 'at'>, { purpose, handover }: Where): SaidLine => ({
  ...said,
  ...(purpose !== undefined && { purpose }),
  ...(handover !== undefined && { handover }),
});

/** A summary is told by its first line. */
function shortened(said: Phrase): Phrase[] {
  if (JSON.stringify(said).length <= LONGEST_PHRASE) return [said];
  return 'lines' in said && said.lines[0] ? shortened(said.lines[0]) : [];
}

const withoutNumbers = (text: string): string =>
  text.replace(/\p{Nd}(?:[\s-]?\p{Nd}){7,}/gu, (number) => maskNumber(number));
