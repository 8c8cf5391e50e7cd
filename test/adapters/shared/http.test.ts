import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpClient } from '#adapters/shared/http.ts';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';

describe('the HTTP client', () => {
  let provider: StubProvider;
  beforeAll(async () => {
    provider = await openStubProvider();
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    provider.calls.length = 0;
    provider.answers = () => ({ status: 200, body: { ok: true } });
  });
  const client = (more: object = {}) => httpClient({ baseUrl: `${provider.url}/base/`, ...more });

  it('puts the path after the base and sends JSON with the headers of the client', async () => {
    const headers = { authorization: 'Bearer t' };
    const result = await client({ headers }).call('/x?y=1', { method: 'POST', json: { a: 'ख' } });
    expect(result).toMatchObject({ answered: true, status: 200, json: { ok: true } });
    expect(provider.calls[0]).toMatchObject({
      method: 'POST',
      path: '/base/x?y=1',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      json: { a: 'ख' },
    });
  });

  it('calls a whole address as it is', async () => {
    await client().call(`${provider.url}/elsewhere`);
    expect(provider.calls[0]?.path).toBe('/elsewhere');
  });

  it('sends a form as a form', async () => {
    await client().call('/x', { method: 'POST', body: new URLSearchParams({ To: '+1 2' }) });
    expect(provider.calls[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded');
    expect(provider.calls[0]?.body.toString()).toBe('To=%2B1+2');
  });

  it('answers with any status, and without JSON where there is none', async () => {
    provider.answers = () => ({ status: 503, body: '<html>' });
    const result = await client().call('/x');
    expect(result).toMatchObject({ answered: true, status: 503 });
    expect(result.answered && result.json).toBeUndefined();
  });

  it('does not carry secrets along a redirect', async () => {
    provider.answers = () => ({ status: 302, headers: { location: `${provider.url}/other` } });
    expect(await client().call('/x')).toMatchObject({ answered: true, status: 302 });
    expect(provider.calls).toHaveLength(1);
  });

  it('gives up an answer that is too large', async () => {
    provider.answers = () => ({ status: 200, body: 'x'.repeat(11) });
    expect(await client({ maxBytes: 10 }).call('/x')).toEqual({ answered: false, why: 'too-large' });
    expect(await client({ maxBytes: 10 }).call('/x', { maxBytes: 11 })).toMatchObject({ answered: true });
  });

  it('says when nobody is there', async () => {
    provider.answers = () => 'drop-connection';
    expect(await client().call('/x')).toMatchObject({ answered: false, why: 'unreachable' });
    expect(await httpClient({ baseUrl: 'http://' }).call('/x')).toMatchObject({ answered: false, why: 'unreachable' });
  });

  it('says when the time is up', async () => {
    // A server that never answers: only the client's own limit ends the call.
    const silent = createServer(() => {});
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const address = silent.address();
    const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    expect(await httpClient({ baseUrl, timeoutMs: 1 }).call('/x')).toMatchObject({ answered: false, why: 'timeout' });
    silent.closeAllConnections();
    await new Promise((closed) => silent.close(closed));
  });
});
