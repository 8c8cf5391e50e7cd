import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { aChannelWorld } from '#test/contracts/channel-world.ts';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';

describe('what the WhatsApp channel asks of the Graph API', () => {
  let provider: StubProvider;
  let channel: OpenChannel;
  beforeAll(async () => {
    provider = await openStubProvider();
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    provider.calls.length = 0;
    provider.answers = () => ({ status: 200, body: { messages: [{ id: 'wamid.1' }] } });
    const secrets = { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify' };
    channel = whatsappCloud.open({ ...secrets, apiUrl: provider.url, phoneNumberId: '1' }, aChannelWorld());
  });

  const phone = { channel: 'whatsapp', kind: 'phone', address: '+910000000001' } as const;
  const userId = { channel: 'whatsapp', kind: 'user-id', address: 'IN.1' } as const;

  it('is to send to the whole number, with our reference', async () => {
    await channel.send({ text: 'Namaste' }, { contactPoint: phone, reference: 'reference-1' });
    expect(provider.calls).toMatchObject([
      {
        path: '/v24.0/1/messages',
        headers: { authorization: 'Bearer token' },
        json: { messaging_product: 'whatsapp', to: '+910000000001', biz_opaque_callback_data: 'reference-1' },
      },
    ]);
  });

  it('is to send to a user id, from the number to which the citizen wrote', async () => {
    await channel.send({ text: 'Namaste' }, { contactPoint: userId, from: '2', reference: 'reference-1' });
    expect(provider.calls).toMatchObject([{ path: '/v24.0/2/messages', json: { recipient: 'IN.1' } }]);
    expect(provider.calls[0]?.json).not.toHaveProperty('to');
  });

  it('is to upload a file, and to send it by its id', async () => {
    provider.answers = ({ path }) => ({
      status: 200,
      body: path.endsWith('/media') ? { id: '77' } : { messages: [{ id: 'wamid.1' }] },
    });
    const document = { bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf', fileName: 'रसीद.pdf' };
    await channel.send({ text: 'Receipt', document }, { contactPoint: phone, reference: '1' });
    expect(provider.calls.map(({ path }) => path)).toEqual(['/v24.0/1/media', '/v24.0/1/messages']);
    expect(provider.calls[0]?.body.toString()).toContain('%PDF-1.7');
    expect(provider.calls[1]?.json).toMatchObject({
      type: 'document',
      document: { id: '77', filename: 'रसीद.pdf', caption: 'Receipt' },
    });
  });

  it('is to show blue ticks and three dots', async () => {
    await channel.acknowledge?.('wamid.7', '2');
    expect(provider.calls).toMatchObject([
      {
        path: '/v24.0/2/messages',
        json: { status: 'read', message_id: 'wamid.7', typing_indicator: { type: 'text' } },
      },
    ]);
  });

  it('is nothing faster than a person may be written to', async () => {
    const send = (address: string) =>
      channel.send({ text: 'Namaste' }, { contactPoint: { ...phone, address }, reference: '1' });
    for (let sent = 0; sent < 45; sent += 1) await send(phone.address);
    await expect(send(phone.address)).rejects.toMatchObject({ code: 'pace', untried: true, afterSeconds: 6 });
    await send('+910000000002');
    expect(provider.calls).toHaveLength(46);
  });

  it('is the approved text, with its gaps, its buttons and its file', async () => {
    provider.answers = ({ path }) => ({
      status: 200,
      body: path.endsWith('/media') ? { id: '77' } : { messages: [{ id: 'wamid.1' }] },
    });
    const template = {
      name: 'certificate_ready',
      language: 'hi',
      gaps: [{ name: 'number', text: 'BC-1' }],
      payloads: ['menu/mine'],
      hasDocument: true,
    };
    const document = { bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf', fileName: 'c.pdf' };
    await channel.send({ text: 'never said', template, document }, { contactPoint: phone, reference: '1' });
    expect(provider.calls[1]?.json).toMatchObject({
      type: 'template',
      template: {
        name: 'certificate_ready',
        language: { code: 'hi' },
        components: [
          { type: 'header', parameters: [{ type: 'document', document: { id: '77', filename: 'c.pdf' } }] },
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'number', text: 'BC-1' }] },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '0',
            parameters: [{ type: 'payload', payload: 'menu/mine' }],
          },
        ],
      },
    });
  });

  describe('for a file', () => {
    const media = { ref: '5', kind: 'image', mime: 'image/jpeg' } as const;

    it('is its address, and the file from there, with the token', async () => {
      provider.answers = ({ path }) =>
        path === '/bytes' ? { status: 200, body: 'photo' } : { status: 200, body: { url: `${provider.url}/bytes` } };
      expect(Buffer.from((await channel.fetchMedia?.(media, 10)) ?? []).toString()).toBe('photo');
      expect(provider.calls).toMatchObject([
        { path: '/v24.0/5', headers: { authorization: 'Bearer token' } },
        { path: '/bytes', headers: { authorization: 'Bearer token' } },
      ]);
    });

    it('is a fresh address when the first has run out', async () => {
      let addresses = 0;
      provider.answers = ({ path }) => {
        if (path === '/bytes-2') return { status: 200, body: 'photo' };
        if (path === '/bytes-1') return { status: 404 };
        addresses += 1;
        return { status: 200, body: { url: `${provider.url}/bytes-${addresses}` } };
      };
      expect(Buffer.from((await channel.fetchMedia?.(media, 10)) ?? []).toString()).toBe('photo');
    });

    it('never takes the token elsewhere in the clear', async () => {
      provider.answers = () => ({ status: 200, body: { url: 'http://elsewhere.example/bytes' } });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'no-address', retry: false });
      expect(provider.calls).toHaveLength(1);
    });

    it('is not downloaded when it says that it is too large', async () => {
      provider.answers = () => ({ status: 200, body: { url: `${provider.url}/bytes`, file_size: '11' } });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'too-large' });
      expect(provider.calls).toHaveLength(1);
    });

    it('may be asked for again when the provider is busy', async () => {
      provider.answers = () => ({ status: 503 });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'http-503', retry: true });
    });
  });
});
