import { type Catalogue, offeredBy } from '#domain/catalogue/catalogue.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import type { Outcome, TalkEvent } from '#domain/conversation/event.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import { freshConversation, type Turn, type TurnContext } from '#domain/conversation/turn.ts';
import { textIn } from '#domain/conversation/voice-talk.ts';
import type { Wish } from '#domain/conversation/wish.ts';
import { mayBeTold, optInBy } from '#domain/notification/opt-in.ts';
import { heardNow, unheardOn } from '#domain/notification/session-window.ts';
import { outlivesStop, urgencyOf } from '#domain/notification/urgency.ts';
import { GENERAL_LINE } from '#domain/shared/contact-point.ts';
import type { CitizenId, ServiceId } from '#domain/shared/ids.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';
import { keysOf, phrase } from '#domain/shared/phrase.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { SaidLine } from '#domain/shared/said-line.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Uploads } from '../ports/out/installation.ts';
import type { NewJob } from '../ports/out/jobs.ts';
import type { LanguageEngine } from '../ports/out/language-engine.ts';
import type { Log } from '../ports/out/log.ts';
import type { Outbox } from '../ports/out/outbox.ts';
import type { SpeechReader } from '../ports/out/speech-reader.ts';
import type { NewMessage, Talk, Talks, TurnResult, WaitingEntry } from '../ports/out/talks.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';
import type { Words } from '../ports/out/words.ts';
import { type Advice, type AskForAdvice, adviceKey } from './ask-for-advice.ts';
import type { GrantWish } from './wishing.ts';

/** An entry that failed as often as this is set aside, so that the ones behind it are answered. */
const MOST_ATTEMPTS = 3;
/** Wishes whose outcomes lead to wishes end here; the dialogue never goes deeper than two. */
const MOST_WISHES = 10;

export interface TurnTaker {
  /** Takes the turns of up to `limit` citizens. Returns of how many. */
  takeTurns(limit: number): Promise<number>;
}

/** One turn of a talk: what waits in a citizen's inbox is heard, one after the other, and answered. */
export class TakeTurn implements TurnTaker {
  private readonly talks: Talks;
  private readonly transactions: Transactions;
  private readonly grant: GrantWish;
  private readonly engine: LanguageEngine;
  private readonly advice: Pick<AskForAdvice, 'on'>;
  private readonly words: Words;
  private readonly catalogue: Catalogue;
  private readonly clock: Clock;
  private readonly ids: Ids;
  private readonly wakeup: Wakeup;
  private readonly outbox: Outbox;
  private readonly log: Log;
  private readonly languages: readonly InstalledLanguage[];
  private readonly channels: Channels;
  private readonly speech: SpeechReader | undefined;
  private readonly mostMegabytes: number;

  constructor(
    talks: Talks,
    transactions: Transactions,
    grant: GrantWish,
    engine: LanguageEngine,
    advice: Pick<AskForAdvice, 'on'>,
    words: Words,
    catalogue: Catalogue,
    clock: Clock,
    ids: Ids,
    wakeup: Wakeup,
    outbox: Outbox,
    log: Log,
    languages: readonly InstalledLanguage[],
    channels: Channels,
    speech: SpeechReader | undefined,
    { limits }: Pick<Uploads, 'limits'>,
  ) {
    this.mostMegabytes = limits.mostMegabytes.value;
    this.speech = speech;
    this.talks = talks;
    this.transactions = transactions;
    this.grant = grant;
    this.engine = engine;
    this.advice = advice;
    this.words = words;
    this.catalogue = catalogue;
    this.clock = clock;
    this.ids = ids;
    this.wakeup = wakeup;
    this.outbox = outbox;
    this.log = log;
    this.languages = languages;
    this.channels = channels;
  }

  async takeTurns(limit: number): Promise<number> {
    let said = false;
    let asked = false;
    const heard: CitizenId[] = [];
    const advice = await this.advice.on(limit);
    const claimed = await this.talks.take(limit, async (talk) => {
      const result = await this.turnOf(talk, advice);
      if (talk.entries.some(({ replyTo }) => replyTo)) heard.push(talk.citizenId);
      said ||= result.messages.length > 0;
      asked ||= result.isGranted;
      return result;
    });
    // Who writes opens the channel again for what had to wait.
    if (heard.length > 0) await this.outbox.release(heard);
    if (said) this.wakeup.wake('messages');
    if (asked) this.wakeup.wake('jobs');
    return claimed;
  }

  private async turnOf(talk: Talk, advice: Advice): Promise<TurnResult & Pick<Heard, 'isGranted'>> {
    let conversation = talk.conversation ?? freshConversation(this.languages[0]?.code ?? 'en');
    const done: number[] = [];
    const setAside: number[] = [];
    let messages: NewMessage[] = [];
    const jobs: NewJob[] = [];
    const said: SaidLine[] = [];
    let isGranted = false;
    for (const entry of talk.entries) {
      try {
        const heard = await this.hear(talk.citizenId, entry, conversation, advice.get(adviceKey(entry)));
        // STOP in the same breath ends what was to be said before it, as it ends what waits in the outbox.
        if (heard.conversation.noticesStopped && !conversation.noticesStopped)
          messages = messages.filter(({ urgency }) => outlivesStop(urgency));
        conversation = heard.conversation;
        messages.push(...heard.messages);
        jobs.push(...heard.jobs);
        said.push(...heard.said);
        isGranted ||= heard.isGranted;
        done.push(entry.seq);
      } catch (error) {
        const last = entry.attempts + 1 >= MOST_ATTEMPTS;
        this.log.alarm(last ? 'talk.set-aside' : 'talk.failed', { citizenId: talk.citizenId, seq: entry.seq }, error);
        if (!last) {
          const retryAt = plusMinutes(this.clock.now(), entry.attempts + 1);
          return { conversation, done, failed: { seq: entry.seq, retryAt }, setAside, messages, jobs, said, isGranted };
        }
        // He was heard, though not understood: the channel is open for the apology.
        conversation = this.reachedBy(entry, conversation);
        setAside.push(entry.seq);
        messages.push(this.apology(talk.citizenId, entry, conversation));
      }
    }
    return { conversation, done, setAside, messages, jobs, said, isGranted };
  }

  /** Hears one entry. What it wishes for is stored with it, or undone with it. */
  private async hear(
    citizenId: CitizenId,
    entry: WaitingEntry,
    before: Conversation,
    advised: Meaning | undefined,
  ): Promise<Heard> {
    const turn = this.next(this.reachedBy(entry, before), entry.event, advised);
    const heard =
      turn.wishes.length === 0
        ? { ...this.heard(citizenId, entry, turn, []), isGranted: false }
        : await this.transactions.run(() => this.withWishes(citizenId, entry, turn));
    const { conversation } = heard;
    const saysYesAgain = before.noticesStopped && !conversation.noticesStopped;
    if (!saysYesAgain) return before.optIn ? heard : { ...heard, conversation: this.witnessed(heard) };
    const optIn = this.optInBy(entry) ?? before.optIn;
    const renewed = { ...conversation, ...(optIn && { optIn }) };
    return { ...heard, conversation: this.witnessed({ ...heard, conversation: renewed }) };
  }

  /** His yes, where he spoke himself. */
  private optInBy({ replyTo, event }: WaitingEntry): Conversation['optIn'] {
    if (!replyTo) return undefined;
    const spoken = event.type === 'heard' ? event.content : { type: event.type };
    const { contactPoint, via } = replyTo;
    const first = { channel: contactPoint.channel, spoken, via, at: this.clock.now() };
    return optInBy(first, { qr: this.words.of('join.hello'), email: this.words.of('join.helloByEmail') });
  }

  /** What a citizen was shown when he said yes is kept beside it. */
  private witnessed({ conversation, messages }: Heard): Conversation {
    const { optIn, language } = conversation;
    const keys = messages.flatMap(({ message }) => keysOf(message.text));
    if (!optIn || keys.length === 0) return conversation;
    return { ...conversation, optIn: { ...optIn, shown: { keys, language, version: this.catalogue.noticeVersion } } };
  }

  /** Where the citizen is reached from now on. */
  private reachedBy(entry: WaitingEntry, before: Conversation): Conversation {
    const { replyTo, event } = entry;
    // By our own clock: a provider's clock, or a message that came late, must not keep an answer back. Where the window
    // is closed after all, the provider refuses and the message is held.
    if (!replyTo) return before;
    const { contactPoint, via } = replyTo;
    const { channel } = contactPoint;
    const now = this.clock.now();
    if (event.type === 'heard' && event.content.type === 'notice')
      return { ...before, replyTo, heardOn: unheardOn(before.heardOn ?? {}, channel) };
    const optIn = before.optIn ?? this.optInBy(entry);
    return {
      ...{ ...before, replyTo, heardOn: heardNow(before.heardOn ?? {}, channel, via, now) },
      ...(optIn && { optIn }),
    };
  }

  private async withWishes(citizenId: CitizenId, entry: WaitingEntry, first: Turn): Promise<Heard> {
    let turn = first;
    const jobs: NewJob[] = [];
    const open = [...first.wishes];
    for (let granted = 0; open.length > 0 && granted < MOST_WISHES; granted += 1) {
      const wish = open.shift();
      if (!wish) break;
      const outcome = await this.outcomeOf(citizenId, wish, entry, jobs, turn.conversation);
      const after = this.next(turn.conversation, outcome);
      turn = { ...after, replies: [...turn.replies, ...after.replies], said: [...turn.said, ...after.said] };
      open.push(...after.wishes);
    }
    return { ...this.heard(citizenId, entry, turn, jobs), isGranted: true };
  }

  private async outcomeOf(
    citizenId: CitizenId,
    wish: Wish,
    entry: WaitingEntry,
    jobs: NewJob[],
    conversation: Conversation,
  ): Promise<Outcome> {
    const channel = conversation.replyTo?.contactPoint.channel ?? entry.source;
    try {
      return await this.grant(citizenId, wish, { channel, addJob: (job) => jobs.push(job) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { type: 'refused', wish: wish.type, key: error.key, details: plain(error.details) };
    }
  }

  private next(conversation: Conversation, event: TalkEvent | Outcome, advised?: Meaning): Turn {
    const text = textIn(conversation, event, (key) => this.words.of(key));
    return nextTurn(conversation, event, {
      now: this.clock.now(),
      ...this.offeredOn(conversation.replyTo),
      languages: this.languages,
      meaning: advised ?? (text === undefined ? undefined : this.engine.understand(text)),
      freshId: this.ids.next(),
      words: (key, values) => this.words.of(key, values),
      mostMegabytes: this.mostMegabytes,
      sharesNumber: this.sharesNumber(conversation),
      hearsVoice: this.hearsVoice(conversation),
      hasForm: (service) => this.hasForm(service, conversation),
    });
  }

  /** A department's own number offers what that department does; any other number offers everything. */
  private offeredOn(replyTo: Conversation['replyTo']): Pick<TurnContext, 'catalogue' | 'line'> {
    const lines = (replyTo && this.channels.of(replyTo.contactPoint.channel)?.lines) ?? [];
    const department = lines.find(({ line }) => line === replyTo?.via)?.department ?? GENERAL_LINE;
    if (department === GENERAL_LINE) return { catalogue: this.catalogue };
    const addressOf = (wanted: string): string | undefined => lines.find((each) => each.department === wanted)?.address;
    return {
      catalogue: offeredBy(this.catalogue, department),
      line: { department, addressOf: (wanted) => addressOf(wanted) ?? addressOf(GENERAL_LINE) },
    };
  }

  private sharesNumber({ replyTo }: Conversation): boolean {
    if (!replyTo || replyTo.contactPoint.kind === 'phone') return false;
    return this.channels.of(replyTo.contactPoint.channel)?.capabilities.sharesNumber === true;
  }

  private hearsVoice({ replyTo }: Conversation): boolean {
    const channel = replyTo && this.channels.of(replyTo.contactPoint.channel);
    return this.speech !== undefined && channel?.fetchMedia !== undefined;
  }

  private hasForm(service: ServiceId, { replyTo, language }: Conversation): boolean {
    const channel = replyTo && this.channels.of(replyTo.contactPoint.channel);
    return channel?.forms?.nameOf(service, language) !== undefined;
  }

  private heard(citizenId: CitizenId, entry: WaitingEntry, { conversation, replies, said }: Turn, jobs: NewJob[]) {
    if (!mayBeTold(entry.event, conversation)) return { conversation, messages: [], jobs, said: [] };
    const answers = entry.event.type === 'heard' ? entry.sourceId : undefined;
    const serviceId = answers === undefined ? serviceOf(entry.event) : undefined;
    const department = serviceId === undefined ? undefined : this.catalogue.find(serviceId)?.department;
    const messages = replies.map(
      (message, index): NewMessage => ({
        citizenId,
        message,
        language: conversation.language,
        urgency: urgencyOf(entry.event),
        ...(conversation.replyTo && { to: conversation.replyTo }),
        ...(answers === undefined && conversation.prefers && { prefers: conversation.prefers }),
        ...(department !== undefined && { department }),
        ...(answers !== undefined && index === 0 && { answers }),
      }),
    );
    return { conversation, messages, jobs, said };
  }

  private apology(citizenId: CitizenId, entry: WaitingEntry, { language, replyTo }: Conversation): NewMessage {
    const to = entry.replyTo ?? replyTo;
    return {
      citizenId,
      message: { text: phrase('talk.ourMistake', { id: String(entry.seq) }) },
      language,
      urgency: 'reply',
      ...(to && { to }),
    };
  }
}

interface Heard {
  readonly conversation: Conversation;
  readonly messages: readonly NewMessage[];
  readonly jobs: readonly NewJob[];
  readonly said: readonly SaidLine[];
  /** A wish came true, which may have left jobs of its own beside these. */
  readonly isGranted: boolean;
}

const serviceOf = (event: TalkEvent): string | undefined =>
  'application' in event ? event.application.serviceId : event.type === 'payment' ? event.serviceId : undefined;

const plain = (details: Refusal['details']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).filter((pair): pair is [string, string | number] =>
      ['string', 'number'].includes(typeof pair[1]),
    ),
  );
