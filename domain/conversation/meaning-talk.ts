import { asksFirst, topicsAsked } from '../answers/asked-topics.ts';
import { wordsOf } from '../answers/plain-text.ts';
import { wishWords } from '../answers/words/wishes.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { sayLanguage } from './command-talk.ts';
import { command } from './commands.ts';
import { explainService, sayExactly } from './exact-asides.ts';
import { askToLeave, beginForm } from './form.ts';
import type { GeneralIntent, Intent, Meaning } from './meaning.ts';
import { helpOutsideForm, welcome } from './menu-talk.ts';
import type { Choice } from './message.ts';
import { stopNotices } from './notices-talk.ts';
import { callPerson, keptForPerson } from './person-talk.ts';
import { serviceValues } from './showing.ts';
import { hasAccount } from './spontaneous.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A text that answers nothing that was asked: acted on when it is sure, offered as a choice when it is not. */
export function hearMeaning(turn: TurnInHand, text: string): void {
  const { meaning } = turn.context;
  if (isBareNumber(text)) return notAmongThem(turn, text);
  if (!namesService(meaning) && asksFirst(text) && sayExactly(turn, topicsAsked(text))) return;
  if (!meaning || meaning.band === 'lost' || meaning.intent.type === 'out-of-scope')
    return notUnderstood(turn, text, meaning);
  if (meaning.band === 'offer' && needsCare(meaning.intent)) return offerAlternatives(turn, text, meaning);
  turn.change({ lost: 0 });
  if (meaning.intent.type === 'service') return hearService(turn, meaning.intent, text);
  hearGeneral(turn, meaning.intent.general, text);
}

/** "Kaunse kagaz lagenge?" names none, and asks about the one of which we speak. */
const namesService = (meaning: Meaning | undefined): boolean =>
  meaning !== undefined && meaning.band !== 'lost' && meaning.intent.type === 'service';

/** A greeting can be answered on a guess; on one no service is begun, nobody is called, nothing stopped. */
const needsCare = (intent: Intent): boolean =>
  intent.type === 'service' || (intent.type === 'general' && CONSEQUENCES.has(intent.general));

const CONSEQUENCES: ReadonlySet<GeneralIntent> = new Set(['cancel', 'human', 'optout', 'track']);

function hearService(turn: TurnInHand, { service, act }: Extract<Intent, { type: 'service' }>, text: string): void {
  const definition = turn.context.catalogue.find(service);
  const { form } = turn.conversation;
  if (!definition)
    return turn.say('talk.serviceNotYet', {
      choices: [choice(command.services, 'menu.services'), choice(command.human, 'talk.person')],
    });
  if (act === 'status') return turn.wish({ type: 'track' });
  if (act === 'info' || asksFirst(text)) return explainService(turn, service, text);
  if (form && form.serviceId !== service) {
    turn.change({ wanted: text });
    return turn.say(phrase('form.otherOpen', openAndNew(turn, form.serviceId, service)), {
      choices: [choice(command.formGoOn, 'form.goOn'), choice(command.formSwitch(service), 'form.beginOther')],
    });
  }
  beginForm(turn, service, text);
}

const openAndNew = (turn: TurnInHand, open: string, wanted: string) => {
  const service = turn.context.catalogue.find(open);
  return { ...(service && serviceValues(service)), wanted: { phrase: phrase(serviceKey.name(wanted)) } };
};

function hearGeneral(turn: TurnInHand, general: GeneralIntent, text: string): void {
  const { form } = turn.conversation;
  switch (general) {
    case 'help':
      return form ? askAgain(turn, phrase('form.help')) : helpOutsideForm(turn);
    case 'greet':
      return form ? askAgain(turn, phrase('form.help')) : welcome(turn);
    case 'human':
      return callPerson(turn);
    case 'language':
      return sayLanguage(turn, text);
    case 'cancel':
      return form
        ? askToLeave(turn)
        : turn.say('form.nothingToCancel', { choices: [choice(command.services, 'menu.services')] });
    case 'back':
      return form ? askAgain(turn, phrase('form.help')) : welcome(turn);
    case 'track':
      return turn.wish({ type: 'track' });
    case 'grievance':
      return turn.say('talk.grievance', { choices: grievances(turn) });
    case 'optout':
      return stopNotices(turn);
    case 'verify-message':
      return form ? askAgain(turn, phrase('talk.isGenuine')) : turn.say('talk.isGenuine');
  }
}

const grievances = (turn: TurnInHand): readonly Choice[] => [
  ...turn.context.catalogue.services
    .filter(({ kind }) => kind === 'complaint')
    .slice(0, 2)
    .map(({ id }) => choice(command.apply(id), serviceKey.menu(id))),
  choice(command.human, 'talk.person'),
];

/** "Birth certificate, or a correction in one?" */
function offerAlternatives(turn: TurnInHand, text: string, meaning: Meaning): void {
  if (turn.conversation.form && meaning.intent.type === 'general')
    return offerInForm(turn, text, meaning.intent.general);
  if (turn.conversation.form && !asksFirst(text) && !wordsOf(text).some((word) => wishWords.has(word)))
    return notUnderstood(turn, text, undefined);
  const choices = likely(turn, meaning, MOST_OFFERED, asksFirst(text) ? command.info : command.apply);
  if (choices.length === 0) return notUnderstood(turn, text, undefined);
  // Whichever of them is meant, he asks how his files stand.
  if (choices.length === 1 && choices[0]?.id === command.mine) return turn.wish({ type: 'track' });
  turn.change({ wanted: text });
  turn.say('talk.didYouMean', {
    choices: [...choices, choice(command.services, 'talk.somethingElse')],
    listTitle: phrase('form.choose'),
  });
}

/** "Kal 11 baje" in a form may be for a person of the office, or just did not fit. */
function offerInForm(turn: TurnInHand, text: string, general: GeneralIntent): void {
  const meant = toGeneral[general];
  if (!meant) return notUnderstood(turn, text, undefined);
  turn.say('talk.didYouMean', { choices: [meant, choice(command.formGoOn, 'form.goOn')] });
}

const toGeneral: Readonly<Partial<Record<GeneralIntent, Choice>>> = {
  track: choice(command.mine, 'menu.mine'),
  human: choice(command.human, 'talk.person'),
  cancel: choice(command.formCancel, 'form.cancel'),
};

/** The two that are most likely, and as many more as come close to the first: a bare "pension" may be any of three. */
function likely(
  turn: TurnInHand,
  meaning: Meaning,
  most = LEAST_OFFERED,
  toService = command.apply,
): readonly Choice[] {
  const best = meaning.alternatives[0]?.confidence ?? 0;
  const close = meaning.alternatives.filter(
    ({ confidence }, index) => index < LEAST_OFFERED || confidence >= best * CLOSE,
  );
  const commands = close.flatMap(({ intent }): Choice | readonly Choice[] => {
    if (intent.type === 'general') return (intent.general === 'cancel' ? undefined : toGeneral[intent.general]) ?? [];
    if (intent.type !== 'service' || !turn.context.catalogue.find(intent.service)) return [];
    if (intent.act === 'status') return [choice(command.mine, 'menu.mine')];
    // On a department's own number the others are known, but not offered.
    if (!turn.context.catalogue.services.some(({ id }) => id === intent.service)) return [];
    return [choice(toService(intent.service), serviceKey.menu(intent.service))];
  });
  return commands.filter((each, index) => commands.findIndex(({ id }) => id === each.id) === index).slice(0, most);
}

const LEAST_OFFERED = 2;
const MOST_OFFERED = 4;
/** Of the confidence in the best. */
const CLOSE = 0.5;

/** A number too few digits long for any account, which picks nothing of what was offered. */
const isBareNumber = (text: string): boolean => /^\p{Nd}{1,3}$/u.test(text.trim());

function notAmongThem(turn: TurnInHand, text: string): void {
  const { form, offered = [] } = turn.conversation;
  const lost = turn.conversation.lost + 1;
  if (form || lost % 3 === 0) return notUnderstood(turn, text, undefined);
  if (offered.length === 0) return welcome(turn);
  turn.change({ lost });
  turn.say('talk.whichOne', { choices: offered.map(({ id, key, values }) => choice(id, key, values)) });
}

function notUnderstoodInForm(turn: TurnInHand, lost: number): string {
  if (lost % 3 === 0) return 'talk.personAt';
  if (lost % 3 === 2) return 'form.notUnderstoodAgain';
  return turn.conversation.form?.asking.what === 'paper' ? 'paper.photoWanted' : 'form.notUnderstood';
}

/** Never the same words three times: first help, then a choice, then a person. A bare account number asks for its bill. */
function notUnderstood(turn: TurnInHand, text: string, meaning: Meaning | undefined): void {
  const { form } = turn.conversation;
  const billed = form ? undefined : turn.context.catalogue.services.find((service) => hasAccount(service, text));
  if (billed) return beginForm(turn, billed.id, text);
  if (turn.conversation.person) return keptForPerson(turn);
  const lost = turn.conversation.lost + 1;
  turn.change({ lost });
  const key =
    meaning?.intent.type === 'out-of-scope' && lost === 1
      ? 'talk.notOurs'
      : `talk.notUnderstood${((lost - 1) % 3) + 1}`;
  if (form) return askAgain(turn, phrase(notUnderstoodInForm(turn, lost)));
  if (lost % 3 === 0)
    return turn.say(key, {
      choices: [choice(command.human, 'talk.person'), choice(command.services, 'menu.services')],
    });
  const offered = meaning ? likely(turn, meaning) : [];
  if (offered.length > 0 && lost % 3 === 2)
    return turn.say(key, { choices: [...offered, choice(command.human, 'talk.person')] });
  turn.say(key, {
    choices: [
      choice(command.services, 'menu.services'),
      choice(command.mine, 'menu.mine'),
      choice(command.human, 'talk.person'),
    ],
  });
}
