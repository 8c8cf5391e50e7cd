import { beforeEach, describe, expect, it } from 'vitest';
import { TranscribeNote } from '#application/conversation/transcribe-note.ts';
import { tellingThrough } from '#application/notification/tell.ts';
import type { Channel } from '#application/ports/out/channel.ts';
import type { Recording } from '#application/ports/out/speech-reader.ts';
import { MediaUnavailable, SpeechReaderDown } from '#domain/shared/failure.ts';
import { aCitizen } from '#test/kit/builders.ts';
import { aWorld, noWakeup, told, type World } from '#test/kit/fakes.ts';

const ogg = new TextEncoder().encode('OggS and then sound');
const media = { ref: 'media-1', kind: 'audio', mime: 'audio/ogg' } as const;
const note = { noteId: 'note-1', media, language: 'hi', channel: 'whatsapp' } as const;

let world: World;
let fetches: () => Uint8Array;
let reads: () => string;
let given: Recording[];
let notes: TranscribeNote;

beforeEach(async () => {
  world = aWorld();
  [fetches, reads, given] = [() => ogg, () => 'बेटी हुई है', []];
  await aCitizen(world);
  const channel: Channel = {
    name: 'fake',
    serves: 'whatsapp',
    capabilities: { maxTextLength: 1000, buttons: 3, listRows: 10, attachments: true },
    send: async () => [],
    fetchMedia: async () => fetches(),
    check: async () => ({ ok: true }),
  };
  const reader = {
    name: 'fake',
    transcribe: async (recording: Recording) => {
      given.push(recording);
      return reads();
    },
    check: async () => ({ ok: true }) as const,
  };
  const { store, clock, log } = world;
  const tell = tellingThrough(store.talks, clock, noWakeup);
  notes = new TranscribeNote({ of: () => channel, fallback: [] }, reader, tell, log);
});

const transcribe = (isLastTry = false) => notes.transcribe('citizen-1', note, isLastTry);
const fails = (error: Error) => () => {
  throw error;
};

describe('TranscribeNote', () => {
  it('tells the talk once what was said, however often it is done', async () => {
    await transcribe();
    await transcribe();
    expect(given[0]).toEqual({ bytes: ogg, mime: 'audio/ogg', extension: 'ogg' });
    expect(await told(world)).toEqual([{ type: 'transcribed', noteId: 'note-1', text: 'बेटी हुई है' }]);
  });

  it.each([
    ['silence', () => '', 'noWords'],
    ['dots', () => ' … ', 'noWords'],
    ['a whole speech', () => 'बात '.repeat(300), 'tooLong'],
    ['what the reader finds too long', fails(new SpeechReaderDown('too-long', { retry: false })), 'tooLong'],
    ['what the reader cannot open', fails(new SpeechReaderDown('wrong-type', { retry: false })), 'wrongType'],
    ['a key that is wrong', fails(new SpeechReaderDown('401', { retry: false })), 'down'],
  ])('says why nothing is made of %s', async (_, reading, why) => {
    reads = reading;
    await transcribe();
    expect(await told(world)).toEqual([{ type: 'not-transcribed', noteId: 'note-1', why }]);
    expect(world.log.alarms).toEqual(why === 'down' ? ['voice.lost'] : []);
  });

  it('gives the reader nothing that is no sound', async () => {
    fetches = () => new TextEncoder().encode('MZ this is a program');
    await transcribe();
    expect(given).toEqual([]);
    expect(await told(world)).toMatchObject([{ why: 'wrongType' }]);
  });

  it('gives the reader nothing that is too large', async () => {
    fetches = fails(new MediaUnavailable('too-large', { retry: false }));
    await transcribe();
    expect(await told(world)).toMatchObject([{ why: 'tooLong' }]);
  });

  it('tries again while the reader is down, and on the last try tells the citizen and the operator', async () => {
    reads = fails(new SpeechReaderDown('timeout', { retry: true }));
    await expect(transcribe()).rejects.toThrow(SpeechReaderDown);
    expect(await told(world)).toEqual([]);
    await transcribe(true);
    expect(await told(world)).toMatchObject([{ why: 'down' }]);
    expect(world.log.alarms).toEqual(['voice.lost']);
  });
});
