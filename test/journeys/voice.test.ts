import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';
import { aChat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';

const sound = Buffer.from('OggS and then sound');

describe('a parent who speaks instead of writing', () => {
  let platform: TestPlatform;
  let speech: StubProvider;

  beforeAll(async () => {
    speech = await openStubProvider();
    platform = await aPlatform({ environment: { STT_API_URL: speech.url, STT_MODEL: 'small' } });
  });
  afterAll(async () => {
    await platform.stop();
    await speech.close();
  });

  it('begins by a voice note, says yes to what was heard, and hears what to do when the server breaks', async () => {
    const chat = aChat(platform, { phone: '+910000000601' });
    speech.answers = () => ({ status: 200, body: { text: 'beti hui hai kagaz banwana hai' } });
    await chat.sends({ type: 'audio', bytes: sound, mime: 'audio/ogg; codecs=opus' });
    await chat.hears(/beti hui hai kagaz banwana hai/);
    expect(speech.calls[0]?.body.includes(sound)).toBe(true);
    await chat.taps(chat.offered()[0] ?? '');
    await chat.hears(/21/);
    await chat.says('haan');
    await chat.hears(/parchi|पर्ची/);
    speech.answers = () => ({ status: 401, body: {} });
    await chat.sends({ type: 'audio', bytes: sound, mime: 'audio/ogg; codecs=opus' });
    await chat.hears(/sun nahi paya|सुन नहीं पाया/);
    expect(await platform.logs(/voice\.lost/)).toContain('401');
    expect(platform.logged()).not.toContain('kagaz banwana');
  });
});
