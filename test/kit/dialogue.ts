import { expect } from 'vitest';
import { languageOf } from '#adapters/language/embedded/language-of.ts';
import { openTranslator } from '#adapters/translation/i18next/index.ts';
import { helpDesk } from '#config/help-desk.ts';
import { holidays } from '#config/holidays.ts';
import abuse from '#config/language/abuse.json' with { type: 'json' };
import { languages } from '#config/languages.ts';
import { loadTexts, type Texts } from '#config/load-texts.ts';
import localBodies from '#config/places/local-bodies.json' with { type: 'json' };
import popular from '#config/popular-services.json' with { type: 'json' };
import { services } from '#config/services/index.ts';
import { insultsFrom, isRude } from '#domain/answers/is-rude.ts';
import { plannedDays } from '#domain/booking/slots.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import type { Answers } from '#domain/catalogue/service-definition.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import type { Outcome, Standing, TalkEvent } from '#domain/conversation/event.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import { freshConversation, type TurnContext } from '#domain/conversation/turn.ts';
import type { Wish } from '#domain/conversation/wish.ts';
import { opensAt } from '#domain/handover/office-hours.ts';
import type { Language } from '#domain/shared/language.ts';
import { add, type Money, nothing } from '#domain/shared/money.ts';
import { dayOf, type Instant, localTimeOf, plusDays } from '#domain/shared/time.ts';
import { household, householdTexts } from './household.ts';

const missing: { readonly key: string; readonly file: string | undefined }[] = [];
/** Files of tests share this module (vitest.config.ts), and none shall answer for another. */
const testFile = (): string | undefined => expect.getState().testPath;
const installed = await loadTexts();
const withHousehold = (language: Language): Texts => ({
  ...installed[language],
  services: { ...(installed[language]?.services as Texts), household: householdTexts[language] ?? {} },
});
export const texts = Object.fromEntries(languages.map(({ code }) => [code, withHousehold(code)]));
export const translator = openTranslator(texts, languages, (key, language) =>
  missing.push({ key: `${language} ${key}`, file: testFile() }),
);
export const catalogue = catalogueOf([...services, household], 'notice-1', { popular, localBodies });

/** Keys that were to be said in this file of tests and have no sentence in any language. */
export const missingKeys = (): readonly string[] =>
  missing.filter(({ file }) => file === testFile()).map(({ key }) => key);

/** One citizen's talk with the real services and the real sentences; everything outside is simulated. */
export class SimulatedTalk {
  conversation: Conversation;
  now: Instant;
  said: OutboundMessage[] = [];
  wishes: Wish[] = [];
  /** Definitions may change under a talk. */
  catalogue = catalogue;
  translator = translator;
  /** Why nothing is filed, unless it is filed knowingly. */
  refuses?: Pick<Extract<Outcome, { type: 'refused' }>, 'key' | 'details'>;
  /** Whether voice notes are written down. */
  hearsVoice = false;
  mostMegabytes = 5;
  readonly applications: Standing[] = [];
  /** Whether the channel can share the citizen's own number. */
  sharesNumber = false;
  /** Whether the channel has forms of its own. */
  hasForms = false;
  /** When the talk wants to be woken. */
  wakesAt: Instant | undefined;
  #ids = 0;
  /** What was filed last, which may be told again. */
  filed: { readonly answers: Answers; readonly number: string } | undefined;

  constructor(language: Language, now: Instant) {
    this.conversation = freshConversation(language);
    this.now = now;
  }

  /** The same talk at this moment, which may go another way. */
  fork(): SimulatedTalk {
    const other = new SimulatedTalk(this.conversation.language, this.now);
    other.conversation = this.conversation;
    other.catalogue = this.catalogue;
    other.translator = this.translator;
    other.applications.push(...this.applications);
    other.filed = this.filed;
    other.#ids = this.#ids;
    return other;
  }

  /** What is said in answer to this event; wishes come true at once. */
  hear(event: TalkEvent | Outcome, meaning?: Meaning): readonly OutboundMessage[] {
    const said = this.#turn(event, meaning);
    this.said.push(...said);
    return said;
  }

  #turn(event: TalkEvent | Outcome, meaning?: Meaning): readonly OutboundMessage[] {
    // Between two turns a talk is stored as JSON.
    const stored = JSON.parse(JSON.stringify(this.conversation)) as Conversation;
    this.#ids += 1;
    const context: TurnContext = {
      now: this.now,
      catalogue: this.catalogue,
      languages,
      meaning,
      hasForm: () => this.hasForms,
      freshId: `id-${this.#ids}`,
      words: (key, values) => this.translator.of(key, values),
      hearsVoice: this.hearsVoice,
      sharesNumber: this.sharesNumber,
      mostMegabytes: this.mostMegabytes,
    };
    const turn = nextTurn(stored, event, context);
    this.conversation = turn.conversation;
    this.wishes.push(...turn.wishes);
    const further = turn.wishes.flatMap((wish) => {
      const outcome = this.#outcomeOf(wish);
      return outcome ? this.#turn(outcome) : [];
    });
    return [...turn.replies, ...further];
  }

  #outcomeOf(wish: Wish): Outcome | undefined {
    if (wish.type === 'track') return { type: 'tracked', applications: [...this.applications].reverse() };
    if (wish.type === 'submit' && this.refuses && !wish.submission.knowingly)
      return { type: 'refused', wish: 'submit', ...this.refuses };
    if (wish.type === 'submit') return this.#submitted(wish);
    if (wish.type === 'accept-paper' || wish.type === 'fetch-bill') return undefined;
    if (wish.type === 'find-slots') return this.#slots(wish);
    if (wish.type === 'hold-slot')
      return { type: 'held', applicationId: wish.applicationId, slot: wish.slot, minutes: 15 };
    if (wish.type === 'recall') return this.#recalled(wish.questions);
    if (wish.type === 'set-timer') this.wakesAt = wish.at;
    if (wish.type === 'hand-over') {
      const opens = opensAt(helpDesk.hours.value, holidays, this.now);
      return { type: 'handed-over', handoverId: wish.handoverId, ...(opens !== undefined && { opensAt: opens }) };
    }
    if (wish.type === 'answer-query') this.#become('query-answered');
    if (wish.type === 'reopen') this.#become('reopened');
    return { type: 'done', wish: wish.type };
  }

  /** Everything planned is free. */
  #slots({ applicationId, serviceId, answers }: Extract<Wish, { type: 'find-slots' }>): Outcome {
    const service = catalogue.find(serviceId);
    const today = dayOf(this.now);
    const setting = { facts: service ? answersAsFacts(service, answers, today) : {}, holidays: new Set<string>() };
    const days = service?.booking ? plannedDays(service.booking, { ...setting, now: localTimeOf(this.now) }) : [];
    return { type: 'slots', applicationId, days };
  }

  /** Of the form that was filed last. */
  #recalled(questions: readonly string[]): Outcome {
    const { answers = {}, number } = this.filed ?? {};
    const known = Object.entries(answers).filter(([id]) => questions.includes(id));
    return { type: 'recalled', answers: Object.fromEntries(known), papers: {}, ...(number && { from: number }) };
  }

  #become(status: string): void {
    const newest = this.applications.pop();
    if (newest) this.applications.push({ ...newest, status, since: this.now });
  }

  #submitted({ submission }: Extract<Wish, { type: 'submit' }>): Outcome {
    const service = catalogue.find(submission.serviceId);
    const fee: Money = submission.billed
      ? add(...submission.billed.map(({ amount }) => amount))
      : service
        ? feeOf(service, submission.answers, dayOf(this.now)).total
        : nothing;
    const role = service?.steps.find((step) => step.role !== 'auto')?.role;
    const about = submission.answers.child_name ?? submission.answers.mother_name;
    const application: Standing = {
      id: submission.applicationId,
      serviceId: submission.serviceId,
      kind: service?.kind ?? 'application',
      acknowledgementNumber: `MCD-26-100000${this.applications.length + 1}-4`,
      ...(service?.booking && { slot: submission.answers[service.booking.slot] ?? '' }),
      status: service?.kind === 'complaint' ? 'registered' : fee.paise > 0 ? 'payment-pending' : 'submitted',
      filedAt: this.now,
      dueOn: plusDays(dayOf(this.now), 7),
      since: this.now,
      ...(role && { withRole: role }),
      ...(about && { about: about.split(' ')[0] ?? about }),
      ...(fee.paise > 0 && { unpaid: fee }),
    };
    this.applications.push(application);
    this.filed = { answers: submission.answers, number: application.acknowledgementNumber };
    return { type: 'submitted', application, fee };
  }

  /** A message as the citizen sees it: the text, then what can be tapped. */
  shown({ text, choices = [], link, document, form }: OutboundMessage): string {
    const say = (phrase: OutboundMessage['text']): string => this.translator.say(phrase, this.conversation.language);
    return [
      say(text),
      ...(document ? [`<${say(document.fileName)}>`] : []),
      ...(form ? [`<${say({ key: 'form.fillIn' })}>`] : []),
      ...(link ? [`<${say(link.label)}: ${link.url}>`] : []),
      ...(choices.length > 0 ? [choices.map(({ label }) => `[${say(label)}]`).join(' ')] : []),
    ].join('\n');
  }
}

const insults = insultsFrom(abuse.words);

/** Those that a transcript offers. */
const GENERAL = { human: true, cancel: true, track: true };

/** The meaning that a transcript names: `birth-certificate apply`, `general track`, `offer <service> <service>:status`, `lost`. */
export function meaningOf(named: string, text: string): Meaning {
  const [first = 'lost', ...rest] = named.split(' ');
  const language = languageOf(text, languages);
  const rude = isRude(text, insults) ? { isRude: true as const } : {};
  const base = { confidence: 0.9, alternatives: [], ...(language && { language }), ...rude };
  if (first === 'lost') return { ...base, intent: { type: 'general', general: 'help' }, band: 'lost' };
  if (first === 'out-of-scope') return { ...base, intent: { type: 'out-of-scope' }, band: 'act' };
  if (first === 'general') {
    return { ...base, intent: { type: 'general', general: rest[0] as 'track' }, band: 'act' };
  }
  const service = (id: string, act = 'apply') => ({ type: 'service', service: id, act: act as 'apply' }) as const;
  if (first === 'offer') {
    const intents = rest.map((named) => {
      const [id = '', act] = named.split(':');
      return id in GENERAL ? ({ type: 'general', general: id as 'human' } as const) : service(id, act);
    });
    const alternatives = intents.map((intent) => ({ intent, confidence: 0.4 }));
    return { ...base, intent: intents[0] ?? service(''), band: 'offer', alternatives };
  }
  const intent = service(first, rest[0]);
  return { ...base, intent, band: 'act', alternatives: [{ intent, confidence: 0.9 }] };
}
