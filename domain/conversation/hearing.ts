import { commandOf } from '../answers/command-of.ts';
import { readYesNo } from '../answers/yes-no.ts';
import { findAcknowledgementNumber } from '../shared/acknowledgement-number.ts';
import type { Language } from '../shared/language.ts';
import { type PhraseValues, phrase } from '../shared/phrase.ts';
import { askedType, asksFreeText } from './asides.ts';
import { askAgain } from './asking.ts';
import { hearInsult } from './calm-talk.ts';
import { hearCommand } from './command-talk.ts';
import { command } from './commands.ts';
import { hearInConsent } from './consent-talk.ts';
import type { OfferedChoice } from './conversation.ts';
import { dropForm, isAskedNoMore } from './form.ts';
import { hearInForm, hearPlace } from './form-talk.ts';
import { greetCaller, hearLanguageOffered, inHindi } from './language-talk.ts';
import { hearMeaning } from './meaning-talk.ts';
import { hearOwnNumber, welcome } from './menu-talk.ts';
import type { InboundContent } from './message.ts';
import { hearAgain, hearOfSender } from './notices-talk.ts';
import { hearMedia } from './paper-talk.ts';
import { passOn } from './person-talk.ts';
import { placeText } from './place-text.ts';
import { hearInQuery } from './query-talk.ts';
import { hearSlotText } from './slot-talk.ts';
import { hearTap } from './tap-talk.ts';
import { choice, type TurnInHand } from './turn.ts';
import { hearTyped, tapMeantBy } from './typed-choice.ts';
import { afterVoice } from './voice-talk.ts';

/** Longer messages are not answers but letters; the citizen is asked to say it shorter. */
const LONGEST_TEXT = 4000;

/** Something that the citizen sent. Context wins: it is first tried as what was asked for, and only then as anything else. */
export function hearCitizen(turn: TurnInHand, sent: InboundContent): void {
  if (sent.type === 'silent') return;
  if (sent.type === 'notice') return hearOfSender(turn, sent);
  hearAgain(turn);
  if (isAskedNoMore(turn)) return;
  const content = afterVoice(turn, sent);
  if (!content || passOn(turn, content) || hearLeaving(turn, content)) return;
  switch (content.type) {
    case 'choice':
      return hearTap(turn, content.id);
    case 'text':
      return hearText(turn, content.text.trim(), content.isSpoken);
    case 'media':
      return hearMedia(turn, content);
    case 'location':
      if (hearPlace(turn, placeText(content))) return;
      return takesPlaceInWords(turn) ? hearText(turn, placeText(content)) : confused(turn, 'talk.placeNotWanted');
    case 'contact':
      if (content.isOwn) turn.change({ ownNumber: { offeredAt: [], isKnown: true } });
      if (askedType(turn) === 'phone') return hearText(turn, content.phones[0] ?? '');
      return content.isOwn ? hearOwnNumber(turn, content) : confused(turn, 'talk.contactNotWanted');
    case 'missed-call':
      return hearCall(turn);
    case 'unsupported':
      return content.what === 'too-large'
        ? confused(turn, 'paper.tooLarge', { megabytes: turn.context.mostMegabytes })
        : confused(turn, content.what === 'edited' ? 'talk.editedTooLate' : 'talk.unsupported');
  }
}

/** Who rings has said no word yet: he is asked for his language, unless he has chosen one. */
function hearCall(turn: TurnInHand): void {
  const { form, languageChosen } = turn.conversation;
  if (form) return askAgain(turn);
  return languageChosen ? welcome(turn) : greetCaller(turn);
}

/** After "shall I stop this?" a yes means that, whatever the form waits for. */
function hearLeaving(turn: TurnInHand, content: InboundContent): boolean {
  const { form } = turn.conversation;
  if (!form?.leaving) return false;
  const { leaving: _asked, ...rest } = form;
  turn.change({ form: rest });
  if (content.type !== 'text') return false;
  // "Aage badhein" is a yes, and the label of what keeps the form.
  if (tapMeantBy(turn, content.text) === command.formGoOn) return false;
  const answer = saysToLeave(content.text);
  if (answer === undefined) return false;
  if (answer) dropForm(turn);
  else askAgain(turn);
  return true;
}

/** Who says "cancel" once more means it. */
const saysToLeave = (text: string): boolean | undefined =>
  commandOf(text)?.name === 'cancel' ? true : readYesNo(text);

function hearText(turn: TurnInHand, text: string, isSpoken = false): void {
  if (text === '') return confused(turn, 'talk.empty');
  if (text.length > LONGEST_TEXT) return confused(turn, 'talk.tooLong');
  if (!isSpoken) followLanguage(turn, text);

  const inPlainWords = inHindi(text, turn.context.languages);
  if (hearTyped(turn, text) || hearTyped(turn, inPlainWords)) return;
  if (hearLanguageOffered(turn, text)) return understood(turn);
  const said = commandOf(inPlainWords);
  if (said && hearCommand(turn, said)) return understood(turn);
  if (hearYesOrNo(turn, inPlainWords) || hearYesToOffer(turn, inPlainWords) || hearYesBesideForm(turn, inPlainWords)) {
    return understood(turn);
  }
  turn.forget('wanted');
  if (hearInsult(turn)) return;
  const answer = asksFreeText(turn) ? text : inPlainWords;
  if (!turn.conversation.form && hearSlotText(turn, text)) return understood(turn);
  if (hearInQuery(turn, text) || hearInConsent(turn, inPlainWords) || hearInForm(turn, answer)) return understood(turn);
  if (hearYesToNothing(turn, inPlainWords)) return;
  if (hearNumber(turn, text)) return understood(turn);
  hearMeaning(turn, inPlainWords);
}

/** "Haan ji, bilkul" is the choice that a plain yes picks; of two choices of which one is the yes, the other is the no. */
function hearYesOrNo(turn: TurnInHand, text: string): boolean {
  const { offered = [] } = turn.conversation;
  const answer = readYesNo(text);
  if (answer === undefined) return false;
  const pickedBy = (key: string) =>
    turn.context
      .words(key)
      .map((word) => tapMeantBy(turn, word))
      .find((tap) => tap !== undefined);
  const yes = pickedBy('form.yes');
  const other = yes !== undefined && offered.length === 2 ? offered.find(({ id }) => id !== yes)?.id : undefined;
  const meant = answer ? yes : (pickedBy('form.no') ?? other);
  if (meant !== undefined) hearTap(turn, meant);
  return meant !== undefined;
}

/** A yes to the only service that is offered begins it; after "which of these do you mean?" it is asked once more which. */
function hearYesToOffer(turn: TurnInHand, text: string): boolean {
  const { wanted, offered = [], form } = turn.conversation;
  if (form || readYesNo(text) !== true) return false;
  const services = offered.filter(({ id }) => id.startsWith('service/'));
  const [only] = services;
  if (only && services.length === 1) hearTap(turn, only.id);
  else if (wanted === undefined) return false;
  else askWhich(turn, offered);
  return true;
}

const askWhich = (turn: TurnInHand, offered: readonly OfferedChoice[]): void =>
  turn.say('talk.whichOne', { choices: offered.map(({ id, key, values }) => choice(id, key, values)) });

/**
 * Something else than the form's own question was said last, with a way back to it: a bare yes or no speaks of that, and
 * answers nothing of the form. "Shall we go on?" has a yes and a no; of "this, or that?" it is asked once more which.
 */
function hearYesBesideForm(turn: TurnInHand, text: string): boolean {
  const { form, offered = [] } = turn.conversation;
  const answer = readYesNo(text);
  if (!form || answer === undefined || !offered.some(({ id }) => id === command.formGoOn)) return false;
  const toLeave = offered.find(({ id }) => id === command.formCancel);
  const yes = offered.find(({ key }) => key === 'form.yes')?.id ?? (toLeave && command.formGoOn);
  const meant = answer ? yes : (toLeave?.id ?? command.formGoOn);
  if (meant === undefined) askWhich(turn, offered);
  else hearTap(turn, meant);
  return true;
}

/** Whoever writes the number of an application wants to know how it stands. */
function hearNumber(turn: TurnInHand, text: string): boolean {
  const acknowledgementNumber = turn.conversation.form ? undefined : findAcknowledgementNumber(text);
  if (acknowledgementNumber !== undefined) turn.wish({ type: 'track', acknowledgementNumber });
  return acknowledgementNumber !== undefined;
}

/** A bare yes or no where nothing was asked wishes for nothing, and is no failure to understand. */
function hearYesToNothing(turn: TurnInHand, text: string): boolean {
  const { form, person } = turn.conversation;
  if (form || person || readYesNo(text) === undefined) return false;
  turn.say('talk.nothingAsked', {
    choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')],
  });
  return true;
}

/** The talk goes on in the language that the citizen writes, unless he has chosen one. */
function followLanguage(turn: TurnInHand, text: string): void {
  const language: Language | undefined = turn.context.meaning?.language;
  // An address or a name tells nothing of the language that its writer wants to talk in.
  if (asksFreeText(turn)) return;
  if (/\p{N}/u.test(text) && text.includes(',')) return;
  // "Status" and "birth certificate" are Hindi too.
  if (language === 'en' && text.split(/\s+/).length < 3) return;
  if (language && !turn.conversation.languageChosen && language !== turn.conversation.language)
    turn.change({ language });
}

function understood(turn: TurnInHand): void {
  if (turn.conversation.lost > 0) turn.change({ lost: 0 });
}

/** A place on the map may stand in a description, but nobody is called so. */
const takesPlaceInWords = (turn: TurnInHand): boolean => asksFreeText(turn) && askedType(turn) !== 'person-name';

/** Says what was the matter, and then what the talk waits for. */
function confused(turn: TurnInHand, key: string, values?: PhraseValues): void {
  if (turn.conversation.form) {
    askAgain(turn, phrase(key, values));
  } else {
    turn.say(key, { ...(values && { values }) });
  }
}
