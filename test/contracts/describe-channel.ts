import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelPlugin, OpenChannel } from '#adapters/channels/channel-plugin.ts';
import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { DeliveryStatus, InboundContent, InboundMessage } from '#domain/conversation/message.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { aChannelWorld, aHurryingClock, type HearingWorld } from './channel-world.ts';
import { describeChoosing } from './describe-choosing.ts';
import { describeSending } from './describe-sending.ts';
import { withReplaced } from './json-parts.ts';
import type { Proof } from './proof.ts';
import { routeFor } from './route-server.ts';
import type { Shown, Tappable } from './shown.ts';
import { openStubProvider, type StubAnswer, type StubCall, type StubProvider } from './stub-provider.ts';

/** What a channel's own test brings; mostly data. */
export interface ChannelCase<Settings> {
  settings(apiUrl: string): Settings;
  /** Every secret in the settings. */
  readonly secrets: readonly string[];
  /** A body as the provider would send it, with a good signature. */
  signed(body: string | Buffer): WebRequest;
  /** Where the provider proves itself. */
  readonly proof: Proof;
  /** `becomes` lists what matters; an empty list: nothing is heard. */
  readonly inbound: readonly {
    readonly name: string;
    readonly request: WebRequest;
    readonly becomes: readonly Partial<InboundMessage>[];
  }[];
  readonly statuses: readonly {
    readonly name: string;
    readonly request: WebRequest;
    readonly becomes: readonly Partial<DeliveryStatus>[];
  }[];
  readonly to: Destination;
  /** How many messages each law is tried with; fewer suffice for a further provider of a channel that is tried elsewhere. */
  readonly runs?: number;
  /** What the provider sends of a text that somebody types. */
  typed(text: string): WebRequest;
  /** Likewise of a tap on what was shown; absent where nothing can be tapped. */
  tapped?(option: Tappable, among: readonly Shown[]): WebRequest;
  /** What the provider answers when it takes a payload. */
  accepts(call: StubCall): StubAnswer;
  /** What a citizen sees of a call; none for calls that only prepare, such as an upload. */
  shows(call: StubCall): Shown | undefined;
  /** The provider's own ways of saying no. */
  readonly refusals: readonly {
    readonly name: string;
    readonly answer: StubAnswer;
    readonly is: Partial<Pick<NotDelivered, 'retry' | 'instead' | 'code' | 'afterSeconds' | 'alarm'>>;
  }[];
}

/** The laws of every channel that is called over HTTP. */
export function describeChannel<Settings>(plugin: ChannelPlugin<Settings>, about: ChannelCase<Settings>): void {
  describe(`${plugin.name}, as a channel`, () => {
    let provider: StubProvider;
    let world: HearingWorld;
    let channel: OpenChannel;

    beforeAll(async () => {
      provider = await openStubProvider();
    });
    afterAll(() => provider.close());
    beforeEach(() => {
      provider.answers = about.accepts;
      provider.calls.length = 0;
      world = aChannelWorld();
      channel = plugin.open(about.settings(provider.url), world);
    });

    const deliver = async (request: WebRequest): Promise<WebResponse> => {
      const found = routeFor(request, channel.routes);
      if (!found) throw new Error(`no route for ${request.method} ${request.path}`);
      return found.route.handle({ ...request, params: found.params });
    };
    const { proof } = about;
    const failureOf = async (answer: StubAnswer | 'drop-connection'): Promise<NotDelivered> => {
      provider.answers = () => answer;
      const failure: unknown = await channel.send({ text: 'Namaste' }, about.to).catch((error: unknown) => error);
      if (failure instanceof NotDelivered) return failure;
      throw new Error(`expected NotDelivered, got ${inspect(failure)}`);
    };

    describeHearing();
    describeTrust();
    describeFailing();

    function describeHearing(): void {
      for (const { name, request, becomes } of about.inbound) {
        it(`hears ${name}`, async () => {
          expect((await deliver(request)).status).toBe(200);
          expect(world.heard).toHaveLength(becomes.length);
          expect(world.heard).toMatchObject(becomes);
        });
      }

      for (const { name, request, becomes } of about.statuses) {
        it(`passes on ${name}`, async () => {
          expect((await deliver(request)).status).toBe(200);
          expect(world.statuses).toHaveLength(becomes.length);
          expect(world.statuses).toMatchObject(becomes);
          expect(world.heard).toEqual([]);
        });
      }

      it('gives the same delivery the same message ids', async () => {
        for (const { request } of about.inbound) {
          world.heard.length = 0;
          await deliver(request);
          const first = [...world.heard];
          world.heard.length = 0;
          await deliver(request);
          expect(world.heard).toEqual(first);
        }
      });

      it('tells the provider to send again what could not be stored', async () => {
        const something = about.inbound.find(({ becomes }) => becomes.length > 0);
        if (!something) throw new Error('the case has no inbound message');
        world.breakStore();
        expect((await deliver(something.request)).status).toBe(503);
        expect(world.alarms).not.toEqual([]);
      });
    }

    function describeTrust(): void {
      const all = [...about.inbound, ...about.statuses];

      it('turns away a call without a signature, and hears nothing', async () => {
        for (const { request } of all) expect((await deliver(proof.put(request, undefined))).status).toBe(401);
        expect([...world.heard, ...world.statuses]).toEqual([]);
      });

      it('turns away a wrong signature of any length, and hears nothing', async () => {
        const wrong = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 300 }), cut());
        await fc.assert(
          fc.asyncProperty(wrong, fc.nat(all.length - 1), async (signature, i) => {
            const request = all[i]?.request;
            if (!request) throw new Error('no request');
            fc.pre(signature !== proof.of(request));
            expect((await deliver(proof.put(request, signature))).status).toBe(401);
          }),
        );
        expect([...world.heard, ...world.statuses]).toEqual([]);
      });

      it('answers garbage that is signed, and never throws', async () => {
        const garbage = fc.oneof(fc.json(), fc.string(), fc.uint8Array().map(Buffer.from));
        await fc.assert(
          fc.asyncProperty(garbage, async (body) => {
            expect([200, 400]).toContain((await deliver(about.signed(body))).status);
          }),
        );
        expect([...world.heard, ...world.alarms]).toEqual([]);
      });

      // Forms have no parts inside parts; for them the garbage above says enough.
      const bodies = all.map(({ request }) => request.body.toString('utf8')).filter((body) => body.startsWith('{'));
      it.skipIf(bodies.length === 0)(
        'makes sense, or nothing, of a webhook in which anything was replaced',
        async () => {
          await fc.assert(
            fc.asyncProperty(fc.constantFrom(...bodies), fc.jsonValue(), fc.nat(), async (body, value, at) => {
              expect([200, 400]).toContain((await deliver(about.signed(withReplaced(body, at, value)))).status);
            }),
            { numRuns: 500 },
          );
          // What the provider itself gives the alarm of is no mistake of ours.
          expect(world.alarms.filter((alarm) => alarm !== 'channel.alarm')).toEqual([]);
          expect(world.heard.filter((message) => !isWhole(message))).toEqual([]);
        },
      );

      const cut = () =>
        fc.tuple(fc.nat(all.length - 1), fc.nat(200)).map(([i, length]) => {
          const request = all[i]?.request;
          const good = (request && proof.of(request)) ?? '';
          return good.slice(0, Math.min(length, good.length - 1));
        });
    }

    function describeFailing(): void {
      it.each([429, 500, 502, 503, 504])('asks to try again after %i', async (status) => {
        expect((await failureOf({ status, body: 'busy' })).retry).toBe(true);
      });

      it.each([400, 401, 403, 404, 422])('does not ask to try again after %i', async (status) => {
        expect((await failureOf({ status, body: {} })).retry).toBe(false);
      });

      it('asks to try again when the connection breaks', async () => {
        expect((await failureOf('drop-connection')).retry).toBe(true);
      });

      for (const { name, answer, is } of about.refusals) {
        it(`understands ${name}`, async () => {
          expect(await failureOf(answer)).toMatchObject(is);
        });
      }

      it('says no secret and no number in an error, even if the provider does', async () => {
        const echoed = [...about.secrets, about.to.contactPoint.address].join(' ');
        for (const status of [400, 401, 500]) {
          const failure = await failureOf({ status, body: { error: { message: echoed, code: 1 }, message: echoed } });
          const shown = inspect(failure, { depth: 10, showHidden: true });
          for (const secret of [...about.secrets, about.to.contactPoint.address.replace('+', '')]) {
            expect(shown).not.toContain(secret);
          }
        }
      });

      it('goes on where it stopped when half of a message was taken', async () => {
        const text = `${'a'.repeat(plugin.capabilities.maxTextLength)}${'b'.repeat(20)}`;
        const shown = () => provider.calls.flatMap((call) => about.shows(call) ?? []).map((each) => each.text);
        let taken = 0;
        provider.answers = (call) => {
          if (about.shows(call)) taken += 1;
          return taken > 1 ? { status: 500 } : about.accepts(call);
        };
        await expect(channel.send({ text }, about.to)).rejects.toThrow(NotDelivered);
        provider.calls.length = 0;
        provider.answers = about.accepts;
        expect((await channel.send({ text }, about.to)).length).toBeGreaterThan(1);
        expect(shown().join('')).toBe('b'.repeat(20));
      });

      it('finds itself well when the provider cannot be asked, or says so', async () => {
        provider.answers = () => ({ status: 401, body: {} });
        const checked = await channel.check();
        expect(checked.ok).toBe(false);
        for (const secret of about.secrets) expect(JSON.stringify(checked)).not.toContain(secret);
      });
    }
  });

  describeChoosing(plugin.name, async () => {
    const provider = await openStubProvider();
    provider.answers = about.accepts;
    const world = { ...aChannelWorld(), clock: aHurryingClock() };
    const channel = plugin.open(about.settings(provider.url), world);
    const hears = async (request: WebRequest): Promise<InboundContent> => {
      const found = routeFor(request, channel.routes);
      await found?.route.handle({ ...request, params: found.params });
      const [heard, ...more] = world.heard.splice(0);
      if (!heard || more.length > 0) throw new Error('not one message was heard');
      return heard.content;
    };
    const { tapped, runs } = about;
    return {
      channel,
      to: about.to,
      shown: () => provider.calls.splice(0).flatMap((call) => about.shows(call) ?? []),
      hearsText: (text) => hears(about.typed(text)),
      ...(tapped && { hearsTap: (option, among) => hears(tapped(option, among)) }),
      ...(runs !== undefined && { runs }),
      close: () => provider.close(),
    };
  });

  describeSending(plugin.name, async () => {
    const provider = await openStubProvider();
    provider.answers = about.accepts;
    return {
      channel: plugin.open(about.settings(provider.url), { ...aChannelWorld(), clock: aHurryingClock() }),
      to: about.to,
      shown: () => provider.calls.splice(0).flatMap((call) => about.shows(call) ?? []),
      ...(about.runs !== undefined && { runs: about.runs }),
      close: () => provider.close(),
    };
  });
}

const isWhole = ({ id, at, from: [sender] }: InboundMessage): boolean =>
  id !== '' && sender.address !== '' && new Date(at).toISOString() === at;
