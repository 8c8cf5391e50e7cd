import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { LogBuffer, watchedChannel, watchedOutbox, watchedWorld } from '#adapters/channels/log/index.ts';
import { parse as parseTelegram } from '#adapters/channels/telegram/parse.ts';
import { parse as parseWhatsApp } from '#adapters/channels/whatsapp-cloud/parse.ts';
import type { ChannelEntry } from '#application/ports/out/channel-log.ts';
import type { InboundMessage } from '#domain/conversation/message.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { verbatim } from '#domain/shared/phrase.ts';
import { aChannelWorld } from '#test/contracts/channel-world.ts';
import { aCitizen, aPhone } from '#test/kit/builders.ts';
import { aWorld, NOW } from '#test/kit/fakes.ts';

const of = { name: 'twilio-sms', serves: 'sms' } as const;

/** What the log holds after all this was said both ways, and refused with those words. */
async function loggedOf(messages: readonly InboundMessage[], words: string, code = words): Promise<string> {
  const entries: ChannelEntry[] = [];
  const world = watchedWorld(of, aChannelWorld(), (entry) => entries.push(entry));
  await world.conversing.receive(messages);
  await world.operating.reportDelivery('sms', [{ messageId: words, status: 'failed', at: NOW, code }]);
  world.log.warn('channel.notice', { notice: code });
  const failing = { ...of, send: () => Promise.reject(new NotDelivered(code, { retry: false })) };
  const channel = watchedChannel(failing as unknown as OpenChannel, world, (entry) => entries.push(entry));
  for (const { from } of messages)
    await channel
      .send(
        {
          text: words,
          choices: [{ id: words, label: words, description: words }],
          link: { label: words, url: words },
          document: { bytes: Buffer.from(words), mime: words, fileName: words, link: words },
          asksNumber: words,
          form: { name: words, label: words, offer: words, ticket: words },
        },
        { contactPoint: from[0], reference: 'citizen.1' },
      )
      .catch(() => undefined);
  expect(entries.length).toBeGreaterThan(messages.length);
  return JSON.stringify(entries.map(({ who: _, ...entry }) => entry));
}

/** Everything in it by which somebody is known, or that he said. */
const personalIn = ({ from, content, profileName }: InboundMessage): string[] =>
  [
    ...from.map(({ address }) => address),
    ...(content.type === 'text' ? [content.text] : []),
    ...(content.type === 'media' ? [content.caption, content.media.fileName, content.media.ref] : []),
    ...(content.type === 'contact' ? content.phones : []),
    ...(content.type === 'location' ? [content.address, String(content.latitude), String(content.longitude)] : []),
    ...(content.type === 'choice' ? [content.id.split('/').slice(1).join('/')] : []),
    profileName,
  ].filter((each): each is string => each !== undefined && each.length > 3);

const fixturesOf = (name: string): unknown[] => {
  const folder = new URL(`../../fixtures/${name}/`, import.meta.url);
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
};

describe('the channel log', () => {
  const call = { receivedAt: NOW };
  it.each([
    ['whatsapp-cloud', fixturesOf('whatsapp-cloud').flatMap((body) => parseWhatsApp(body, call)?.messages ?? [])],
    ['telegram', fixturesOf('telegram').flatMap((body) => parseTelegram(body, call)?.messages ?? [])],
  ])('holds nothing that people said or are known by, of all that %s sends', async (_, messages) => {
    const personal = messages.flatMap(personalIn);
    expect(personal.length).toBeGreaterThan(20);
    const logged = await loggedOf(messages, 'x');
    for (const words of personal) expect(logged).not.toContain(words);
  });

  it('holds no word or number that anybody could type', async () => {
    const secret = fc.oneof(
      fc.stringMatching(/^[A-Z][a-z]{5,12} [A-Z][a-z]{5,12}$/),
      fc.stringMatching(/^\+91[0-9]{10}$/),
      fc.stringMatching(/^[0-9]{12}$/),
      fc.stringMatching(/^[0-9]{6}$/),
      fc.stringMatching(/^[A-Z]{5}[0-9]{4}[A-Z]$/),
      fc.stringMatching(/^https:\/\/sandesh\.example\/d\/[A-Za-z0-9_-]{24}$/),
    );
    await fc.assert(
      fc.asyncProperty(secret, async (words) => {
        const base = { id: 'm1', from: [aPhone(1, 'sms')], at: NOW, profileName: words } as const;
        const media = { ref: words, kind: 'image', mime: words, fileName: words } as const;
        const logged = await loggedOf(
          [
            { ...base, content: { type: 'text', text: words } },
            { ...base, content: { type: 'choice', id: words } },
            { ...base, content: { type: 'choice', id: `answer/name/${words}` } },
            { ...base, content: { type: 'media', media, caption: words } },
            { ...base, content: { type: 'unsupported', what: words } },
            { ...base, content: { type: 'notice', what: words } },
            { ...base, content: { type: 'contact', phones: [words], isOwn: true } },
            { ...base, content: { type: 'location', latitude: 1, longitude: 2, address: words } },
          ],
          words,
          // A password of six digits looks like a provider's code, and is in none.
          /^\d{6}$/.test(words) ? 'x' : words,
        );
        expect(logged).not.toContain(words);
      }),
      { numRuns: 200 },
    );
  });

  it('tells the kind and the length of what came, how long it took, and the same mark for the same person', async () => {
    const entries: ChannelEntry[] = [];
    const world = watchedWorld(of, aChannelWorld(), (entry) => entries.push(entry));
    const from = [aPhone(1, 'sms')] as const;
    const message: InboundMessage = { id: 'm1', from, at: NOW, content: { type: 'text', text: 'नमस्ते' } };
    await world.conversing.receive([message, { ...message, id: 'm2', content: { type: 'choice', id: 'menu/mine' } }]);
    expect(entries).toMatchObject([
      { channel: 'sms', provider: 'twilio-sms', event: 'received', what: 'text/6', milliseconds: expect.any(Number) },
      { event: 'received', what: 'choice/menu', who: entries[0]?.who },
    ]);
    expect(entries[0]?.who).toMatch(/^[0-9a-f]{12}$/);
  });

  it('tells whose number it was, or whose news, and of the number for all nothing', async () => {
    const entries: ChannelEntry[] = [];
    const note = (entry: ChannelEntry) => void entries.push(entry);
    const lines = [
      { line: '1', department: 'mcd', address: '+911' },
      { line: '2', department: 'all', address: '+912' },
    ];
    const world = watchedWorld({ ...of, lines: () => lines }, aChannelWorld(), note);
    const from = [aPhone(1, 'sms')] as const;
    for (const to of ['1', '2'])
      await world.conversing.receive([{ id: to, to, from, at: NOW, content: { type: 'text', text: 'x' } }]);
    const channel = watchedChannel({ ...of, lines, send: async () => [] } as unknown as OpenChannel, world, note);
    const to = { contactPoint: from[0], reference: 'citizen.1' };
    for (const each of [{ from: '1' }, { from: '2', department: 'revenue' }, {}])
      await channel.send({ text: 'x' }, { ...to, ...each });
    expect(entries.map(({ department }) => department)).toEqual(['mcd', undefined, 'mcd', 'revenue', undefined]);
  });

  it('tells what an SMS cost, by the tariff of that day', async () => {
    const entries: ChannelEntry[] = [];
    const sms = { ...of, send: async () => ['id-1'], segmentsOf: () => 3 } as unknown as OpenChannel;
    const since = { verified: false, source: 'the test' };
    const tariff = [
      { value: 19.5, from: '2020-01-01', ...since },
      { value: 99, from: '2099-01-01', ...since },
    ];
    const channel = watchedChannel(sms, aChannelWorld(), (entry) => entries.push(entry), tariff);
    await channel.send({ text: 'Namaste' }, { contactPoint: aPhone(1, 'sms'), reference: 'citizen-1.1' });
    expect(entries).toMatchObject([{ event: 'handed', segments: 3, paise: 58.5 }]);
  });

  it('says why a message went by another channel', async () => {
    const world = aWorld();
    const entries: ChannelEntry[] = [];
    const outbox = watchedOutbox(world.store.outbox, world, (entry) => entries.push(entry));
    await aCitizen(world);
    await outbox.add([
      { citizenId: 'citizen-1', message: { text: verbatim('hello') }, language: 'hi', urgency: 'notice' },
    ]);
    const [message] = await outbox.lease(1, 60, NOW);
    if (!message) throw new Error('nothing to send');
    await outbox.postpone(message, 'busy', NOW, []);
    await outbox.postpone(message, '131026', NOW, ['whatsapp']);
    expect(entries).toMatchObject([{ channel: 'whatsapp', event: 'moved', message: message.id, code: '131026' }]);
  });

  it('is stored many lines at a time, and kept while the store is away', async () => {
    const stored: number[] = [];
    let isAway = true;
    const { log } = aWorld();
    const add = async (entries: readonly ChannelEntry[]) => {
      if (isAway) throw new Error('away');
      stored.push(entries.length);
    };
    const buffer = new LogBuffer({ add }, log);
    for (let line = 0; line < 3; line += 1) buffer.note({ at: NOW, channel: 'sms', event: 'held' });
    await buffer.flush();
    isAway = false;
    await buffer.close();
    expect(stored).toEqual([3]);
    expect(log.alarms).toEqual(['channel-log.not-stored']);
  });
});
