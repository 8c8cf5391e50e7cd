import { createHmac } from 'node:crypto';
import type { Outbox } from '#application/ports/out/outbox.ts';
import { costOf, type Tariff } from '#domain/notification/tariff.ts';
import {
  type ChannelKind,
  type ContactPoint,
  contactPointKey,
  GENERAL_LINE,
  type Line,
} from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { ChannelWorld, OpenChannel } from '../channel-plugin.ts';
import type { Note } from './buffer.ts';
import { codeIn, referenceIn, shapeOfContent, shapeOfMessage } from './shape.ts';

export { LogBuffer, type Note } from './buffer.ts';

/** `lines` are known once the channel is open. */
type Watching = Pick<OpenChannel, 'name' | 'serves'> & { readonly lines?: () => readonly Line[] };
type World = Pick<ChannelWorld, 'clock' | 'secretFor'>;

/** What a channel is given, with a line in the channel log for all that comes by it. */
export function watchedWorld<Given extends ChannelWorld>(of: Watching, world: Given, note: Note): Given {
  const line = lineOf(of, world);
  const noticed = (event: string, fields: Parameters<ChannelWorld['log']['warn']>[1]): void => {
    const code = fields?.code ?? fields?.notice;
    note({ ...line(), event: 'notice', what: event, ...(code !== undefined && { code: codeIn(String(code)) }) });
  };
  // Passed on as they are: what may stand in them is settled where they are written.
  const { log: passed } = world;
  const watched: Partial<ChannelWorld> = {
    conversing: {
      ...world.conversing,
      receive: async (messages) => {
        const began = performance.now();
        await world.conversing.receive(messages);
        const milliseconds = Math.round(performance.now() - began);
        for (const { content, from, to } of messages)
          note({ ...line(from[0], to), event: 'received', what: shapeOfContent(content), milliseconds });
      },
    },
    operating: {
      reportDelivery: async (channel, statuses) => {
        await world.operating.reportDelivery(channel, statuses);
        for (const { status, code, reference, segments } of statuses)
          note({
            ...{ ...line(), event: 'reported', what: status },
            ...(reference !== undefined && { message: referenceIn(reference) }),
            ...(code !== undefined && { code: codeIn(code) }),
            ...(segments !== undefined && { segments }),
          });
      },
    },
    log: {
      info: (event, fields) => passed.info(event, fields),
      warn: (event, fields) => {
        passed.warn(event, fields);
        noticed(event, fields);
      },
      alarm: (event, fields, error) => {
        passed.alarm(event, fields, error);
        noticed(event, fields);
      },
    },
  };
  // Some of the world is only there when it is first asked for.
  return new Proxy(world, { get: (target, key) => Reflect.get(Object.hasOwn(watched, key) ? watched : target, key) });
}

/** The channel, with a line for all that is sent by it, what it costs, and what the provider said. */
export function watchedChannel(channel: OpenChannel, world: World, note: Note, tariff: Tariff = []): OpenChannel {
  const line = lineOf({ ...channel, lines: () => channel.lines ?? [] }, world);
  return {
    ...channel,
    async send(message, to) {
      const began = performance.now();
      const said = {
        ...line(to.contactPoint, to.from, to.department),
        what: shapeOfMessage(message),
        message: referenceIn(to.reference),
      };
      const segments = channel.segmentsOf?.(message, to);
      const took = (): number => Math.round(performance.now() - began);
      try {
        const ids = await channel.send(message, to);
        const cost = segments === undefined ? {} : costOf(segments, tariff, said.at);
        note({ ...said, ...cost, event: 'handed', milliseconds: took() });
        return ids;
      } catch (error) {
        const isOurs = error instanceof NotDelivered && error.untried;
        const code = error instanceof NotDelivered ? codeIn(error.code) : 'error';
        if (!isOurs) note({ ...said, event: 'refused', code, milliseconds: took() });
        throw error;
      }
    },
  };
}

const lineOf =
  ({ name, serves, lines = () => [] }: Watching, { clock, secretFor }: World) =>
  (point?: ContactPoint, own?: string, about?: string) => {
    const department =
      about ?? lines().find(({ line, department }) => line === own && department !== GENERAL_LINE)?.department;
    return {
      at: clock.now(),
      channel: serves,
      provider: name,
      ...(point && { who: hashOf(point, secretFor('channel-log')) }),
      ...(department !== undefined && { department }),
    };
  };

const hashOf = (point: ContactPoint, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(contactPointKey(point)).digest('hex').slice(0, 12);

/** What we say of our own accord goes first where most people are. */
const UNADDRESSED: ChannelKind = 'whatsapp';

/** The outbox, with a line for why a message went by another channel, waits, was given up or dropped. */
export function watchedOutbox(outbox: Outbox, { clock }: Pick<ChannelWorld, 'clock'>, note: Note): Outbox {
  const watched: Partial<Outbox> = {
    async postpone(message, code, retryAt, tried) {
      await outbox.postpone(message, code, retryAt, tried);
      const from = tried.length > message.tried.length ? tried.at(-1) : undefined;
      if (from) note({ at: clock.now(), channel: from, event: 'moved', message: message.id, code: codeIn(code) });
    },
    async hold(message, code) {
      await outbox.hold(message, code);
      const channel = message.to?.contactPoint.channel ?? UNADDRESSED;
      note({ at: clock.now(), channel, event: 'held', message: message.id, code: codeIn(code) });
    },
    async giveUp(message, code) {
      await outbox.giveUp(message, code);
      const channel = message.tried.at(-1) ?? message.to?.contactPoint.channel ?? UNADDRESSED;
      note({ at: clock.now(), channel, event: 'given-up', message: message.id, code: codeIn(code) });
    },
    async drop(citizenId, urgencies, code) {
      const dropped = await outbox.drop(citizenId, urgencies, code);
      for (const { id, channel = UNADDRESSED } of dropped)
        note({ at: clock.now(), channel, event: 'dropped', message: id, code: codeIn(code) });
      return dropped;
    },
    async recordStatus(said) {
      await outbox.recordStatus(said);
      const { elsewhere, channel, code, reference } = said;
      if (!elsewhere) return;
      note({
        ...{ at: clock.now(), channel, event: 'moved' },
        ...(reference !== undefined && { message: referenceIn(reference) }),
        ...(code !== undefined && { code: codeIn(code) }),
      });
    },
  };
  return new Proxy(outbox, {
    get: (target, key) => {
      if (Object.hasOwn(watched, key)) return Reflect.get(watched, key);
      const found: unknown = Reflect.get(target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}
