import type { Catalogue } from '../catalogue/catalogue.ts';
import { answersAsFacts } from '../catalogue/facts.ts';
import type { Facts } from '../catalogue/rule.ts';
import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { ServiceId } from '../shared/ids.ts';
import type { InstalledLanguage, Language } from '../shared/language.ts';
import { type Phrase, type PhraseValues, phrase } from '../shared/phrase.ts';
import type { SaidLine } from '../shared/said-line.ts';
import { dayOf, type Instant, type IsoDate } from '../shared/time.ts';
import type { Conversation, Form, OfferedChoice } from './conversation.ts';
import type { Meaning } from './meaning.ts';
import type { Choice, OutboundMessage } from './message.ts';
import type { Wish } from './wish.ts';

/** What one turn may know beside the talk and the event; time, ids and meanings come in from outside. */
export interface TurnContext {
  readonly now: Instant;
  readonly catalogue: Catalogue;
  /** The department whose own number the citizen writes to, and where the others are written to. */
  readonly line?: { readonly department: string; readonly addressOf: (department: string) => string | undefined };
  readonly languages: readonly InstalledLanguage[];
  /** What the language engine makes of the text just heard. */
  readonly meaning?: Meaning | undefined;
  /** An identifier for whatever this turn begins: a form, a paper, a timer. */
  readonly freshId: string;
  /** The words by which people may call what stands under a key, in every language; `values` fill its gaps. */
  readonly words: (key: string, values?: PhraseValues) => readonly string[];
  /** The largest file that we ask people for, in megabytes. */
  readonly mostMegabytes: number;
  /** Whether the channel can share the citizen's own number, which it does not tell by itself. */
  readonly sharesNumber?: boolean;
  /** Whether voice notes of this channel can be written down. */
  readonly hearsVoice?: boolean;
  /** Whether the channel has a form of its own for a service, which may be filled in in place of the talk's questions. */
  readonly hasForm?: (service: ServiceId) => boolean;
  /** What is known beside the answers, such as whether the same was issued before; for rules and fees. */
  readonly facts?: (service: ServiceDefinition, answers: Answers) => Facts;
}

/** What a turn comes to. */
export interface Turn {
  readonly conversation: Conversation;
  readonly replies: readonly OutboundMessage[];
  readonly wishes: readonly Wish[];
  /** What was said in it, as an officer may read it who is called later. */
  readonly said: readonly SaidLine[];
}

export const freshConversation = (language: Language): Conversation => ({
  language,
  languageChosen: false,
  consents: {},
  lost: 0,
  noticesStopped: false,
});

/** A turn while it is being made. It lives within one call of `nextTurn`; outside, turns are values. */
export class TurnInHand {
  conversation: Conversation;
  readonly context: TurnContext;
  readonly replies: OutboundMessage[] = [];
  readonly wishes: Wish[] = [];

  constructor(conversation: Conversation, context: TurnContext) {
    this.conversation = conversation;
    this.context = context;
  }

  get today(): IsoDate {
    return dayOf(this.context.now);
  }

  /** Facts from elsewhere, for whoever judges answers. */
  more(service: ServiceDefinition, answers: Answers): Facts {
    return { ...this.context.catalogue.factsOf(service, answers), ...this.context.facts?.(service, answers) };
  }

  facts(service: ServiceDefinition, answers: Answers): Facts {
    return answersAsFacts(service, answers, this.today, this.more(service, answers));
  }

  /** Says something; with choices, they become what a number or a word of the next message picks from. */
  say(text: Phrase | string, options: Omit<OutboundMessage, 'text'> & { values?: PhraseValues } = {}): void {
    const { values, ...message } = options;
    this.replies.push({ text: typeof text === 'string' ? phrase(text, values) : text, ...message });
    if (message.choices) this.offer(message.choices);
  }

  /** What stands before the citizen, in the order in which it is numbered. */
  offer(choices: readonly Choice[]): void {
    this.change({ offered: choices.flatMap(toOffered) });
  }

  wish(wish: Wish): void {
    this.wishes.push(wish);
  }

  change(change: Partial<Conversation>): void {
    this.conversation = { ...this.conversation, ...change };
  }

  changeForm(change: Partial<Form>): void {
    const { form } = this.conversation;
    if (form) this.change({ form: { ...form, ...change } });
  }

  endForm(): void {
    const { form: _form, ...rest } = this.conversation;
    this.conversation = rest;
  }

  /** Forgets one of the things that a talk may or may not have. */
  forget(
    what: 'query' | 'offered' | 'timer' | 'slots' | 'person' | 'drafts' | 'wanted' | 'voice' | 'shutOut' | 'prefers',
  ): void {
    const { [what]: _forgotten, ...rest } = this.conversation;
    this.conversation = rest;
  }

  result(said: readonly SaidLine[]): Turn {
    return { conversation: this.conversation, replies: this.replies, wishes: this.wishes, said };
  }
}

const toOffered = ({ id, label }: Choice): OfferedChoice[] =>
  'key' in label ? [{ id, key: label.key, ...(label.values && { values: label.values }) }] : [];

/** A choice whose label stands under a key. */
export const choice = (id: string, key: string, values?: PhraseValues): Choice => ({ id, label: phrase(key, values) });
