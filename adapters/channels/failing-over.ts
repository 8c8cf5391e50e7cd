import { createHash } from 'node:crypto';
import type { Capabilities, Destination } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import {
  afterFailure,
  type Circuit,
  type CircuitLimits,
  closedCircuit,
  inOrder,
  mayAsk,
  unasked,
  whenAsked,
} from '#domain/notification/circuit.ts';
import { MediaUnavailable, NotDelivered } from '#domain/shared/failure.ts';
import type { OpenChannel } from './channel-plugin.ts';

export interface Provider {
  readonly channel: OpenChannel;
  readonly weight: number;
}

interface Around {
  readonly limits: CircuitLimits;
  readonly clock: Clock;
  readonly log: Log;
}

/** Several providers of one kind as one channel: each has its share, and takes over what another cannot send. */
export function failingOver(providers: readonly [Provider, ...Provider[]], around: Around): OpenChannel {
  const channels = providers.map(({ channel }) => channel);
  const [{ channel: first }] = providers;
  const lines = channels.flatMap((channel) => channel.lines ?? []);
  const fetching = channels.filter((channel) => channel.fetchMedia);
  const acknowledging = channels.find((channel) => channel.acknowledge);
  return {
    name: channels.map(({ name }) => name).join('+'),
    serves: first.serves,
    capabilities: channels.map(({ capabilities }) => capabilities).reduce(both),
    ...(lines.length > 0 && { lines }),
    routes: channels.flatMap(({ routes }) => routes),
    upgrades: channels.flatMap(({ upgrades = [] }) => upgrades),
    send: sender(providers, around),
    check: () => checkAll(channels),
    close: async () => {
      for (const channel of channels) await channel.close?.();
    },
    ...(acknowledging?.acknowledge && { acknowledge: acknowledging.acknowledge }),
    ...(fetching.length > 0 && { fetchMedia: (media, maxBytes) => fetchFromAny(fetching, media, maxBytes) }),
  };
}

/** What every one of them can do. */
const both = (one: Capabilities, other: Capabilities): Capabilities => ({
  maxTextLength: Math.min(one.maxTextLength, other.maxTextLength),
  buttons: Math.min(one.buttons, other.buttons),
  listRows: Math.min(one.listRows, other.listRows),
  attachments: one.attachments && other.attachments,
  // They serve one channel, whose words are the same.
  ...(one.variant !== undefined && { variant: one.variant }),
  ...((one.reportsDelivery || other.reportsDelivery) && { reportsDelivery: true }),
  ...(one.sessionHours !== undefined || other.sessionHours !== undefined
    ? { sessionHours: Math.min(one.sessionHours ?? Infinity, other.sessionHours ?? Infinity) }
    : {}),
});

function sender(providers: readonly Provider[], { limits, clock, log }: Around): OpenChannel['send'] {
  const circuits = new Map<string, Circuit>();
  const circuitOf = (name: string): Circuit => circuits.get(name) ?? closedCircuit;
  const circuitAfter = (error: unknown, circuit: Circuit, isItsFault: boolean): Circuit => {
    // Its pace did not allow it yet, which says nothing of how it is.
    if (error instanceof NotDelivered && error.untried) return unasked(circuit);
    return isItsFault ? afterFailure(circuit, clock.now(), limits) : closedCircuit;
  };
  return async (message, to) => {
    let last: NotDelivered | undefined;
    for (const { name, channel } of inOrder(named(providers, to.from), (name) => drawFor(to, name))) {
      if (!mayAsk(circuitOf(name), clock.now())) continue;
      circuits.set(name, whenAsked(circuitOf(name)));
      try {
        const ids = await channel.send(message, from(channel, to));
        circuits.set(name, closedCircuit);
        return ids;
      } catch (error) {
        const isItsFault = !(error instanceof NotDelivered) || error.retry || !error.personal;
        circuits.set(name, circuitAfter(error, circuitOf(name), isItsFault));
        // What is wrong with the person's number is wrong with every provider.
        if (!(error instanceof NotDelivered) || !isItsFault) throw error;
        log.warn('channel.provider-failed', { channel: name, code: error.code });
        last = error;
      }
    }
    throw last ?? new NotDelivered('no-provider', { retry: true, untried: true, afterSeconds: limits.seconds.value });
  };
}

/** A number of ours at one of them is nothing to the others: they send from their own. */
function from({ lines = [] }: OpenChannel, { from, ...to }: Destination): Destination {
  return from !== undefined && lines.some(({ line }) => line === from) ? { ...to, from } : to;
}

/** Those that have the line it has to go from; all of them where none has. */
function named(providers: readonly Provider[], from: string | undefined) {
  const all = providers.map((provider) => ({ ...provider, name: provider.channel.name }));
  const having = all.filter(({ channel }) => channel.lines?.some(({ line }) => line === from));
  return having.length > 0 ? having : all;
}

function drawFor({ reference }: Destination, name: string): number {
  const digest = createHash('sha256').update(`${reference}/${name}`).digest();
  return (digest.readUInt32BE() + 1) / (2 ** 32 + 1);
}

/** A file's reference does not say whose it is; the others do not know it. */
async function fetchFromAny(
  channels: readonly OpenChannel[],
  ...[media, maxBytes]: Parameters<NonNullable<OpenChannel['fetchMedia']>>
): Promise<Uint8Array> {
  let last: unknown = new MediaUnavailable('no-provider', { retry: false });
  for (const { fetchMedia } of channels) {
    try {
      if (fetchMedia) return await fetchMedia(media, maxBytes);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

async function checkAll(channels: readonly OpenChannel[]): Promise<Checked> {
  const all = await Promise.all(channels.map(async (channel) => ({ channel, checked: await channel.check() })));
  const failed = all.flatMap(({ channel, checked }) => (checked.ok ? [] : [`${channel.name}: ${checked.problem}`]));
  if (failed.length === all.length) return { ok: false, problem: failed.join(' ') };
  return { ok: true, note: failed.length === 0 ? `${all.length} providers` : failed.join(' ') };
}
