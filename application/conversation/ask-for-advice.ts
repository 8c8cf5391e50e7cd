import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { openQuestions } from '#domain/catalogue/questions.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import { textIn } from '#domain/conversation/voice-talk.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { LanguageEngine } from '../ports/out/language-engine.ts';
import type { LanguageHelper } from '../ports/out/language-helper.ts';
import type { Log } from '../ports/out/log.ts';
import type { Talk, Talks, WaitingEntry } from '../ports/out/talks.ts';
import type { Words } from '../ports/out/words.ts';

/** Texts of so many words may hold several answers. */
const LONG = 8;

/** What was made of waiting entries, by `<citizen>/<seq>`. */
export type Advice = ReadonlyMap<string, Meaning>;
const none: Advice = new Map();

export const adviceKey = ({ citizenId, seq }: Pick<WaitingEntry, 'citizenId' | 'seq'>): string => `${citizenId}/${seq}`;

/**
 * Asks the language helper about texts that wait, before their turns are taken: a turn holds its citizen and a
 * transaction, and waits for nobody. Without a helper, or without its answer, what the engine makes of a text stands.
 */
export class AskForAdvice {
  private readonly talks: Pick<Talks, 'peek'>;
  private readonly engine: LanguageEngine;
  private readonly helper: LanguageHelper | undefined;
  private readonly words: Words;
  private readonly catalogue: Catalogue;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    talks: Pick<Talks, 'peek'>,
    engine: LanguageEngine,
    helper: LanguageHelper | undefined,
    words: Words,
    catalogue: Catalogue,
    clock: Clock,
    log: Log,
  ) {
    this.talks = talks;
    this.engine = engine;
    this.helper = helper;
    this.words = words;
    this.catalogue = catalogue;
    this.clock = clock;
    this.log = log;
  }

  /** Advice on the texts of up to `limit` talks that are due. Never throws. */
  async on(limit: number): Promise<Advice> {
    if (!this.helper) return none;
    try {
      const talks = await this.talks.peek(limit);
      const advised = await Promise.all(talks.flatMap((talk) => talk.entries.map((entry) => this.onOne(talk, entry))));
      return new Map(advised.flatMap((each) => (each ? [each] : [])));
    } catch (error) {
      this.log.alarm('language-help.failed', {}, error);
      return none;
    }
  }

  private async onOne({ conversation }: Talk, entry: WaitingEntry): Promise<[string, Meaning] | undefined> {
    const text = textIn(conversation ?? {}, entry.event, (key) => this.words.of(key));
    if (text === undefined) return undefined;
    const meaning = this.engine.understand(text);
    const service = this.serviceOf(conversation, meaning);
    const isLong = text.split(/\s+/).length >= LONG;
    const questions = service && isLong ? this.questionsOf(service, conversation) : [];
    if (questions.length === 0 && (conversation?.form || meaning.band === 'act')) return undefined;
    const personal = Object.values(conversation?.form?.answers ?? {});
    const advice = await this.helper?.advise({ text, meaning, questions, personal });
    return advice && [adviceKey(entry), advice];
  }

  private serviceOf(conversation: Conversation | undefined, { intent }: Meaning): ServiceDefinition | undefined {
    const id = conversation?.form?.serviceId ?? (intent.type === 'service' ? intent.service : undefined);
    return id === undefined ? undefined : this.catalogue.find(id);
  }

  /** What is still open, but nothing that should not be read by anybody else. */
  private questionsOf(service: ServiceDefinition, conversation: Conversation | undefined) {
    const answers = conversation?.form?.serviceId === service.id ? conversation.form.answers : {};
    return openQuestions(service, answers, dayOf(this.clock.now()))
      .filter(({ sensitive }) => !sensitive)
      .map(({ id }) => ({ id, label: this.words.of(serviceKey.label(service.id, id))[0] ?? id }));
  }
}
