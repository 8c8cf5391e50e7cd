import { describe, expect, it } from 'vitest';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { isSigned } from '#adapters/channels/whatsapp-cloud/signature.ts';
import { aChannelWorld, aWebRequest } from '#test/contracts/channel-world.ts';

const settings = {
  apiUrl: 'http://127.0.0.1:9',
  phoneNumberId: '1',
  accessToken: 'token',
  appSecret: 'secret',
  verifyToken: 'verify-me',
};

describe('the set-up of the WhatsApp webhook', () => {
  const { routes } = whatsappCloud.open(settings, aChannelWorld());
  const ask = (query: Record<string, string>) =>
    routes
      .find(({ method }) => method === 'GET')
      ?.handle(aWebRequest({ method: 'GET', path: '/webhooks/whatsapp', query }));

  it('answers the challenge as it came', () => {
    const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': 'verify-me' };
    expect(ask(query)).toMatchObject({ status: 200, body: '1158201444' });
  });

  it.each([
    ['another token', { 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': 'other' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { 'hub.mode': 'unsubscribe', 'hub.challenge': '1', 'hub.verify_token': 'verify-me' }],
  ])('turns away %s', (_name, query) => {
    expect(ask(query)).toEqual({ status: 403 });
  });

  it('lets no body in that is larger than Meta sends', () => {
    expect(routes.map(({ method, maxBytes }) => [method, maxBytes])).toEqual([
      ['POST', 3 * 1024 * 1024],
      ['GET', undefined],
    ]);
  });
});

describe('the signature of a WhatsApp webhook', () => {
  // As `openssl dgst -sha256 -hmac secret` computes it.
  const header = 'sha256=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494';

  it('is over the bytes as they came', () => {
    expect(isSigned(Buffer.from('{"a":1}'), header, 'secret')).toBe(true);
    expect(isSigned(Buffer.from('{"a": 1}'), header, 'secret')).toBe(false);
  });

  it('is never good when there is no secret to sign with', () => {
    const unkeyed = 'sha256=e0baad27ae5335a93e2979e6693e7630de7d66b4d5bfd687cdbf1f0018f79cb8';
    expect(isSigned(Buffer.from('{"a":1}'), unkeyed, '')).toBe(false);
  });
});
