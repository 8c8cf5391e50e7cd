import { pickByWords } from '../answers/pick-option.ts';
import { wordsOf } from '../answers/plain-text.ts';
import { wishWords } from '../answers/words/wishes.ts';
import type { QuestionType } from '../catalogue/service-definition.ts';
import { questionOf } from './form.ts';
import type { GeneralIntent } from './meaning.ts';
import { optionsOf } from './options.ts';
import { understoodIn } from './spontaneous.ts';
import type { TurnInHand } from './turn.ts';

// Within a form these are asides, not answers; anything weaker is first tried as the answer.
const ASIDES: ReadonlySet<GeneralIntent> = new Set([
  'human',
  'language',
  'track',
  'verify-message',
  'optout',
  'cancel',
]);

/** Is this text about something else than what the form asks? Only when the engine is sure, and the text is no bare answer. */
export function isInterruption(turn: TurnInHand, text: string): boolean {
  const { meaning } = turn.context;
  if (meaning?.band !== 'act' || !/[\s?]/.test(text)) return false;
  const { intent } = meaning;
  if (intent.type === 'general')
    return asksFreeText(turn) ? isClearAside(intent.general, text) : ASIDES.has(intent.general);
  const { form } = turn.conversation;
  if (intent.type !== 'service' || !form) return false;
  const asksText = asksFreeText(turn);
  if (intent.service === form.serviceId) return intent.act === 'info' && !asksText;
  return !asksText && !namesAChoice(turn, text) && !tellsMore(turn, text);
}

/** "5 March ko hui, Safdarjung hospital mein" tells of the birth, and wishes for no doctor. */
function tellsMore(turn: TurnInHand, text: string): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!service || form.asking.what === 'consent' || wordsOf(text).some((word) => wishWords.has(word))) return false;
  return Object.keys(understoodIn(service, text, form.answers, turn)).length > 0;
}

/** Marriage registration is a service, and may be the answer to "what is it about?". */
function namesAChoice(turn: TurnInHand, text: string): boolean {
  const asked = askedIn(turn);
  return asked !== undefined && pickByWords(text, optionsOf(turn, asked.service, asked.question)) !== undefined;
}

/** Where a name or an address is asked for, only whole sentences without a number are taken for something else. */
const isClearAside = (general: GeneralIntent, text: string): boolean =>
  ['human', 'track', 'verify-message', 'cancel'].includes(general) &&
  text.split(/\s+/).length >= 4 &&
  !/\p{N}/u.test(text);

/** Of a text that cannot be the answer: is the engine sure what else it is? */
export function isSurelyAside({ context: { meaning } }: TurnInHand, text: string): boolean {
  return (
    meaning?.band === 'act' &&
    meaning.intent.type === 'general' &&
    ASIDES.has(meaning.intent.general) &&
    /[\s?]/.test(text)
  );
}

/** While an officer's question waits for words, only what is surely no answer is taken for something else. */
export function isAside(turn: TurnInHand, text: string): boolean {
  const { meaning } = turn.context;
  if (meaning?.band !== 'act' || meaning.intent.type !== 'general') return false;
  return ASIDES.has(meaning.intent.general) && text.split(/\s+/).length >= 3 && !/\p{N}/u.test(text);
}

/** The type of the question that the form asks just now. */
export const askedType = (turn: TurnInHand): QuestionType | undefined => askedIn(turn)?.question.type;

function askedIn({ conversation: { form }, context }: TurnInHand) {
  const service = form && context.catalogue.find(form.serviceId);
  if (!service || form.asking.what !== 'question') return undefined;
  const question = questionOf(service, form, form.asking.question);
  return question && { service, question };
}

/** Where any words may be the answer, a description of a drain is not a wish for another service. */
export function asksFreeText(turn: TurnInHand): boolean {
  const type = askedType(turn);
  return type === 'text' || type === 'long-text' || type === 'address' || type === 'location' || type === 'person-name';
}
