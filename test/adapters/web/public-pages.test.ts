import { afterEach, describe, expect, it } from 'vitest';
import { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { ShownCosts, ShownFigures } from '#adapters/web/dashboard/page/api.ts';
import { verifyRoutes } from '#adapters/web/verify/routes.ts';
import { type AWeb, anOfficer, asOfficer, aWeb, aWorld } from './a-web.ts';

let web: AWeb | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});
const start = async (options: Parameters<typeof aWeb>[0] = {}): Promise<AWeb> => {
  web = await aWeb(options);
  return web;
};
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${web?.url}${path}`, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });

describe('checking a document', () => {
  it('says in both languages that it is genuine, with facts to compare', async () => {
    await start();
    const response = await get('/v/BC-2026-1');
    const page = await response.text();
    expect(response.status).toBe(200);
    for (const text of [
      'This certificate is genuine',
      'यह प्रमाण पत्र असली है',
      'Name of the child',
      'A… I…',
      '05/03/2026',
    ])
      expect(page).toContain(text);
  });

  it('says choices in words, never by their ids, and booked times', async () => {
    const { world } = await start();
    const genuine = await world.verifying.verify('BC-2026-1');
    if (!genuine) throw new Error('the certificate of these tests is missing');
    await web?.close();
    const facts = [
      { id: 'gender', value: 'female' },
      { id: 'appointment', value: '2026-03-09T10:30' },
    ];
    await start({ world: { verifying: { verify: async () => ({ ...genuine, facts }) } } });
    const page = await (await get('/v/BC-2026-1')).text();
    expect(page).toContain('Girl');
    expect(page).not.toContain('>female<');
    expect(page).not.toContain('T10:30');
  });

  it('needs no script and fits an old phone', async () => {
    await start({ pages: true });
    const page = await (await get('/v/BC-2026-1')).text();
    const [, stylesheet = ''] = /href="(\/assets\/plain-[^"]+)"/.exec(page) ?? [];
    const style = await (await get(stylesheet)).text();
    expect(page).not.toContain('<script');
    expect(style).toContain('.verdict');
    expect(Buffer.byteLength(page + style)).toBeLessThan(30_000);
  });

  it.each([
    ['revoked', 'This certificate has been revoked', 'The department can tell you more.'],
    ['replaced', 'This certificate has been replaced by a newer one', 'Ask for the newer one.'],
  ] as const)('is as clear about a %s one', async (status, verdict, advice) => {
    const { world } = await start();
    const genuine = await world.verifying.verify('BC-2026-1');
    if (!genuine) throw new Error('the certificate of these tests is missing');
    await web?.close();
    await start({ world: { verifying: { verify: async () => ({ ...genuine, status }) } } });
    const page = await (await get('/v/BC-2026-1')).text();
    expect(page).toContain(verdict);
    expect(page).toContain(advice);
    expect(page).not.toContain('is genuine');
  });

  it('answers 404 for an unknown number, and repeats it harmlessly', async () => {
    await start();
    const response = await get(`/v/${encodeURIComponent('<b>1</b>')}`);
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('No document has this number');
    expect(page).toContain('&lt;b&gt;1&lt;/b&gt;');
  });

  it('answers JSON when asked for it', async () => {
    await start();
    const json = { accept: 'application/json' };
    expect(await (await get('/v/BC-2026-1', json)).json()).toMatchObject({ number: 'BC-2026-1', status: 'genuine' });
    const unknown = await get('/v/NO-1', json);
    expect([unknown.status, await unknown.json()]).toEqual([404, { number: 'NO-1', status: 'not-found' }]);
  });

  it('leads from the typed number to its page', async () => {
    await start();
    expect((await get('/v?number=+BC-2026-1+')).headers.get('location')).toBe('/v/BC-2026-1');
    expect((await get('/v')).status).toBe(200);
  });

  it('turns away who tries many numbers, for a while', async () => {
    let nowMs = 0;
    const limit = new TokenBuckets({ capacity: 2, perSecond: 1, nowMs: () => nowMs });
    await start({ server: { routes: verifyRoutes({ ...aWorld(anOfficer(), []), limit }) } });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await get('/v/NO-1')).status);
    nowMs = 1000;
    statuses.push((await get('/v/NO-1')).status);
    expect(statuses).toEqual([404, 404, 429, 404]);
  });
});

describe('pages for citizens', () => {
  const urdu = { 'accept-language': 'ur-IN,en;q=0.8' };
  const rtl = (page: string): string[] => [...page.matchAll(/dir="rtl"[^>]*>([^<]+)</g)].map(([, text = '']) => text);

  it.each([
    ['/v/BC-2026-1', 'یہ سرٹیفکیٹ اصلی ہے', 'This certificate is genuine'],
    ['/pay/paid', 'ادائیگی ہو چکی ہے', 'You need do nothing more'],
    ['/u/good?lang=ur', 'کاغذ بھیجیے', 'Send'],
  ])('are written from the right for who reads Urdu, with English below: %s', async (path, own, english) => {
    await start();
    const page = await (await get(path, urdu)).text();
    expect(page).toContain('<html lang="ur" dir="rtl"');
    expect(rtl(page)).toContain(own);
    expect(page).toMatch(new RegExp(`<span lang="en" dir="ltr" class="second">${english}`));
  });

  it('mark what Urdu does not have as the Hindi that it is', async () => {
    await start();
    const page = await (await get('/v/BC-2026-1', urdu)).text();
    expect(rtl(page).filter((text) => /[\u0900-\u097f]/.test(text))).toEqual([]);
  });

  it('are in Punjabi, from the left, where the browser asks for it', async () => {
    await start();
    expect(await (await get('/v', { 'accept-language': 'pa' })).text()).toContain('<html lang="pa" dir="ltr"');
  });

  it('ask for a paper in the language of the talk, whatever the phone is set to, unless another is chosen', async () => {
    await start();
    const english = { 'accept-language': 'en' };
    expect(await (await get('/u/urdu', english)).text()).toContain('<html lang="ur" dir="rtl"');
    expect(await (await get('/u/urdu?lang=hi', english)).text()).toContain('<html lang="hi" dir="ltr"');
    expect(await (await get('/u/used', urdu)).text()).toContain('<html lang="ur" dir="rtl"');
  });

  it('tell of what went wrong in it too', async () => {
    await start();
    const page = await (await get('/nowhere', urdu)).text();
    expect(page).toContain('<html lang="ur" dir="rtl"');
    expect(page).toContain('ایسا کوئی صفحہ نہیں ہے۔');
  });
});

describe('the page to begin on', () => {
  const none = { whatsapp: '', telegram: '', sms: '', missedCall: '' };
  const links = (page: string): string[] =>
    [...page.matchAll(/<a class="button" href="([^"]+)"/g)].map(([, to = '']) => to);

  it('leads to WhatsApp, Telegram, SMS and a missed call, each by a code and a link with the first message', async () => {
    await start({ world: { mode: 'production', join: { ...aWorld(anOfficer(), []).join, sms: '+911100000003' } } });
    const page = await (await get('/join')).text();
    expect(links(page)).toEqual([
      'https://wa.me/911100000001?text=Hello%20Ek%20Sandesh',
      'https://t.me/EkSandeshBot?start=by-qr',
      'sms:+911100000003?body=Hello%20Ek%20Sandesh',
      'tel:+911100000002',
    ]);
    expect(page.match(/<img src="data:image\/png;base64,/g)).toHaveLength(3);
    expect(page).toContain('you agree that Ek Sandesh writes to you');
    expect(page).not.toContain('<script');
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
  });

  it('has other first words for whoever comes from a mail, so that it is known later', async () => {
    await start({ world: { mode: 'production' } });
    expect(links(await (await get('/join?by=email')).text()).slice(0, 2)).toEqual([
      'https://wa.me/911100000001?text=Hello%20Ek%20Sandesh%20(email)',
      'https://t.me/EkSandeshBot?start=by-email',
    ]);
  });

  it('is written from the right in Urdu, first message and all, with English below', async () => {
    await start();
    const page = await (await get('/join?lang=ur')).text();
    expect(page).toContain('<html lang="ur" dir="rtl"');
    expect(links(page)[0]).toContain(encodeURIComponent('نمستے ایک سندیش'));
    expect(page).toContain('<span lang="en" dir="ltr" class="second">Begin on your phone');
  });

  it('leads to the simulator where a provider is played, and to nothing where none is', async () => {
    await start({ world: { join: none } });
    expect(links(await (await get('/join')).text())).toContain(
      'http://127.0.0.1/simulator?write=Hello%20Ek%20Sandesh#whatsapp',
    );
    await web?.close();
    await start({ world: { join: none, mode: 'production' } });
    expect(await (await get('/join')).text()).toContain('No way to begin is set up here yet');
  });
});

describe('token buckets', () => {
  const once = () => new TokenBuckets({ capacity: 1, perSecond: 0, nowMs: () => 0 });

  it('count callers apart', () => {
    const buckets = once();
    expect([buckets.take('192.0.2.1'), buckets.take('192.0.2.2'), buckets.take('192.0.2.1')]).toEqual([
      true,
      true,
      false,
    ]);
  });
  it.each([
    ['2001:db8::1', '2001:db8::ffff:2'],
    ['2001:db8:0:0:1:2:3:4', '2001:db8::5'],
  ])('count %s and %s, which one household may own, as one', (one, other) => {
    const buckets = once();
    expect([buckets.take(one), buckets.take(other)]).toEqual([true, false]);
  });
  it('count IPv4 addresses in IPv6 writing apart', () => {
    const buckets = once();
    expect([buckets.take('::ffff:192.0.2.1'), buckets.take('::ffff:192.0.2.2')]).toEqual([true, true]);
  });
});

describe('a payment link', () => {
  it('goes on to the gateway while something is owed', async () => {
    await start();
    const response = await get('/pay/open');
    expect([response.status, response.headers.get('location')]).toEqual([303, 'https://gateway.invalid/checkout/1']);
  });

  it('shows the receipt once paid', async () => {
    await start();
    const page = await (await get('/pay/paid')).text();
    for (const text of ['This is paid', '₹50', 'href="/v/R-2026-1"']) expect(page).toContain(text);
  });

  it('is not found when there is no such payment', async () => {
    await start();
    expect((await get('/pay/none')).status).toBe(404);
  });
});

describe('the start page', () => {
  it('shows the simulator, the banner and the accounts in demo mode', async () => {
    await start();
    const page = await (await get('/')).text();
    for (const text of ['href="/simulator"', 'Demo: nothing here is real', '<code>meera</code>'])
      expect(page).toContain(text);
  });

  it.each(['/', '/v', '/v/BC-2026-1', '/pay/paid', '/desk/login', '/nowhere'])(
    'is not the only one to say so: %s',
    async (path) => {
      await start();
      expect(await (await get(path)).text()).toContain('Demo: nothing here is real');
      await web?.close();
      await start({ world: { mode: 'production' } });
      expect(await (await get(path)).text()).not.toContain('Demo: nothing here is real');
    },
  );

  it('pretends nothing in production', async () => {
    await start({ world: { mode: 'production' } });
    const page = await (await get('/')).text();
    for (const text of ['/simulator', 'Demo', 'meera']) expect(page).not.toContain(text);
  });

  it.each([
    ['?lang=hi', {}, 'hi'],
    ['', { cookie: 'language=hi' }, 'hi'],
    ['', { 'accept-language': 'fr, hi-IN;q=0.9, en;q=0.8' }, 'hi'],
    ['', { 'accept-language': 'fr' }, 'en'],
    ['?lang=fr', {}, 'en'],
  ])('is in the language asked for (%j, %j)', async (query, headers, language) => {
    await start();
    const response = await get(`/${query}`, headers);
    expect(await response.text()).toContain(`<html lang="${language}"`);
    expect(response.headers.get('set-cookie') !== null).toBe(query === '?lang=hi');
  });
});

describe('health', () => {
  it('is ready when the platform is', async () => {
    await start();
    expect([(await get('/health/live')).status, (await get('/health/ready')).status]).toEqual([200, 200]);
  });

  it.each([
    ['says no', async () => false],
    ['throws', async () => Promise.reject(new Error('no database'))],
  ])('lives but is not ready when the platform %s', async (_how, isReady) => {
    const { operating } = aWorld(anOfficer(), []);
    await start({ world: { operating: { ...operating, isReady } } });
    expect([(await get('/health/live')).status, (await get('/health/ready')).status]).toEqual([200, 503]);
  });

  it('gives figures in the format of Prometheus', async () => {
    await start();
    await get('/v/BC-2026-1');
    const text = await (await get('/metrics')).text();
    const lines = text.trimEnd().split('\n');
    expect(lines).toContain('ek_sandesh_applications{status="submitted"} 31');
    expect(lines).toContain('http_requests_total{route="/v/:number",status="200"} 1');
    const form = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/;
    expect(lines.filter((line) => !form.test(line))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it('lets an administrator set up, close and open kiosks, and nobody else', async () => {
    const { url, done } = await start({ signedIn: anOfficer({ isAdministrator: true }) });
    const post = async (
      path: string,
      body: object,
      headers: Record<string, string> = { 'x-csrf-token': 'token-of-the-forms' },
    ) =>
      fetch(`${url}/dashboard/api/kiosks${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...asOfficer, ...headers },
        body: JSON.stringify(body),
      });
    expect((await post('', { id: 'K-04', place: 'Narela' }, {})).status).toBe(403);
    expect(await (await post('', { id: ' k-04 ', place: ' Narela ' })).json()).toMatchObject({
      code: '7MP3-4QXW-K9RT',
    });
    for (const wrong of [{ id: 'K 4', place: 'Narela' }, { id: 'K-04', place: ' ' }, { id: 'K-04' }])
      expect((await post('', wrong)).status).toBe(422);
    expect(await (await post('/K-01/disable', {})).json()).toMatchObject({ kiosks: [{ id: 'K-01' }, {}, {}] });
    await post('/K-02/enable', {});
    expect(done.slice(-3)).toEqual([
      ['expect-device', { by: 'officer-1', id: 'K-04', place: 'Narela' }],
      ['disable-kiosk', { by: 'officer-1', id: 'K-01' }],
      ['enable-kiosk', { by: 'officer-1', id: 'K-02' }],
    ]);
  });

  it('shows an administrator how the owner of a number opted in, and nobody else', async () => {
    const { url } = await start({ signedIn: anOfficer({ isAdministrator: true }) });
    const ask = (headers: Record<string, string>) =>
      fetch(`${url}/dashboard/api/opt-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ number: '0000000001' }),
      });
    expect((await ask({})).status).toBe(401);
    expect((await ask(asOfficer)).status).toBe(403);
    const answer = await ask({ ...asOfficer, 'x-csrf-token': 'token-of-the-forms' });
    expect(await answer.json()).toMatchObject({
      found: [
        {
          source: 'missed-call',
          to: '+911100000001',
          shown: expect.stringContaining('Reply with the number'),
          version: '2026-11-01',
        },
      ],
    });
  });

  it('gives its figures as a table for other programs', async () => {
    await start({ signedIn: anOfficer({ isAdministrator: true }) });
    const response = await get('/dashboard/figures.csv', asOfficer);
    const rows = (await response.text()).split('\r\n');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(rows[0]).toBe('figure,of,value');
    expect(rows).toContain('applicationsByStatus,submitted,31');
    expect(rows).toContain('collectedPaise,,600000');
  });

  it('finds lines of the channel log by all that is asked for, page by page, and gives them as a table', async () => {
    const web = await start({ signedIn: anOfficer({ isAdministrator: true }) });
    const asked = {
      ...{ channel: 'whatsapp', event: 'refused', outcome: 'wrong', department: 'mcd', who: '0123456789ab' },
      ...{
        from: '2026-03-05T00:00:00Z',
        until: '2026-03-06T00:00:00Z',
        older: '2026-03-05T04:30:00.000Z~12',
        code: 'x',
      },
    };
    const found = await get(`/dashboard/api/channels?${new URLSearchParams(asked)}`, asOfficer);
    expect(await found.json()).toMatchObject({
      entries: [{ event: 'refused', code: '131026' }],
      hasOlder: false,
    });
    const { outcome: _, older: __, code: ___, ...fields } = asked;
    expect(web.done.at(-1)).toMatchObject([
      'find-lines',
      { ...fields, isWrong: true, olderThan: { at: '2026-03-05T04:30:00.000Z', position: 12 }, limit: 101 },
    ]);
    const table = await get('/dashboard/channels.csv?event=refused', asOfficer);
    expect(table.headers.get('content-disposition')).toContain('attachment');
    expect((await table.text()).split('\r\n')).toEqual([
      'at,channel,provider,event,department,what,code,milliseconds,segments,paise,who,message',
      '2026-03-05T04:30:00.000Z,whatsapp,whatsapp-cloud,refused,,text/24,131026,120,,,0123456789ab,citizen.1',
      '',
    ]);
    for (const wrong of ['event=exploded', 'older=yesterday~1', 'department=../x', 'until=today'])
      expect((await get(`/dashboard/api/channels?${wrong}`, asOfficer)).status).toBe(422);
  });

  it('tells what messages cost by day, department and category, and gives it as a table', async () => {
    await start({ signedIn: anOfficer({ isAdministrator: true }) });
    const { rows, total } = (await (await get('/dashboard/api/costs', asOfficer)).json()) as ShownCosts;
    expect(total).toEqual({ messages: 13, segments: 5, cost: '₹0.96' });
    expect(rows[0]).toMatchObject({ department: 'departments.mcd', segments: 5, cost: '₹0.96' });
    expect(rows.map(({ day, category, messages }) => [day, category, messages])).toEqual([
      ['2026-03-05', undefined, 3],
      ['2026-03-05', 'utility', 2],
      ['2026-03-05', undefined, 1],
      ['2026-03-04', undefined, 7],
    ]);
    const table = await get('/dashboard/costs.csv', asOfficer);
    expect(table.headers.get('content-disposition')).toContain('attachment');
    expect((await table.text()).split('\r\n').slice(0, 3)).toEqual([
      'day,channel,provider,department,category,messages,segments,reportedSegments,paise',
      '2026-03-05,sms,http-sms,mcd,,3,5,4,95.5',
      '2026-03-05,whatsapp,whatsapp-cloud,,utility,2,0,0,0',
    ]);
  });

  it('names what it counts, the most first', async () => {
    await start({ signedIn: anOfficer({ isAdministrator: true }) });
    const figures = (await (await get('/dashboard/api/figures', asOfficer)).json()) as ShownFigures;
    expect(figures.applicationsByStatus).toEqual([
      { name: 'Issued', count: 120 },
      { name: 'Submitted', count: 31 },
    ]);
    expect(figures.collected).toBe('₹6000');
  });
});

describe('assets', () => {
  it('are kept for ever under their hashed names and asked for again under their plain ones', async () => {
    const { world } = await start({ pages: true });
    const hashed = [...world.assets.keys()].find((path) => /^\/assets\/desk-\w{8}\.js$/.test(path)) ?? 'none';
    const [one, other] = [await get(hashed), await get('/assets/desk.js')];
    expect(one.headers.get('cache-control')).toContain('immutable');
    expect(other.headers.get('cache-control')).toContain('no-cache');
    const etag = other.headers.get('etag') ?? '';
    expect((await get('/assets/desk.js', { 'if-none-match': etag })).status).toBe(304);
    expect(one.headers.get('content-encoding')).toBe('gzip');
    expect(await one.text()).toBe(await other.text());
  });

  it('are not found under any other name', async () => {
    await start({ pages: true });
    expect((await get('/assets/..%2fserver.ts')).status).toBe(404);
  });
});
