import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { telegram } from '#adapters/channels/telegram/index.ts';
import { aChannelWorld, aWebRequest, type HearingWorld } from '#test/contracts/channel-world.ts';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';

const TOKEN = '5000000001:token';

describe('what the Telegram channel asks of the Bot API', () => {
  let provider: StubProvider;
  let channel: OpenChannel;
  let world: HearingWorld;
  beforeAll(async () => {
    provider = await openStubProvider();
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    provider.calls.length = 0;
    provider.answers = () => ({ status: 200, body: { ok: true, result: { message_id: 77 } } });
    world = aChannelWorld();
    channel = telegram.open({ apiUrl: `${provider.url}/`, botToken: TOKEN, secretToken: 'secret' }, world);
  });

  const chat = { channel: 'telegram', kind: 'user-id', address: '9000000001' } as const;
  const to = { contactPoint: chat, reference: 'reference-1' };

  it('is to say something in the chat, without a preview of links', async () => {
    expect(await channel.send({ text: 'Namaste' }, to)).toEqual(['9000000001/77']);
    expect(provider.calls).toMatchObject([
      {
        method: 'POST',
        path: `/bot${TOKEN}/sendMessage`,
        json: { chat_id: '9000000001', text: 'Namaste', link_preview_options: { is_disabled: true } },
      },
    ]);
  });

  it('is nothing for a number, to which no bot can write', async () => {
    const phone = { channel: 'telegram', kind: 'phone', address: '+910000000001' } as const;
    await expect(channel.send({ text: 'Namaste' }, { ...to, contactPoint: phone })).rejects.toMatchObject({
      code: 'no-chat',
      retry: false,
    });
    expect(provider.calls).toEqual([]);
  });

  it('is to take a small picture as a picture, and a large one as a document', async () => {
    const picture = (bytes: Buffer) => ({ text: '', document: { bytes, mime: 'image/png', fileName: 'a.png' } });
    await channel.send(picture(Buffer.alloc(10)), to);
    await channel.send(picture(Buffer.alloc(10 * 1024 * 1024 + 1)), to);
    expect(provider.calls.map(({ path }) => path.split('/').at(-1))).toEqual(['sendPhoto', 'sendDocument']);
  });

  it.each(['group-message', 'taken-into-group'])(
    'is to say once in a group that one writes in private, and to go: %s',
    async (name) => {
      const body = readFileSync(new URL(`../../../fixtures/telegram/${name}.json`, import.meta.url));
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'secret' };
      await channel.routes[0]?.handle(aWebRequest({ path: '/webhooks/telegram', headers, body }));
      expect(world.heard).toEqual([]);
      expect(provider.calls.map(({ path }) => path.split('/').at(-1))).toEqual(['sendMessage', 'leaveChat']);
      expect(provider.calls).toMatchObject([{ json: { chat_id: '-1000000000001' } }, {}]);
    },
  );

  it('is to go from a group by its new number when it has become a large one', async () => {
    const moved = { error_code: 400, description: 'x', parameters: { migrate_to_chat_id: -1_000_000_000_002 } };
    provider.answers = ({ json }) =>
      JSON.stringify(json).includes('-1000000000001')
        ? { status: 400, body: { ok: false, ...moved } }
        : { status: 200, body: { ok: true, result: true } };
    const body = readFileSync(new URL('../../../fixtures/telegram/group-message.json', import.meta.url));
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'secret' };
    await channel.routes[0]?.handle(aWebRequest({ path: '/webhooks/telegram', headers, body }));
    expect(provider.calls.map(({ path, json }) => [path.split('/').at(-1), json])).toMatchObject([
      ['sendMessage', { chat_id: '-1000000000001' }],
      ['sendMessage', { chat_id: -1_000_000_000_002 }],
      ['leaveChat', { chat_id: -1_000_000_000_002 }],
    ]);
  });

  it('is at most twenty messages at once in one chat and thirty in all, and then one a second', async () => {
    for (let said = 0; said < 20; said += 1) await channel.send({ text: 'Namaste' }, to);
    await expect(channel.send({ text: 'Namaste' }, to)).rejects.toMatchObject({ untried: true, afterSeconds: 1 });
    const other = (last: number) => ({ ...to, contactPoint: { ...chat, address: `90000000${last + 10}` } });
    for (let said = 0; said < 10; said += 1) await channel.send({ text: 'Namaste' }, other(said));
    await expect(channel.send({ text: 'Namaste' }, other(10))).rejects.toMatchObject({ untried: true });
    expect(provider.calls).toHaveLength(30);
  });

  it('is nothing at all with a secret that Telegram would not take', () => {
    const open = (secretToken: string) =>
      telegram.open({ apiUrl: 'http://127.0.0.1', botToken: TOKEN, secretToken }, world);
    for (const secret of ['two words', 'x'.repeat(257)]) expect(() => open(secret)).toThrow(/secret token of Telegram/);
    expect(open('good-Secret_1').name).toBe('telegram');
  });

  it('is to stop the turning of a button that was tapped', async () => {
    await channel.acknowledge?.('9000000001/tap/4382bfdwdsb323b2d9');
    expect(provider.calls).toMatchObject([
      { path: `/bot${TOKEN}/answerCallbackQuery`, json: { callback_query_id: '4382bfdwdsb323b2d9' } },
    ]);
  });

  it('is to show that we are typing, for anything else', async () => {
    await channel.acknowledge?.('9000000001/41');
    expect(provider.calls).toMatchObject([
      { path: `/bot${TOKEN}/sendChatAction`, json: { chat_id: '9000000001', action: 'typing' } },
    ]);
  });

  it('does not matter when it is a courtesy that comes too late', async () => {
    provider.answers = () => ({ status: 400, body: { ok: false, error_code: 400, description: 'query is too old' } });
    await channel.acknowledge?.('9000000001/tap/1');
    expect(world.logged).toEqual(['channel.not-acknowledged {"channel":"telegram"}']);
  });

  describe('for a file', () => {
    const media = { ref: 'F', kind: 'image', mime: 'image/jpeg' } as const;
    const lying = (file: object) => {
      provider.answers = ({ path }) =>
        path.endsWith('/getFile') ? { status: 200, body: { ok: true, result: file } } : { status: 200, body: 'photo' };
    };

    it('is its path, and the file from there', async () => {
      lying({ file_id: 'F', file_path: 'photos/file 1.jpg', file_size: 5 });
      expect(Buffer.from((await channel.fetchMedia?.(media, 10)) ?? []).toString()).toBe('photo');
      expect(provider.calls.map(({ path }) => path)).toEqual([
        `/bot${TOKEN}/getFile`,
        `/file/bot${TOKEN}/photos/file%201.jpg`,
      ]);
    });

    it.each([
      ['nowhere', {}],
      ['on the disk of a server', { file_path: '/var/lib/telegram/file.jpg' }],
      ['outside', { file_path: 'photos/../../getMe' }],
    ])('is nothing more when it lies %s', async (_name, file) => {
      lying(file);
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'no-address', retry: false });
      expect(provider.calls).toHaveLength(1);
    });

    it('is not downloaded when it says that it is too large', async () => {
      lying({ file_path: 'a', file_size: 11 });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'too-large', retry: false });
      expect(provider.calls).toHaveLength(1);
    });

    it('is given up when it is larger than it says', async () => {
      lying({ file_path: 'a', file_size: 1 });
      await expect(channel.fetchMedia?.(media, 3)).rejects.toMatchObject({ code: 'too-large', retry: false });
    });

    it.each([
      ['Telegram itself finds it too large', 400, 'Bad Request: file is too big', { code: 'too-large', retry: false }],
      ['there is none', 400, 'Bad Request: invalid file_id', { code: '400', retry: false }],
      ['Telegram is busy', 503, 'Service Unavailable', { code: '503', retry: true }],
    ])('fails when %s, and says no token', async (_name, status, description, is) => {
      provider.answers = () => ({ status, body: { ok: false, error_code: status, description } });
      const failure: unknown = await channel.fetchMedia?.(media, 10).catch((error: unknown) => error);
      expect(failure).toMatchObject(is);
      expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain(TOKEN);
    });

    it('may be asked for again when the download is cut', async () => {
      provider.answers = ({ path }) =>
        path.endsWith('/getFile') ? { status: 200, body: { ok: true, result: { file_path: 'a' } } } : 'drop-connection';
      const failure: unknown = await channel.fetchMedia?.(media, 10).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'unreachable', retry: true });
      expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain(TOKEN);
    });
  });
});
