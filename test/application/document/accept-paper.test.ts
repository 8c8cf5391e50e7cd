import { beforeEach, describe, expect, it } from 'vitest';
import { AcceptPaper } from '#application/document/accept-paper.ts';
import { tellingThrough } from '#application/notification/tell.ts';
import type { Channel } from '#application/ports/out/channel.ts';
import { uploadLimits } from '#config/upload-limits.ts';
import type { Reading } from '#domain/document/reading.ts';
import { MediaUnavailable, ReaderDown } from '#domain/shared/failure.ts';
import { aCitizen } from '#test/kit/builders.ts';
import { aDocumentStore, aWorld, noWakeup, told, type World } from '#test/kit/fakes.ts';

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const exe = new TextEncoder().encode('MZ this is a program');
const good: Reading = { type: 'birth-slip', quality: 'good', facts: {}, problems: [] };
const media = { ref: 'media-1', kind: 'image', mime: 'image/jpeg' } as const;
const paper = { paperId: 'paper-1', media, expected: ['birth-slip'], channel: 'whatsapp' } as const;

let world: World;
let documents: ReturnType<typeof aDocumentStore>;
let fetches: (() => Uint8Array)[];
let readings: (() => Reading)[];
let fetched: number;
let mostBytes: number;
let accepting: AcceptPaper;

const fails = (error: Error) => () => {
  throw error;
};

beforeEach(async () => {
  world = aWorld();
  documents = aDocumentStore();
  [fetches, readings, fetched, mostBytes] = [[], [], 0, 0];
  await aCitizen(world);
  const channel: Channel = {
    name: 'fake',
    serves: 'whatsapp',
    capabilities: { maxTextLength: 1000, buttons: 3, listRows: 10, attachments: true },
    send: async () => [],
    async fetchMedia(_media, maxBytes) {
      fetched += 1;
      mostBytes = maxBytes;
      return (fetches.shift() ?? (() => jpeg))();
    },
    check: async () => ({ ok: true }),
  };
  const reader = {
    name: 'fake',
    read: async () => (readings.shift() ?? (() => good))(),
    check: async () => ({ ok: true }) as const,
  };
  const { store, clock, log } = world;
  accepting = new AcceptPaper(
    { of: () => channel, fallback: [] },
    reader,
    store.papers,
    documents,
    { limits: uploadLimits },
    tellingThrough(store.talks, clock, noWakeup),
    clock,
    log,
  );
});

const accept = (isLastTry = false) => accepting.accept('citizen-1', paper, isLastTry);

describe('AcceptPaper', () => {
  it('keeps the file and tells once what was read, without fetching it again when repeated', async () => {
    await accept();
    await accept();
    expect(fetched).toBe(1);
    expect(documents.files.size).toBe(1);
    expect(mostBytes).toBe(10_000_000);
    expect(await told(world)).toEqual([{ type: 'paper-read', paperId: 'paper-1', reading: good }]);
  });

  it('keeps a voice note that an officer is to listen to, and none that is no sound', async () => {
    const note = { ...paper, media: { ref: 'media-2', kind: 'audio', mime: 'audio/ogg' }, expected: [] } as const;
    fetches.push(() => new TextEncoder().encode('OggS and sound'));
    await accepting.accept('citizen-1', { ...note, paperId: 'note-1' }, false);
    await accepting.accept('citizen-1', { ...note, paperId: 'note-2' }, false);
    expect([...documents.files.values()].map(({ mime }) => mime)).toEqual(['audio/ogg']);
    expect((await world.store.papers.find('note-1'))?.snapshot().mime).toBe('audio/ogg');
  });

  it('goes on where it stopped when the reader died', async () => {
    readings.push(fails(new ReaderDown('crashed', { retry: true })));
    await expect(accept()).rejects.toThrow(ReaderDown);
    expect(await told(world)).toEqual([]);
    await accept();
    expect(await told(world)).toHaveLength(1);
  });

  it.each([new ReaderDown('timeout', { retry: true }), new TypeError('ours')])(
    'tells the citizen on the last try that it did not work (%s), and the operator why',
    async (error) => {
      readings.push(fails(error));
      await accept(true);
      expect(await told(world)).toEqual([{ type: 'paper-lost', paperId: 'paper-1' }]);
      expect(world.log.alarms).toEqual(['paper.lost']);
    },
  );

  it('tells at once when the provider has the file no more', async () => {
    fetches.push(fails(new MediaUnavailable('gone', { retry: false })));
    await accept();
    expect(await told(world)).toEqual([{ type: 'paper-lost', paperId: 'paper-1' }]);
  });

  it.each([
    ['a program that is named a photograph', () => exe, 'notAPaper'],
    ['a file that is too large', fails(new MediaUnavailable('too-large', { retry: false })), 'tooLarge'],
  ])('does not keep %s, and says what it is', async (_name, file, problem) => {
    fetches.push(file);
    await accept();
    expect(documents.files.size).toBe(0);
    expect(await told(world)).toMatchObject([{ type: 'paper-read', reading: { problems: [problem] } }]);
  });

  it('does not keep a file in which the reader saw harm', async () => {
    readings.push(() => ({ ...good, quality: 'unusable', problems: ['tooManyPixels'] }));
    await accept();
    expect(documents.files.size).toBe(0);
    expect(await world.store.papers.find('paper-1')).toBeUndefined();
  });

  it('says nothing to a citizen who was erased meanwhile', async () => {
    await world.store.citizens.erase('citizen-1');
    await accept();
    expect(await told(world)).toEqual([]);
    expect(await world.store.papers.find('paper-1')).toBeUndefined();
  });
});
