import type { InboundMessage } from '#domain/conversation/message.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Conversing } from '../ports/in/conversing.ts';
import type { Registering } from '../ports/in/registering.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/** Finds the citizen behind each message and puts it into his inbox. When it returns, the message is safe. */
export class ReceiveMessage implements Conversing {
  private readonly registering: Registering;
  private readonly talks: Talks;
  private readonly wakeup: Wakeup;

  constructor(registering: Registering, talks: Talks, wakeup: Wakeup) {
    this.registering = registering;
    this.talks = talks;
    this.wakeup = wakeup;
  }

  async receive(messages: readonly InboundMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const citizens = await this.registering.citizensBehind(messages.map((message) => message.from));
    await this.talks.put(messages.map((message, index) => entryFor(message, citizens[index])));
    this.wakeup.wake('talks');
  }
}

function entryFor(message: InboundMessage, citizenId: CitizenId | undefined) {
  if (citizenId === undefined) throw new Error('a message without a citizen');
  const [contactPoint] = message.from;
  return {
    citizenId,
    source: contactPoint.channel,
    sourceId: message.id,
    event: {
      type: 'heard' as const,
      content: message.content,
      ...(message.profileName && { profileName: message.profileName }),
    },
    at: message.at,
    replyTo: { contactPoint, ...(message.to && { via: message.to }) },
  };
}
