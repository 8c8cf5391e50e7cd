import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { segmentsOf } from '#adapters/channels/sms-segments.ts';
import { uploadLinks } from '#adapters/web/upload/links.ts';
import { type AWeb, aWeb, onePixel } from './a-web.ts';

const secret = new Uint8Array(32).fill(7);
const links = uploadLinks({ publicUrl: 'https://sandesh.delhi.gov.in', secret });
const CITIZEN = '018f3b7e-7a51-7c3d-9b2a-1f2e3d4c5b6a';
const UNTIL = '2026-03-08T04:30:00.000Z';
const tokenIn = (url: string): string => url.split('/').at(-1) ?? '';

describe('a link to the upload page', () => {
  it('tells its citizen and its end, and fits one request only', () => {
    const read = links.read(tokenIn(links.linkTo(CITIZEN, 'form-1/birth-slip/0', UNTIL)));
    expect(read).toMatchObject({ citizenId: CITIZEN, until: UNTIL });
    expect(read?.isFor('form-1/birth-slip/0')).toBe(true);
    for (const other of ['form-1/birth-slip/1', 'form-1/aadhaar/0', 'form-2/birth-slip/0'])
      expect(read?.isFor(other)).toBe(false);
  });

  it('leaves room for words in an SMS', () => {
    expect(segmentsOf(links.linkTo(CITIZEN, 'a', UNTIL))).toHaveLength(1);
    expect(links.linkTo(CITIZEN, 'a', UNTIL).length).toBeLessThan(90);
  });

  it('is good for nothing once a letter of it is another', () => {
    const token = tokenIn(links.linkTo(CITIZEN, 'a', UNTIL));
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.~'), (at, letter) => {
        fc.pre(token[at] !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(links.read(changed)).toBeUndefined();
      }),
    );
  });

  it('takes any text for what is none of ours', () => {
    fc.assert(fc.property(fc.string(), (text) => links.read(text) === undefined));
  });
});

describe('the upload page', () => {
  let web: AWeb;
  beforeEach(async () => {
    web = await aWeb({ pages: true });
  });
  afterEach(() => web.close());
  const get = (path: string) => fetch(`${web.url}${path}`, { headers: { accept: 'text/html' } });
  const form = (bytes: Uint8Array<ArrayBuffer>, field = 'photo'): FormData => {
    const fields = new FormData();
    fields.set(field, new File([bytes], 'slip.jpg'));
    return fields;
  };
  const post = (token: string, body: FormData | string) => fetch(`${web.url}/u/${token}`, { method: 'POST', body });

  it('says what is wanted and how large, in both languages, with no script and no name', async () => {
    const text = await (await get('/u/good')).text();
    for (const words of ['Send a paper', 'कागज़ भेजिए', 'up to 5 MB', 'Birth certificate', 'capture="environment"'])
      expect(text).toContain(words);
    expect(text).not.toContain('<script');
  });

  it('is under 50 KB with all that it loads', async () => {
    const page = await (await get('/u/good')).text();
    const parts = [...page.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const sizes = await Promise.all(parts.map(async (path) => (await (await get(path)).arrayBuffer()).byteLength));
    expect(parts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, Buffer.byteLength(page))).toBeLessThan(50_000);
  });

  it.each(['photo', 'file'])('takes the file from the field %s', async (field) => {
    const answer = await post('good', form(new Uint8Array(onePixel), field));
    expect([answer.status, web.done]).toEqual([200, [['upload', { token: 'good', bytes: onePixel.byteLength }]]]);
    expect(await answer.text()).toContain('The paper has come');
  });

  it('says what was the matter above the form', async () => {
    const answer = await post('good', form(new Uint8Array()));
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('No paper was chosen');
    expect(text).toContain('<form');
  });

  it.each([
    ['/u/used', 410, 'This link has been used'],
    ['/u/read', 200, 'The paper has come'],
    ['/u/forged', 404, 'This link is not whole'],
  ])('answers %s with %i', async (path, status, words) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });

  it('turns away what is no form, and what is too much', async () => {
    expect((await post('good', 'a=b')).status).toBe(422);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await post('good', form(new Uint8Array(onePixel)))).status);
    expect(statuses).toContain(429);
  });
});
