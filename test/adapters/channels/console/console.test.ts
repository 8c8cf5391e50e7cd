import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelWorld, OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { consoleChannel } from '#adapters/channels/console/index.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { aChannelWorld, type HearingWorld } from '#test/contracts/channel-world.ts';
import { describeChoosing } from '#test/contracts/describe-choosing.ts';
import { describeSending } from '#test/contracts/describe-sending.ts';

const to = {
  contactPoint: { channel: 'console', kind: 'user-id', address: 'terminal' },
  reference: 'reference-1',
} as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What has been printed since it was last asked. */
const printed = (output: PassThrough): string => String(output.read() ?? '');

describe('the console', () => {
  let input: PassThrough;
  let output: PassThrough;
  let world: HearingWorld;
  let channel: OpenChannel;

  beforeEach(() => {
    input = new PassThrough();
    output = new PassThrough();
    world = aChannelWorld();
    channel = consoleChannel.open({ input, output, folder }, world);
  });
  afterEach(() => channel.close?.());

  const typed = async (...lines: readonly string[]): Promise<InboundContent[]> => {
    input.end(`${lines.join('\n')}\n`);
    await channel.finished;
    return world.heard.map(({ content }) => content);
  };

  it('hears lines in order, each with an id of its own', async () => {
    expect(await typed('namaste', '', '  birth certificate ')).toEqual([
      { type: 'text', text: 'namaste' },
      { type: 'text', text: 'birth certificate' },
    ]);
    expect(new Set(world.heard.map(({ id }) => id)).size).toBe(2);
    expect(world.heard[0]).toMatchObject({ from: [to.contactPoint], at: '2026-03-05T04:30:00.000Z' });
  });

  it('takes a number for the choice that was printed under it', async () => {
    const choices = [
      { id: 'answer/yes', label: 'Yes' },
      { id: 'answer/no', label: 'No', description: 'not now' },
    ];
    await channel.send({ text: 'Sure?', choices }, to);
    expect(printed(output)).toBe('Sure?\n  1  Yes\n  2  No – not now\n\n');
    expect(await typed('2', '3')).toEqual([
      { type: 'choice', id: 'answer/no' },
      { type: 'text', text: '3' },
    ]);
  });

  it('takes a place', async () => {
    expect(await typed('/location 28.61, 77.21', '/location here')).toEqual([
      { type: 'location', latitude: 28.61, longitude: 77.21 },
      { type: 'text', text: '/location here' },
    ]);
  });

  it('takes a file by its path, and fetches it', async () => {
    const path = join(folder, 'my slip.jpg');
    await writeFile(path, 'a photograph');
    const media = { ref: path, kind: 'image', mime: 'image/jpeg', fileName: 'my slip.jpg' } as const;
    expect(await typed(`/photo ${path}`, `'${path}'`, '/photo nothing.jpg')).toEqual([
      { type: 'media', media },
      { type: 'media', media },
      { type: 'text', text: '/photo nothing.jpg' },
    ]);
    expect(Buffer.from((await channel.fetchMedia?.(media, 100)) ?? []).toString()).toBe('a photograph');
    await expect(channel.fetchMedia?.(media, 3)).rejects.toMatchObject({ code: 'too-large', retry: false });
    const gone = { ...media, ref: join(folder, 'gone.jpg') };
    await expect(channel.fetchMedia?.(gone, 3)).rejects.toMatchObject({ name: 'MediaUnavailable', retry: false });
  });

  it('writes a document into its folder, whatever its name says, and prints where', async () => {
    const document = { bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf', fileName: '../../receipt.pdf' };
    await channel.send({ text: 'Your receipt', document }, to);
    expect(printed(output)).toBe(`Your receipt\n📄 ${join(folder, 'receipt.pdf')}\n\n`);
    expect(await readFile(join(folder, 'receipt.pdf'), 'utf8')).toBe('%PDF-1.7');
  });

  it('alarms when a line cannot be stored, and goes on', async () => {
    world.breakStore();
    await typed('one', 'two');
    expect(world.alarms).toHaveLength(2);
  });

  it('is found well when it can write', async () => {
    expect(await channel.check()).toEqual({ ok: true });
    expect(existsSync(folder)).toBe(true);
  });
});

describeSending(consoleChannel.name, async () => aTerminal());
describeChoosing(consoleChannel.name, async () => {
  const { input, heardNext, ...terminal } = await aTerminal();
  return {
    ...terminal,
    hearsText: async (text) => {
      const heard = heardNext();
      input.write(`${text}\n`);
      return heard;
    },
  };
});

/** A terminal, and what is printed on it. */
async function aTerminal() {
  const output = new PassThrough();
  const documents = await mkdtemp(join(tmpdir(), 'console-'));
  const input = new PassThrough();
  const waiting: ((content: InboundContent) => void)[] = [];
  const conversing: ChannelWorld['conversing'] = {
    receive: async (messages) => {
      for (const { content } of messages) waiting.shift()?.(content);
    },
  };
  const channel = consoleChannel.open({ input, output, folder: documents }, { ...aChannelWorld(), conversing });
  return {
    channel,
    to,
    input,
    /** In the order of the lines. */
    heardNext: () => new Promise<InboundContent>((hears) => waiting.push(hears)),
    shown: () => {
      const text = printed(output);
      return text === '' ? [] : [{ text, hasDocument: text.includes(documents) }];
    },
    close: async () => {
      await channel.close?.();
      await rm(documents, { recursive: true });
    },
  };
}
