import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openaiSpeech } from '#adapters/speech/openai-compatible/index.ts';
import { SpeechReaderDown } from '#domain/shared/failure.ts';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';

const note = { bytes: new TextEncoder().encode('OggS and then sound'), mime: 'audio/ogg', extension: 'ogg' };

let provider: StubProvider;
const opened = (apiKey = 'key', apiUrl = provider.url, timeoutMs = 2000) =>
  openaiSpeech.open({ apiUrl, apiKey, model: 'whisper-1', timeoutMs });
const failure = (reading: Promise<string>): Promise<unknown> => reading.then(() => undefined).catch((error) => error);

beforeEach(async () => {
  provider = await openStubProvider();
});
afterEach(() => provider.close());

describe('a server that writes down speech', () => {
  it('is given the sound, the model and the language, and nothing else', async () => {
    provider.answers = () => ({ status: 200, body: { text: ' बेटी हुई है ' } });
    expect(await opened().transcribe(note, 'hi-Latn')).toBe('बेटी हुई है');
    const [call] = provider.calls;
    expect(call).toMatchObject({ method: 'POST', path: '/audio/transcriptions' });
    expect(call?.headers.authorization).toBe('Bearer key');
    const form = await new Response(new Uint8Array(call?.body ?? []), {
      headers: { 'content-type': String(call?.headers['content-type']) },
    }).formData();
    const { file, ...others } = Object.fromEntries(form) as { file: File } & Record<string, string>;
    expect(others).toEqual({ model: 'whisper-1', language: 'hi', response_format: 'json' });
    expect(file).toMatchObject({ name: 'note.ogg', type: 'audio/ogg' });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(note.bytes);
  });

  it('is sent no key where it asks for none', async () => {
    provider.answers = () => ({ status: 200, body: { text: 'haan' } });
    await opened('').transcribe(note, 'en');
    expect(provider.calls[0]?.headers.authorization).toBeUndefined();
  });

  it('hears nothing in silence', async () => {
    provider.answers = () => ({ status: 200, body: { text: '' } });
    expect(await opened().transcribe(note, 'hi')).toBe('');
  });

  it.each([
    ['is asked too often', { status: 429 }, '429', true],
    ['is broken', { status: 503, body: 'oops' }, '503', true],
    ['finds the note too long', { status: 413 }, 'too-long', false],
    ['does not know its type', { status: 415 }, 'wrong-type', false],
    ['does not know us', { status: 401, body: { error: { message: 'bad key sk-1' } } }, '401', false],
    ['answers something else', { status: 200, body: { segments: [] } }, 'no-sense', false],
    ['answers no JSON', { status: 200, body: '<html>' }, 'no-sense', false],
  ])('says so when it %s', async (_, answer, code, retry) => {
    provider.answers = () => answer;
    const error = await failure(opened().transcribe(note, 'hi'));
    expect(error).toBeInstanceOf(SpeechReaderDown);
    expect(error).toMatchObject({ code, retry, message: code });
  });

  it('says so when it is down', async () => {
    provider.answers = () => 'drop-connection';
    expect(await failure(opened().transcribe(note, 'hi'))).toMatchObject({ code: 'unreachable', retry: true });
  });

  it('is waited for no longer than its time limit', async () => {
    const silent = createServer();
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const { port } = silent.address() as { port: number };
    const error = await failure(opened('', `http://127.0.0.1:${port}`, 50).transcribe(note, 'hi'));
    silent.close();
    expect(error).toMatchObject({ code: 'timeout', retry: true });
  });

  it('tells whether it is there', async () => {
    expect(await opened().check()).toEqual({ ok: true, note: 'whisper-1' });
    provider.answers = () => ({ status: 401 });
    expect(await opened().check()).toEqual({ ok: false, problem: 'status 401' });
  });
});
