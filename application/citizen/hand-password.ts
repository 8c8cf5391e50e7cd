import { isWindowOpen } from '#domain/notification/session-window.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { Language } from '#domain/shared/language.ts';
import { type Phrase, phrase } from '#domain/shared/phrase.ts';
import type { ChooseTemplate } from '../ports/in/choosing-template.ts';
import type { Channel } from '../ports/out/channel.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Citizens } from '../ports/out/repositories.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Sentences, Translator } from '../ports/out/translator.ts';

export interface Password {
  readonly code: string;
  readonly minutes: number;
}

/** Brings a one-time password to a phone at once: it is kept nowhere, neither in the outbox nor in a log. */
export class HandPassword {
  private readonly channels: Channels;
  private readonly citizens: Pick<Citizens, 'behind'>;
  private readonly talks: Pick<Talks, 'find'>;
  private readonly translator: Translator & Sentences;
  private readonly chooseTemplate: ChooseTemplate;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    channels: Channels,
    citizens: Pick<Citizens, 'behind'>,
    talks: Pick<Talks, 'find'>,
    translator: Translator & Sentences,
    chooseTemplate: ChooseTemplate,
    clock: Clock,
    ids: Ids,
  ) {
    this.channels = channels;
    this.citizens = citizens;
    this.talks = talks;
    this.translator = translator;
    this.chooseTemplate = chooseTemplate;
    this.clock = clock;
    this.ids = ids;
  }

  /** The first of the ways that takes it. @throws NotDelivered */
  async hand(ways: readonly ContactPoint[], { code, minutes }: Password, language: Language): Promise<void> {
    const said = phrase('proof.password', { code, minutes });
    let problem = new NotDelivered('no-channel', { retry: false });
    for (const way of ways) {
      const channel = this.channels.of(way.channel);
      if (!channel) continue;
      try {
        return await this.handBy(channel, way, said, language);
      } catch (error) {
        if (!(error instanceof NotDelivered)) throw error;
        problem = error;
      }
    }
    throw problem;
  }

  /** Freely where the session window is open, as far as we know; else in the words that the provider has approved. */
  private async handBy(channel: Channel, way: ContactPoint, said: Phrase, language: Language): Promise<void> {
    const to = { contactPoint: way, reference: this.ids.next() };
    const { variant } = channel.capabilities;
    const { sentencesOf } = this.translator;
    const text = this.translator.say(said, language, variant);
    if (await this.isOpen(channel, way)) {
      try {
        await channel.send({ text, ...(variant && { sentences: sentencesOf(said, language, variant) }) }, to);
        return;
      } catch (error) {
        if (!(error instanceof NotDelivered) || error.instead !== 'template') throw error;
      }
    }
    const chosen = await this.chooseTemplate({ text: said }, language, this.clock.now());
    if ('why' in chosen) throw new NotDelivered(chosen.why, { retry: false });
    await channel.send({ text, template: chosen.template }, to);
  }

  private async isOpen({ serves, capabilities: { sessionHours } }: Channel, way: ContactPoint): Promise<boolean> {
    if (sessionHours === undefined) return true;
    const [holder] = await this.citizens.behind([way]);
    const talk = holder === undefined ? undefined : await this.talks.find(holder);
    return isWindowOpen(talk?.conversation?.heardOn ?? {}, serves, undefined, sessionHours, this.clock.now());
  }
}
