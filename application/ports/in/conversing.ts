import type { InboundMessage } from '#domain/conversation/message.ts';

/** The door for everything that citizens send. */
export interface Conversing {
  /**
   * Takes messages in, durably: when this returns they are stored, and a message id seen before changes nothing.
   * Throws when they cannot be stored; the provider must then be told to send again.
   */
  receive(messages: readonly InboundMessage[]): Promise<void>;
}
