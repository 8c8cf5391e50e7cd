import { linkCodeIn } from '#domain/citizen/link-code.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import type { InboundMessage } from '#domain/conversation/message.ts';
import { type ContactPoint, contactPointKey } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Conversing } from '../ports/in/conversing.ts';
import type { Proving } from '../ports/in/proving.ts';
import type { Registering } from '../ports/in/registering.ts';
import type { NewEntry, Talks } from '../ports/out/talks.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/** Finds the citizen behind each message and puts it into his inbox. When it returns, the message is safe. */
export class ReceiveMessage implements Conversing {
  private readonly registering: Registering;
  private readonly proving: Pick<Proving, 'join' | 'joinByPhone' | 'claim'>;
  private readonly talks: Talks;
  private readonly transactions: Transactions;
  private readonly wakeup: Wakeup;

  constructor(
    registering: Registering,
    proving: Pick<Proving, 'join' | 'joinByPhone' | 'claim'>,
    talks: Talks,
    transactions: Transactions,
    wakeup: Wakeup,
  ) {
    this.registering = registering;
    this.proving = proving;
    this.talks = talks;
    this.transactions = transactions;
    this.wakeup = wakeup;
  }

  async receive(messages: readonly InboundMessage[]): Promise<void> {
    if (messages.length === 0) return;
    // One after the other where one changes who somebody is: what comes behind it belongs to the talk that was joined.
    if (messages.some((message) => codeIn(message) ?? message.leaves ?? ownNumberIn(message)))
      for (const message of messages) await this.take([message]);
    else await this.take(messages);
    this.wakeup.wake('talks');
  }

  private async take(messages: readonly InboundMessage[]): Promise<void> {
    const [first] = messages;
    const code = first && codeIn(first);
    if (first && code !== undefined) return this.join(first, code);
    if (first?.leaves) return this.move(first, first.leaves);
    const phone = first && ownNumberIn(first);
    if (first && phone !== undefined) return this.meet(first, phone);
    const citizens = await this.registering.citizensBehind(messages.map((message) => message.from));
    await this.talks.put(messages.map((message, index) => entryFor(message, citizens[index], heard(message))));
  }

  private async move(message: InboundMessage, left: readonly ContactPoint[]): Promise<void> {
    const citizenId = await this.registering.moved(message.from, left, message.at);
    await this.talks.put([entryFor(message, citizenId, heard(message))]);
  }

  /** Whoever shows his own number goes on as who is reached by it. Where both have files he hears that they stay two. */
  private async meet(message: InboundMessage, phone: string): Promise<void> {
    const [sender] = await this.registering.citizensBehind([message.from]);
    if (sender === undefined) throw new Error('a message without a citizen');
    try {
      await this.transactions.run(async () => {
        const { citizenId, isJoined } = await this.proving.joinByPhone(sender, phone);
        const { channel } = message.from[0];
        await this.proving.claim(citizenId, { channel, kind: 'phone', address: phone }, 'provider');
        await this.talks.put([entryFor(message, citizenId, heard(isJoined ? metBy(message, 'joined') : message))]);
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.talks.put([entryFor(message, sender, heard(metBy(message, 'kept-apart')))]);
    }
  }

  /** Joined and told in one, so that neither is without the other; a code that comes twice finds the talk joined. */
  private async join(message: InboundMessage, code: string): Promise<void> {
    try {
      await this.transactions.run(async () => {
        const citizenId = await this.proving.join(code, message.from);
        await this.talks.put([entryFor(message, citizenId, { type: 'joined' })]);
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [citizenId] = await this.registering.citizensBehind([message.from]);
      await this.talks.put([entryFor(message, citizenId, { type: 'not-joined', key: error.key })]);
    }
  }
}

const codeIn = ({ content }: InboundMessage): string | undefined =>
  content.type === 'text' ? linkCodeIn(content.text) : undefined;

const ownNumberIn = ({ content }: InboundMessage): string | undefined =>
  content.type === 'contact' && content.isOwn ? content.phones[0] : undefined;

const metBy = (message: InboundMessage, met: 'joined' | 'kept-apart'): InboundMessage =>
  message.content.type === 'contact' ? { ...message, content: { ...message.content, met } } : message;

const heard = ({ content, profileName }: InboundMessage): TalkEvent => ({
  type: 'heard',
  content,
  ...(profileName && { profileName }),
});

function entryFor(message: InboundMessage, citizenId: CitizenId | undefined, event: TalkEvent): NewEntry {
  if (citizenId === undefined) throw new Error('a message without a citizen');
  const [first] = message.from;
  const contactPoint = reachedAt(message);
  return {
    citizenId,
    source: first.channel,
    sourceId: message.id,
    event,
    at: message.at,
    ...(contactPoint && { replyTo: { contactPoint, ...(message.to && { via: message.to }) } }),
  };
}

/** A provider's word on somebody who stays where he is tells nothing of where he wants to be answered. */
function reachedAt({ from, leaves, content }: InboundMessage): ContactPoint | undefined {
  if (!leaves) return content.type === 'notice' ? undefined : from[0];
  const left = new Set(leaves.map(contactPointKey));
  return from.find((point) => !left.has(contactPointKey(point)));
}
