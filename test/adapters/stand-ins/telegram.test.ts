import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { telegram } from '#adapters/channels/telegram/index.ts';
import { openTelegramStandIn, type StandInEvent, type TelegramStandIn } from '#adapters/stand-ins/telegram/index.ts';
import type { WordedMessage } from '#application/ports/out/channel.ts';
import type { MediaRef } from '#domain/conversation/message.ts';
import { aChannelWorld, aHurryingClock, type HearingWorld } from '#test/contracts/channel-world.ts';
import { anyMessage } from '#test/contracts/describe-sending.ts';
import { serveRoutes } from '#test/contracts/route-server.ts';

const ASHA = { id: 9_000_000_001, firstName: 'Asha', lastName: 'Devi', phone: '+910000000001' };
const to = {
  contactPoint: { channel: 'telegram', kind: 'user-id', address: String(ASHA.id) },
  reference: 'reference-1',
} as const;
const secrets = { botToken: '5000000001:bot-token', secretToken: 'secret-token' };

describe('the stand-in for Telegram', () => {
  let standIn: TelegramStandIn;
  let channel: OpenChannel;
  let world: HearingWorld;
  let callbackUrl: string;
  let closeServer: () => Promise<void>;
  let now: number;

  beforeEach(async () => {
    now = Date.parse('2026-03-05T04:30:00Z');
    world = { ...aChannelWorld(), forms: { ...aChannelWorld().forms, publicUrl: '' } };
    callbackUrl = '';
    standIn = await openTelegramStandIn({
      ...secrets,
      callbackUrl: () => callbackUrl,
      now: () => now,
      webhookRetrySeconds: [0, 0],
    });
    channel = telegram.open({ ...secrets, apiUrl: standIn.url }, world);
    const server = await serveRoutes(channel.routes);
    callbackUrl = `${server.url}/webhooks/telegram`;
    closeServer = server.close;
  });
  afterEach(async () => {
    await standIn.close();
    await closeServer();
  });

  it('takes us into a group, where we say one word and go', async () => {
    const group = -100_200;
    Object.assign(world, {
      forms: { ...world.forms, translator: { say: () => 'Write to me in private.' } },
    });
    await standIn.sendAs(ASHA, { type: 'add-to-group', group });
    await expect.poll(() => standIn.transcript(group).length).toBe(1);
    await expect
      .poll(() => call('sendMessage', { chat_id: group, text: 'Namaste' }))
      .toMatchObject({ ok: false, error_code: 403 });
    expect(world.heard).toEqual([]);
  });

  const begin = () => standIn.sendAs(ASHA, { type: 'text', text: '/start' });
  const call = async (method: string, fields: object, token = secrets.botToken) => {
    const response = await fetch(`${standIn.url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return (await response.json()) as { ok: boolean; error_code?: number; description?: string; result?: unknown };
  };
  const heardMedia = (): MediaRef => {
    const content = world.heard.at(-1)?.content;
    if (content?.type !== 'media') throw new Error('no media was heard');
    return content.media;
  };
  const shownLast = () => standIn.transcript(ASHA.id).at(-1)?.message;

  describe('as the phone of a citizen', () => {
    it('begins the chat, with the secret, under the citizen’s name', async () => {
      const { status, messageId } = await begin();
      expect(status).toBe(200);
      expect(world.heard).toMatchObject([
        {
          id: `${ASHA.id}/${messageId}`,
          from: [{ channel: 'telegram', kind: 'user-id', address: String(ASHA.id) }],
          at: '2026-03-05T04:30:00.000Z',
          profileName: 'Asha Devi',
          content: { type: 'choice', id: 'menu/start' },
        },
      ]);
    });

    it('writes in any script', async () => {
      await standIn.sendAs(ASHA, { type: 'text', text: 'नमस्ते 👩‍👩‍👧' });
      expect(world.heard[0]?.content).toEqual({ type: 'text', text: 'नमस्ते 👩‍👩‍👧' });
    });

    it('taps a button, which turns until it is answered', async () => {
      await begin();
      await channel.send({ text: 'Sure?', choices: [{ id: 'answer/yes', label: 'Yes' }] }, to);
      const { messageId } = await standIn.sendAs(ASHA.id, { type: 'choice', id: 'answer/yes' });
      const heard = world.heard.at(-1);
      expect(heard?.content).toEqual({ type: 'choice', id: 'answer/yes' });
      const tap = () => standIn.transcript(ASHA.id).find(({ id }) => id === messageId);
      expect(tap()?.isAnswered).toBe(false);
      await channel.acknowledge?.(heard?.id ?? '');
      expect(tap()?.isAnswered).toBe(true);
    });

    it('taps a button whose command is too long for Telegram, and is understood by its words', async () => {
      await begin();
      const choices = [
        { id: `answer/address/${'House 12, Gali 4, '.repeat(6)}`, label: 'Yes, this address' },
        { id: 'answer/no', label: 'No' },
      ];
      await channel.send({ text: 'Is it this one?', choices }, to);
      await standIn.sendAs(ASHA.id, { type: 'choice', id: 'Yes, this address' });
      await standIn.sendAs(ASHA.id, { type: 'choice', id: 'No' });
      expect(world.heard.slice(1).map(({ content }) => content)).toEqual([
        { type: 'text', text: 'Yes, this address' },
        { type: 'choice', id: 'answer/no' },
      ]);
    });

    it('shows by a mark what was tapped, the last of several, and the button is understood as before', async () => {
      await begin();
      const long = `answer/address/${'House 12, Gali 4, '.repeat(6)}`;
      const choices = [
        { id: long, label: 'This one' },
        { id: 'answer/no', label: 'No' },
      ];
      await channel.send({ text: 'Sure?', link: { label: 'Look', url: 'https://sandesh.example' }, choices }, to);
      const shown = () =>
        standIn
          .transcript(ASHA.id)
          .flatMap(({ direction, message }) => (direction === 'from-us' ? [JSON.stringify(message.reply_markup)] : []))
          .at(-1);
      await standIn.sendAs(ASHA.id, { type: 'choice', id: 'answer/no' });
      expect(shown()).toMatch(/Look.*"This one".*"✓ No"/);
      await standIn.sendAs(ASHA.id, { type: 'choice', id: 'This one' });
      await standIn.sendAs(ASHA.id, { type: 'choice', id: '✓ This one' });
      expect(shown()).toMatch(/Look.*"✓ This one".*"No"/);
      expect(world.heard.slice(1).map(({ content }) => content)).toEqual([
        { type: 'choice', id: 'answer/no' },
        { type: 'text', text: 'This one' },
        { type: 'text', text: 'This one' },
      ]);
    });

    it('cannot tap what nobody offered', async () => {
      await expect(standIn.sendAs(ASHA, { type: 'choice', id: 'answer/none' })).rejects.toThrow('answer/none');
    });

    it.each(['image', 'document', 'audio', 'voice', 'video', 'sticker'] as const)(
      'sends a file as %s, which the channel fetches whole',
      async (type) => {
        const bytes = Buffer.from('the bytes of a file');
        await standIn.sendAs(ASHA, { type, bytes, mime: 'application/octet-stream', caption: 'look' });
        expect(Buffer.from((await channel.fetchMedia?.(heardMedia(), 100)) ?? [])).toEqual(bytes);
      },
    );

    it('shares its own number, which is proven by that, and that of another, which is not', async () => {
      await standIn.sendAs(ASHA, { type: 'contact' });
      await standIn.sendAs(ASHA, { type: 'contact', of: { phone: '+910000000002', id: 9_000_000_002 } });
      expect(world.heard.map(({ from }) => from.map(({ address }) => address))).toEqual([
        [String(ASHA.id), ASHA.phone],
        [String(ASHA.id)],
      ]);
    });

    it('sends a place, and corrects what it wrote', async () => {
      await standIn.sendAs(ASHA, { type: 'location', latitude: 28.6, longitude: 77.2 });
      const { messageId } = await standIn.sendAs(ASHA, { type: 'text', text: 'brith' });
      await standIn.sendAs(ASHA, { type: 'edit', messageId, text: 'birth' });
      expect(world.heard.map(({ content }) => content.type)).toEqual(['location', 'text', 'unsupported']);
      expect(new Set(world.heard.map(({ id }) => id)).size).toBe(3);
    });

    it('blocks us, and takes nothing until it writes again', async () => {
      await begin();
      await standIn.sendAs(ASHA, { type: 'block' });
      expect(world.heard.at(-1)?.content).toEqual({ type: 'notice', what: 'blocked', on: 'telegram' });
      await expect(channel.send({ text: 'hi' }, to)).rejects.toMatchObject({ code: 'blocked', instead: 'nothing' });
      await standIn.sendAs(ASHA, { type: 'unblock' });
      expect(await channel.send({ text: 'hi' }, to)).toHaveLength(1);
    });

    it('says anything in Telegram’s own words', async () => {
      await standIn.sendAs(ASHA, { type: 'raw', message: { dice: { emoji: '🎲', value: 3 } } });
      expect(world.heard[0]?.content).toEqual({ type: 'unsupported', what: 'dice' });
    });

    it('shows what we say as soon as it comes, and that we are typing', async () => {
      const events: StandInEvent[] = [];
      const end = standIn.subscribe((event) => events.push(event));
      await begin();
      await channel.acknowledge?.(world.heard[0]?.id ?? '');
      await channel.send({ text: 'Namaste' }, to);
      end();
      await channel.send({ text: 'unseen' }, to);
      expect(events.map(({ type }) => type)).toEqual(['message', 'typing', 'message']);
      expect(standIn.transcript()).toHaveLength(3);
    });
  });

  describe('as the Bot API', () => {
    it('lets nobody be written to who has not begun the chat', async () => {
      await expect(channel.send({ text: 'hi' }, to)).rejects.toMatchObject({ code: 'chat-not-found', retry: false });
    });

    it('takes every message that the channel makes', async () => {
      await begin();
      const hurrying = telegram.open({ ...secrets, apiUrl: standIn.url }, { ...world, clock: aHurryingClock() });
      await fc.assert(
        fc.asyncProperty(anyMessage, async (message: WordedMessage) => {
          expect((await hurrying.send(message, to)).length).toBeGreaterThan(0);
        }),
        { numRuns: 30 },
      );
    });

    it('keeps a document that it is given, by its name in any script', async () => {
      await begin();
      const bytes = Buffer.from('%PDF-1.7\r\n--not the end\r\n');
      await channel.send(
        { text: 'Receipt', document: { bytes, mime: 'application/pdf', fileName: 'रसीद; 1.pdf' } },
        to,
      );
      const message = shownLast() as { caption: string; document: { file_id: string; file_name: string } };
      expect(message).toMatchObject({ caption: 'Receipt', document: { file_name: 'रसीद_ 1.pdf' } });
      expect(standIn.file(message.document.file_id)?.bytes).toEqual(bytes);
    });

    it('shows a picture as a picture', async () => {
      await begin();
      const document = { bytes: Buffer.from('jpeg'), mime: 'image/jpeg', fileName: 'photo.jpg' };
      await channel.send({ text: '', document }, to);
      expect(shownLast()).toHaveProperty('photo');
    });

    const button = (data: object) => ({ inline_keyboard: [[{ text: 'a', ...data }]] });
    it.each([
      ['no text', { text: ' ' }, 'Bad Request: message text is empty'],
      ['a long text', { text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
      ['a chat that is none', { text: 'x', chat_id: 1 }, 'Bad Request: chat not found'],
      [
        'data of more than 64 bytes',
        { text: 'x', reply_markup: button({ callback_data: 'क'.repeat(22) }) },
        'Bad Request: BUTTON_DATA_INVALID',
      ],
      [
        'a button that does nothing',
        { text: 'x', reply_markup: button({}) },
        'Bad Request: text buttons are unallowed in the inline keyboard',
      ],
      [
        'an address that is none',
        { text: 'x', reply_markup: button({ url: 'http://localhost/v/1' }) },
        "Bad Request: inline keyboard button URL 'http://localhost/v/1' is invalid: Wrong HTTP URL",
      ],
      [
        'more than a hundred buttons',
        { text: 'x', reply_markup: { inline_keyboard: [Array(101).fill({ text: 'a', callback_data: 'b' })] } },
        'Bad Request: reply markup is too long',
      ],
      [
        'a keyboard of another kind',
        { text: 'x', reply_markup: { buttons: [] } },
        "Bad Request: can't parse reply keyboard markup JSON object",
      ],
      ['a field that it does not know', { text: 'x', colour: 'red' }, 'Bad Request: wrong parameter colour in request'],
    ])('refuses %s', async (_name, fields, description) => {
      await begin();
      const answer = await call('sendMessage', { chat_id: ASHA.id, ...fields });
      expect(answer).toEqual({ ok: false, error_code: 400, description });
    });

    it.each([
      ['another token', 'getMe', '5000000001:other', 401, 'Unauthorized'],
      ['a method that there is not', 'sendHologram', secrets.botToken, 404, 'Not Found'],
      ['a file that there is not', 'getFile?file_id=F', secrets.botToken, 400, 'Bad Request: invalid file_id'],
      [
        'an answer to a tap that there was not',
        'answerCallbackQuery?callback_query_id=1',
        secrets.botToken,
        400,
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
      ],
    ])('refuses %s', async (_name, method, token, error_code, description) => {
      expect(await call(method, {}, token)).toEqual({ ok: false, error_code, description });
    });

    it('lets the address of a file run out after an hour', async () => {
      await standIn.sendAs(ASHA, { type: 'document', bytes: Buffer.from('x'), mime: 'text/plain' });
      const { file_path } = (await call('getFile', { file_id: heardMedia().ref })).result as { file_path: string };
      const ask = () => fetch(`${standIn.url}/file/bot${secrets.botToken}/${file_path}`);
      expect((await ask()).status).toBe(200);
      now += 61 * 60_000;
      expect((await ask()).status).toBe(404);
    });

    it('posts updates where, and with what secret, it is told', async () => {
      await call('setWebhook', { url: callbackUrl, secret_token: 'another' });
      expect((await begin()).status).toBe(401);
      await call('setWebhook', { url: callbackUrl, secret_token: secrets.secretToken });
      expect((await begin()).status).toBe(200);
    });

    it('is told where to call us, what we listen to and what stands in its menu, in Hindi and in English', async () => {
      const url = callbackUrl.replace('/webhooks/telegram', '');
      const say = ({ key }: { readonly key: string }, language: string) => `${key} in ${language}`;
      const languages = ['hi', 'en', 'hi-Latn'].map((code) => ({ code, isComplete: true }));
      Object.assign(world, { forms: { ...world.forms, publicUrl: url, languages, translator: { say } } });
      callbackUrl = '';
      expect(await channel.connect?.()).toBe(`${url}/webhooks/telegram hi en`);
      expect(await channel.check()).toMatchObject({ ok: true });
      await begin();
      await standIn.sendAs(ASHA, { type: 'text', text: '/status' });
      await standIn.sendAs(ASHA, { type: 'block' });
      expect(world.heard.slice(1).map(({ content }) => content)).toEqual([
        { type: 'choice', id: 'menu/mine' },
        { type: 'notice', what: 'blocked', on: 'telegram' },
      ]);
      const other = telegram.open({ ...secrets, botToken: '1:other', apiUrl: standIn.url }, world);
      await expect(other.connect?.()).rejects.toThrow('Telegram: Unauthorized.');
    });

    it('tells nothing of what nobody asked for', async () => {
      await call('setWebhook', { url: callbackUrl, secret_token: secrets.secretToken, allowed_updates: ['message'] });
      await begin();
      await standIn.sendAs(ASHA, { type: 'block' });
      expect(world.heard.map(({ content }) => content.type)).toEqual(['choice']);
    });

    it.each([
      ['setMyCommands', { commands: [{ command: 'Status', description: 'x' }] }],
      ['setMyCommands', { commands: [{ command: 'status', description: '' }] }],
      ['setMyDescription', { description: 'x'.repeat(513) }],
      ['setMyDescription', { description: 'x', language_code: 'hi-Latn' }],
    ])('takes nothing in its profile that people could not see: %s', async (method, fields) => {
      expect(await call(method, fields)).toMatchObject({ ok: false, error_code: 400 });
    });

    it('posts an update again that was not taken', async () => {
      const right = callbackUrl;
      callbackUrl = `${right}/nowhere`;
      const posted = standIn.sendAs(ASHA, { type: 'text', text: 'hi' });
      expect((await posted).status).toBe(404);
      callbackUrl = right;
      await standIn.idle();
      expect(world.heard).toHaveLength(1);
    });

    it('finds the channel well set up, and sees when it is not', async () => {
      expect(await channel.check()).toEqual({ ok: true, note: '@stand_in_bot, 0 updates waiting' });
      const withOtherSecret = await call('setWebhook', { url: callbackUrl, secret_token: 'another' });
      expect(withOtherSecret.ok).toBe(true);
      await begin();
      await standIn.idle();
      const note = '@stand_in_bot, 0 updates waiting, last error: Wrong response from the webhook: 401';
      expect(await channel.check()).toEqual({ ok: true, note });
      await call('setWebhook', { url: '' });
      expect(await channel.check()).toMatchObject({ ok: false, problem: expect.stringMatching(/^no webhook is set/) });
      await call('setWebhook', { url: callbackUrl, allowed_updates: ['message'] });
      expect(await channel.check()).toMatchObject({ ok: false, problem: expect.stringContaining('my_chat_member') });
      Object.assign(world.forms, { publicUrl: 'https://elsewhere.example' });
      expect(await channel.check()).toMatchObject({ ok: false, problem: expect.stringContaining('another address') });
      const other = telegram.open({ ...secrets, botToken: '1:other', apiUrl: standIn.url }, world);
      expect(await other.check()).toEqual({ ok: false, problem: 'the bot token is wrong or was revoked' });
    });
  });

  describe('told to fail', () => {
    beforeEach(begin);

    it.each([
      ['flood', { retry: true, afterSeconds: 5 }],
      ['blocked', { retry: false, instead: 'nothing' }],
      ['deactivated', { retry: false, instead: 'other-channel' }],
      ['chat-not-found', { retry: false, instead: 'other-channel' }],
      ['server-error', { retry: true, code: '500' }],
      ['token-revoked', { retry: false, code: '401' }],
      ['drop-connection', { retry: true, code: 'unreachable' }],
      [
        { status: 409, description: 'Conflict' },
        { retry: false, code: '409' },
      ],
    ] as const)('answers the next message by %s, and then goes on', async (failure, is) => {
      standIn.failNext(failure);
      await channel.acknowledge?.(world.heard[0]?.id ?? '');
      await expect(channel.send({ text: 'hi' }, to)).rejects.toMatchObject(is);
      expect(await channel.send({ text: 'hi' }, to)).toHaveLength(1);
    });

    it('takes a message whose answer is lost', async () => {
      standIn.failNext('lose-answer');
      await expect(channel.send({ text: 'hi' }, to)).rejects.toMatchObject({ retry: true });
      expect(shownLast()).toMatchObject({ text: 'hi' });
    });

    it('answers late', async () => {
      standIn.failNext({ delayMs: 1 });
      expect(await channel.send({ text: 'hi' }, to)).toHaveLength(1);
    });

    it('keeps files back', async () => {
      await standIn.sendAs(ASHA, { type: 'document', bytes: Buffer.from('x'), mime: 'text/plain' });
      standIn.failNext('server-error', { of: 'files' });
      await expect(channel.fetchMedia?.(heardMedia(), 100)).rejects.toMatchObject({ code: '500', retry: true });
      expect(await channel.fetchMedia?.(heardMedia(), 100)).toHaveLength(1);
    });
  });
});
