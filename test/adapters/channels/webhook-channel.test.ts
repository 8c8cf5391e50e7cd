import { describe, expect, it } from 'vitest';
import { type Heard, webhookChannel } from '#adapters/channels/webhook-channel.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { aChannelWorld, aWebRequest } from '#test/contracts/channel-world.ts';

interface PigeonSettings {
  readonly ring: string;
  readonly refuses?: boolean;
}

/** The least channel there is: a text a call, as JSON or a form. */
const pigeons = webhookChannel<PigeonSettings, string>({
  name: 'pigeons',
  serves: 'sms',
  capabilities: { maxTextLength: 10, buttons: 0, listRows: 0, attachments: false },
  paths: ['/pigeons', '/pigeons/returned'],
  isGenuine: ({ headers }, { ring }) => headers.ring === ring,
  parse: (body, { request, receivedAt }) => hear(body, request.path, receivedAt),
  render: ({ text }) => [text],
  async post(text, _to, { refuses }) {
    if (refuses) throw new NotDelivered('no-pigeon', { retry: true });
    return `note-${text}`;
  },
  check: async () => ({ ok: true }),
  async acknowledge() {
    throw new Error('pigeons do not nod');
  },
  answer: { status: 200, body: 'coo' },
});

function hear(body: unknown, path: string, at: string): Heard | undefined {
  if (typeof body !== 'object' || body === null || !('text' in body)) return undefined;
  if (path === '/pigeons/returned') return { messages: [], notices: ['returned'] };
  const from = [{ channel: 'sms', kind: 'phone', address: '+910000000001' }] as const;
  return { messages: [{ id: 'note', at, from, content: { type: 'text', text: String(body.text) } }] };
}

function open(settings: PigeonSettings = { ring: 'r1' }) {
  const world = aChannelWorld();
  const channel = pigeons.open(settings, world);
  const call = async (body: string, headers: Record<string, string> = {}, path = '/pigeons') =>
    channel.routes
      .find((route) => route.path === path)
      ?.handle(aWebRequest({ path, headers: { ring: 'r1', ...headers }, body: Buffer.from(body) }));
  return { world, channel, call };
}

describe('a channel that is called over HTTP', () => {
  it('has a route for each path, and none to be asked by where nothing is verified', () => {
    expect(open().channel.routes.map(({ method, path, access }) => [method, path, access])).toEqual([
      ['POST', '/pigeons', 'signed'],
      ['POST', '/pigeons/returned', 'signed'],
    ]);
  });

  it('reads JSON, and answers in the way of the provider', async () => {
    const { call, world } = open();
    expect(await call('{"text":"coming home"}')).toEqual({ status: 200, body: 'coo' });
    expect(world.heard).toMatchObject([{ content: { text: 'coming home' }, at: '2026-03-05T04:30:00.000Z' }]);
  });

  it('reads a form', async () => {
    const { call, world } = open();
    await call('text=coming+home%21', { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' });
    expect(world.heard).toMatchObject([{ content: { text: 'coming home!' } }]);
  });

  it.each([
    ['JSON', '{"text":"a\\u0000b\\ud83dc\\ud83d\\ude00"}', 'application/json'],
    ['a form', 'text=a%00b%EF%BF%BDc%F0%9F%98%80', 'application/x-www-form-urlencoded'],
  ])('leaves out of %s what no database can keep', async (_name, body, type) => {
    const { call, world } = open();
    await call(body, { 'content-type': type });
    expect(world.heard).toMatchObject([{ content: { text: 'ab\uFFFDc😀' } }]);
  });

  it.each(['', 'coo', '[]', '{"note":1}'])('answers 400 to "%s", which is no webhook', async (body) => {
    expect(await open().call(body)).toEqual({ status: 400 });
  });

  it('looks at the proof before the body', async () => {
    expect(await open().call('coo', { ring: 'r2' })).toEqual({ status: 401 });
  });

  it('logs what the operator should know', async () => {
    const { call, world } = open();
    await call('{"text":""}', {}, '/pigeons/returned');
    expect(world.logged).toEqual(['channel.notice {"channel":"pigeons","notice":"returned"}']);
  });

  it('sends a long text in order and returns the ids', async () => {
    const { channel } = open();
    const to = { contactPoint: { channel: 'sms', kind: 'phone', address: '+910000000001' }, reference: '1' } as const;
    expect(await channel.send({ text: 'One two three four' }, to)).toEqual(['note-One two ', 'note-three four']);
  });

  it('does not fail when it cannot acknowledge', async () => {
    await expect(open().channel.acknowledge?.('note')).resolves.toBeUndefined();
  });
});
