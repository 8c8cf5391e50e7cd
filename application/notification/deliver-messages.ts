import { type AwaitedPaper, nameOf } from '#domain/conversation/awaited-paper.ts';
import { nextContactPoint } from '#domain/notification/fallback.ts';
import { barredFor, type MessageRules, mayLeaveAt, QUIET_HOURS } from '#domain/notification/message-rules.ts';
import { isWindowOpen } from '#domain/notification/session-window.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { type Instant, plusHours, plusMinutes } from '#domain/shared/time.ts';
import type { FormTickets } from '../form-tickets.ts';
import type { ChooseTemplate } from '../ports/in/choosing-template.ts';
import type { Channel, WordedMessage, WordedTemplate } from '../ports/out/channel.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore } from '../ports/out/document-store.ts';
import type { Uploads } from '../ports/out/installation.ts';
import type { Log } from '../ports/out/log.ts';
import type { LeasedMessage, Outbox } from '../ports/out/outbox.ts';
import type { Citizens } from '../ports/out/repositories.ts';
import type { Sentences, Translator } from '../ports/out/translator.ts';
import { inSentences } from './in-sentences.ts';
import { worded } from './worded.ts';

/** Longer than any provider takes to answer. */
const LEASE_SECONDS = 60;
/** Tries on one channel before the next one is taken; what fails by our own mistake is given up after as many. */
const TRIES_A_CHANNEL = 5;

export interface Delivering {
  /** Delivers up to `limit` messages. Returns how many were claimed. */
  deliver(limit: number): Promise<number>;
}

type To = NonNullable<LeasedMessage['to']>;
type Sent = Parameters<Outbox['sent']>[0][number];

/** Puts what is in the outbox into words and hands it to the channels. */
export class DeliverMessages implements Delivering {
  private readonly outbox: Outbox;
  private readonly channels: Channels;
  private readonly citizens: Citizens;
  private readonly documents: DocumentStore;
  private readonly translator: Translator & Sentences;
  private readonly chooseTemplate: ChooseTemplate;
  private readonly tickets: FormTickets;
  private readonly uploads: Uploads;
  private readonly rules: MessageRules;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    outbox: Outbox,
    channels: Channels,
    citizens: Citizens,
    documents: DocumentStore,
    translator: Translator & Sentences,
    chooseTemplate: ChooseTemplate,
    tickets: FormTickets,
    uploads: Uploads,
    rules: MessageRules,
    clock: Clock,
    log: Log,
  ) {
    this.outbox = outbox;
    this.channels = channels;
    this.citizens = citizens;
    this.documents = documents;
    this.translator = translator;
    this.chooseTemplate = chooseTemplate;
    this.tickets = tickets;
    this.uploads = uploads;
    this.rules = rules;
    this.clock = clock;
    this.log = log;
  }

  async deliver(limit: number): Promise<number> {
    const leased = await this.outbox.lease(limit, LEASE_SECONDS, this.clock.now());
    const moved = await this.movedAmong(leased);
    const sent = await Promise.all(leased.map((message) => this.deliverOne(message, moved.has(message))));
    const delivered = sent.filter((each) => each !== undefined);
    if (delivered.length > 0) await this.outbox.sent(delivered);
    return leased.length;
  }

  /** What was handed over; absent when it was put off, held or given up, which is then stored already. */
  private async deliverOne(message: LeasedMessage, hasMoved: boolean): Promise<Sent | undefined> {
    try {
      const opens = mayLeaveAt(this.rules, message, this.clock.now());
      if (opens !== undefined) return await this.waitUntil(message, opens);
      const found = await this.destinationOf(message, hasMoved);
      const channel = found && this.channels.of(found.contactPoint.channel);
      const to = found && channel ? fromOwnLine(message, found, channel, this.clock.now()) : found;
      if (hasMoved && !channel) return await this.wait(message, 'number-moved');
      if (!to || !channel) return await this.wait(message, 'no-channel');
      if (isOpen(message, channel, to, this.clock.now())) return await this.hand(message, channel, to);
      return await this.handTemplate(message, channel, to);
    } catch (error) {
      this.log.alarm('message.failed', { messageId: message.id }, error);
      if (message.attempts + 1 >= TRIES_A_CHANNEL) return await this.stop(message, 'error');
      return await this.retry(message, 'error', undefined);
    }
  }

  /** With the session window closed, only an approved text may go; else the next channel, or until the citizen writes. */
  private async handTemplate(message: LeasedMessage, channel: Channel, to: To): Promise<Sent | undefined> {
    const chosen = await this.chooseTemplate(message.message, message.language, this.clock.now());
    if ('template' in chosen) return this.hand(message, channel, to, chosen.template);
    this.log.warn('message.no-template', { messageId: message.id, channel: channel.name, code: chosen.why });
    return this.elsewhere(message, channel, chosen.why, 'wait');
  }

  private async hand(
    message: LeasedMessage,
    channel: Channel,
    to: To,
    template?: WordedTemplate,
  ): Promise<Sent | undefined> {
    const text = { ...(await this.wordedOf(message, channel)), ...(template && { template }) };
    if (template?.hasDocument && !text.document) return this.elsewhere(message, channel, 'document-gone', 'stop');
    if (message.answers) void channel.acknowledge?.(message.answers, to.via);
    try {
      const providerIds = await channel.send(text, {
        contactPoint: to.contactPoint,
        reference: message.id,
        ...(to.via && { from: to.via }),
        ...(message.department !== undefined && { department: message.department }),
      });
      const kept = channel.capabilities.reportsDelivery === true;
      return { message, channel: channel.serves, providerIds, kept, at: this.clock.now() };
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      // The provider knows the window better than we do.
      if (error.instead === 'template' && !template) return this.handTemplate(message, channel, to);
      if (error.untried) await this.outbox.putOff(message, error.code, this.after(error.afterSeconds ?? 1));
      else if (error.retry && message.attempts + 1 < triesOf(message, error))
        await this.retry(message, error.code, error.afterSeconds);
      else if (error.instead === 'nothing') await this.stop(message, error.code);
      else await this.elsewhere(message, channel, error.code, 'wait');
      const line = { messageId: message.id, channel: channel.name, code: error.code };
      if (error.alarm) this.log.alarm('message.refused', line);
      else this.log.warn('message.not-delivered', line);
      return undefined;
    }
  }

  /** A form is shown where the channel has it; elsewhere the question that it stands beside is enough. */
  private async wordedOf({ message, language, citizenId }: LeasedMessage, channel: Channel): Promise<WordedMessage> {
    const { form, asksPaper } = message;
    const name = form && channel.forms?.nameOf(form.serviceId, language);
    const opened =
      !form || name === undefined ? undefined : { name, ticket: this.tickets.issue({ ...form, citizenId, language }) };
    const file = message.document && (await this.documents.get(message.document.id, citizenId));
    const said = worded(message, language, this.translator, file, opened, channel.capabilities.variant);
    if (!asksPaper || channel.fetchMedia) return this.withSentences(said, message, language, channel);
    const label = this.translator.say(phrase('paper.uploadHere'), language, channel.capabilities.variant);
    const link = { label, url: this.uploadUrl(citizenId, asksPaper) };
    return this.withSentences({ ...said, link }, message, language, channel);
  }

  private withSentences(
    said: WordedMessage,
    { text }: LeasedMessage['message'],
    language: Language,
    { capabilities }: Channel,
  ): WordedMessage {
    if (capabilities.variant === undefined) return said;
    return { ...said, sentences: inSentences(text, said, language, this.translator.sentencesOf) };
  }

  private uploadUrl(citizenId: CitizenId, asked: AwaitedPaper): string {
    const { links, limits } = this.uploads;
    return links.linkTo(citizenId, nameOf(asked), plusHours(this.clock.now(), limits.linkHours.value));
  }

  /** Those that would go to a number which is another citizen's by now. */
  private async movedAmong(leased: readonly LeasedMessage[]): Promise<ReadonlySet<LeasedMessage>> {
    const addressed = leased.flatMap((message) => (message.to ? [{ message, point: message.to.contactPoint }] : []));
    const holders = await this.citizens.behind(addressed.map(({ point }) => point));
    return new Set(
      addressed.filter(({ message }, at) => holders[at] !== message.citizenId).map(({ message }) => message),
    );
  }

  /** Where he wants his news, else the channel he spoke on last; after a failure there, the next in the installation's order. */
  private async destinationOf(
    { to, prefers, urgency, citizenId, ...message }: LeasedMessage,
    hasMoved: boolean,
  ): Promise<LeasedMessage['to']> {
    const tried = [...message.tried, ...barredFor(this.rules, urgency)];
    const isMeant = prefers === undefined || prefers === to?.contactPoint.channel;
    const isReached = to && !hasMoved && !tried.includes(to.contactPoint.channel);
    if (isReached && isMeant) return to;
    const citizen = (await this.citizens.find(citizenId))?.snapshot();
    const points = citizen?.contactPoints.map(({ point }) => point) ?? [];
    const preferred = prefers && this.channels.of(prefers) && nextContactPoint(points, [prefers], tried);
    if (preferred) return { contactPoint: preferred };
    if (isReached) return to;
    // Last the kiosk: who has no phone that works may sit there just now.
    const order: readonly ChannelKind[] = [...this.channels.fallback, 'kiosk'];
    const next = nextContactPoint(
      points,
      order.filter((kind) => this.channels.of(kind)),
      tried,
    );
    return next && { contactPoint: next };
  }

  private async elsewhere(
    message: LeasedMessage,
    channel: Channel,
    code: string,
    otherwise: 'wait' | 'stop',
  ): Promise<undefined> {
    const tried: readonly ChannelKind[] = [...message.tried, channel.serves];
    const next = await this.destinationOf({ ...message, tried }, false);
    if (next) await this.outbox.postpone(message, code, this.clock.now(), tried);
    else await this[otherwise](message, code);
  }

  /** Until morning: what nobody asked for wakes nobody. */
  private async waitUntil(message: LeasedMessage, opens: Instant): Promise<undefined> {
    this.log.info('message.put-off', { messageId: message.id, code: QUIET_HOURS });
    await this.outbox.putOff(message, QUIET_HOURS, opens);
  }

  /** Until the citizen writes again; the operator sees how much waits. */
  private async wait(message: LeasedMessage, code: string): Promise<undefined> {
    this.log.warn('message.waits', { messageId: message.id, code });
    await this.outbox.hold(message, code);
  }

  private async stop(message: LeasedMessage, code: string): Promise<undefined> {
    this.log.alarm('message.given-up', { messageId: message.id, code });
    await this.outbox.giveUp(message, code);
  }

  /** 5 s, 20 s, 80 s … or as the provider says. */
  private async retry(message: LeasedMessage, code: string, afterSeconds: number | undefined): Promise<undefined> {
    const seconds = afterSeconds ?? 5 * 4 ** Math.min(message.attempts, 5);
    await this.outbox.postpone(message, code, this.after(seconds), message.tried);
  }

  private after(seconds: number): Instant {
    return plusMinutes(this.clock.now(), seconds / 60);
  }
}

/** How often a message may have been tried when it is given to the next channel. */
const triesOf = ({ tried }: LeasedMessage, { tries = TRIES_A_CHANNEL }: NotDelivered): number =>
  TRIES_A_CHANNEL * tried.length + tries;

/** From the department's own number; from the one that he wrote to where the window is open there alone. */
function fromOwnLine(message: LeasedMessage, to: To, channel: Channel, now: Instant): To {
  const own = channel.lines?.find(({ department }) => department === message.department)?.line;
  if (own === undefined) return to;
  const fromOwn = { ...to, via: own };
  return isOpen(message, channel, to, now) && !isOpen(message, channel, fromOwn, now) ? to : fromOwn;
}

const isOpen = ({ heardOn }: LeasedMessage, { serves, capabilities }: Channel, { via }: To, now: Instant): boolean =>
  isWindowOpen(heardOn, serves, via, capabilities.sessionHours, now);
