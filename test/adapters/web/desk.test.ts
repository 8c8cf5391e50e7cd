import { afterEach, describe, expect, it } from 'vitest';
import type { ShownFile } from '#adapters/web/desk/page/api.ts';
import { rupees } from '#domain/shared/money.ts';
import { type AWeb, aFile, anOfficer, asOfficer, aWeb, onePixel, Refused } from './a-web.ts';

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
  fetch(`${web?.url}${path}`, { headers: { ...asOfficer, ...headers } });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${web?.url}${path}`, {
    method: 'POST',
    headers: { ...asOfficer, 'content-type': 'application/json', 'x-csrf-token': 'token-of-the-forms', ...headers },
    body,
  });
const signIn = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${web?.url}/desk/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('signing in', () => {
  const right = JSON.stringify({ name: 'meera', password: 'demo' });

  it('gives a cookie that no script reads and no other site sends', async () => {
    await start();
    const response = await signIn(right);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBe('session=token-of-the-session; Path=/; HttpOnly; SameSite=Strict');
  });

  it('ties the cookie to the host and to encryption where the address is https', async () => {
    await start({ world: { publicUrl: 'https://sandesh.invalid' } });
    const cookie = (await signIn(right)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=/);
    expect(cookie).toContain('; Secure');
    const [pair = ''] = cookie.split(';');
    expect((await fetch(`${web?.url}/desk/api/files`, { headers: { cookie: pair } })).status).toBe(200);
  });

  it('refuses a wrong password without a cookie', async () => {
    await start();
    const response = await signIn(JSON.stringify({ name: 'meera', password: 'wrong' }));
    expect([response.status, response.headers.get('set-cookie')]).toEqual([401, null]);
  });

  it('takes no form of another site', async () => {
    await start();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await signIn('name=meera&password=demo', type)).status).toBe(422);
    expect((await signIn(right, { 'content-type': 'text/plain' })).status).toBe(422);
  });

  it.each(['', '{', '[]', '{"name":1,"password":"x"}', '{"name":"meera"}'])('does not understand %j', async (body) => {
    await start();
    expect((await signIn(body)).status).toBe(422);
  });

  it('says so when there were too many tries', async () => {
    const signIn = async () => {
      throw new Refused('too-many', 'web.tooManyRequests');
    };
    const { world } = await start();
    await web?.close();
    await start({ world: { deciding: { ...world.deciding, signIn } } });
    expect(
      (
        await fetch(`${web?.url}/desk/api/sign-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: right,
        })
      ).status,
    ).toBe(429);
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie back', async () => {
    const { done } = await start();
    const response = await post('/desk/api/sign-out', '{}');
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(done).toEqual([['sign-out', { token: 'token-of-the-session' }]]);
  });
});

describe('the list of files', () => {
  it('is in words of the language that the officer chose', async () => {
    await start();
    expect(await (await get('/desk/api/files', { cookie: `${asOfficer.cookie}; language=hi` })).json()).toEqual({
      ...{ count: 1, overdue: 0, page: 1, pages: 1, before: 0 },
      rows: [
        {
          id: 'file-1',
          number: 'MCD-2026-000001',
          service: 'Birth certificate',
          status: 'submitted',
          statusName: 'Submitted',
          submittedAt: '2026-03-02T05:00:00.000Z',
          dueOn: '2026-03-11',
          isOverdue: false,
        },
      ],
    });
  });

  it('hands search, filter, order and page on, and drops what does not exist', async () => {
    const { done } = await start();
    await get('/desk/api/files?status=waiting&search=%20000001%20&order=service&page=12');
    await get('/desk/api/files?status=all&order=name&page=-1');
    expect(done).toEqual([
      ['list', { officerId: 'officer-1', status: 'waiting', search: '000001', order: 'service', page: 12 }],
      ['list', { officerId: 'officer-1' }],
    ]);
  });
});

describe('one file', () => {
  const open = async (): Promise<ShownFile> => (await (await get('/desk/api/files/file-1')).json()) as ShownFile;

  it('shows answers under their labels, with dates, choices and money in words', async () => {
    await start();
    expect((await open()).answers).toEqual([
      { id: 'childName', label: 'Name of the child', value: 'Aarav Invented' },
      { id: 'bornOn', label: 'Date of birth', value: '12/02/2026' },
      { id: 'gender', label: 'Gender', value: 'Girl' },
      { id: 'fee', label: 'Fee', value: '₹50' },
    ]);
  });

  it('sets what was read beside what the citizen confirmed, and marks the difference', async () => {
    await start();
    expect((await open()).papers[0]?.facts).toEqual([
      {
        name: 'Name of the child',
        value: 'AARAV  INVENTED',
        confidence: 0.97,
        differs: false,
        confirmed: 'Aarav Invented',
      },
      { name: 'Date of birth', value: '21/02/2026', confidence: 0.61, differs: true, confirmed: '12/02/2026' },
      { name: 'Hospital', value: 'Invented Hospital', confidence: 0.9, differs: false },
    ]);
  });

  it('shows what was read as an answer is shown: choices, money and days in words', async () => {
    const { world } = await start();
    const [paper] = (await world.deciding.view('officer-1', 'file-1')).papers;
    if (!paper) throw new Error('the file has a paper');
    await web?.close();
    const read = (value: string) => ({ value, confidence: 0.9 });
    const facts = {
      child_sex: read('female'),
      mother_sex: read('female'),
      paid: read('50'),
      seen_on: read('2026-03-01'),
    };
    await start({ files: [aFile({ papers: [{ ...paper, facts }] })] });
    expect((await open()).papers[0]?.facts.map(({ value, confirmed, differs }) => [value, confirmed, differs])).toEqual(
      [
        ['Girl', 'Girl', false],
        ['Woman', undefined, false],
        ['₹50', '₹50', false],
        ['01/03/2026', undefined, false],
      ],
    );
  });

  it('says what else there is about the same thing, and why this was filed beside it', async () => {
    const duplicates = [
      { acknowledgementNumber: 'MCD-2', status: 'submitted', isOfAnother: true },
      { acknowledgementNumber: 'MCD-3', status: 'submitted', isOfAnother: false },
    ];
    await start({ files: [aFile({ duplicates, secondBecause: 'copy' })] });
    expect((await open()).remarks).toEqual([
      'About the same thing another citizen has MCD-2: Submitted',
      'About the same thing the citizen has MCD-3: Submitted',
      'The citizen was told so, and says: one more is needed',
    ]);
    expect((await open()).beside).toEqual(['MCD-2', 'MCD-3']);
  });

  it('says for whom it was filed, and the tax that follows from what was declared', async () => {
    const answers = [{ questionId: 'on_behalf_of', type: 'choice', value: 'child' }];
    const tax = {
      from: '2026-04-01',
      annualValue: rupees(40_000),
      lines: [
        { name: 'tax', amount: rupees(4800) },
        { name: 'early', amount: rupees(-480) },
      ],
      payable: rupees(4320),
      earlyUntil: '2026-06-30',
    };
    await start({ files: [aFile({ answers, tax })] });
    const shown = await open();
    expect(shown.remarks).toEqual(['For: a child of the applicant under 18']);
    expect(shown.tax).toEqual({
      title: 'Property tax of the year from 01/04/2026, by what was declared',
      lines: [
        { name: 'Annual value', amount: '₹40000' },
        { name: 'Tax', amount: '₹4800' },
        { name: 'Early rebate, until 30/06/2026', amount: '₹-480' },
        { name: 'To pay for the year', amount: '₹4320' },
      ],
    });
  });

  it('says who did what', async () => {
    const at = '2026-03-02T05:00:00.000Z';
    const by = ['citizen', 'officer-1', '0190a3b2-7c1d-7e5f-8a9b-0c1d2e3f4a5b', 'R. Invented'];
    await start({ files: [aFile({ history: by.map((each) => ({ at, what: 'fee-paid', by: each })) })] });
    const { history } = await open();
    expect(history.map((entry) => entry.by)).toEqual(['Citizen', 'You', 'An officer', 'R. Invented']);
    expect(history[0]?.what).toBe('Fee paid');
  });

  it('is not found when there is none', async () => {
    await start();
    expect((await get('/desk/api/files/file-9')).status).toBe(404);
  });
});

describe('a paper', () => {
  it('is shown as what it is and can run nothing', async () => {
    await start();
    const response = await get('/desk/api/files/file-1/papers/paper-1');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(onePixel);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toBe('inline');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['text/html', 'image/svg+xml', 'application/zip'])(
    'is only saved, never shown, when it is %s',
    async (mime) => {
      const { world } = await start();
      await web?.close();
      await start({ world: { deciding: { ...world.deciding, paper: async () => ({ bytes: onePixel, mime }) } } });
      const { headers } = await get('/desk/api/files/file-1/papers/paper-1');
      expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
        'application/octet-stream',
        'attachment',
      ]);
    },
  );
});

describe('a decision', () => {
  const seen = { officerId: 'officer-1', applicationId: 'file-1', seenVersion: 3 };

  it.each([
    ['approve', { seenVersion: 3 }, { ...seen, text: '' }],
    ['forward', { seenVersion: 3 }, { ...seen, text: '' }],
    [
      'correct',
      { seenVersion: 3, text: 'Name', corrections: { childName: ' Arav ' } },
      { ...seen, text: 'Name', corrections: { childName: 'Arav' } },
    ],
    ['revoke', { seenVersion: 3, text: 'Forged slip' }, { ...seen, text: 'Forged slip' }],
    ['query', { seenVersion: 3, text: ' Which hospital? ' }, { ...seen, text: 'Which hospital?' }],
    ['reject', { seenVersion: 3, text: 'No slip' }, { ...seen, text: 'No slip' }],
    ['resolve', { seenVersion: 3, text: 'Lamp repaired' }, { ...seen, text: 'Lamp repaired' }],
    ['resolve', { seenVersion: 3, text: 'Swept', photo: 'AQI=' }, { ...seen, text: 'Swept', photo: Buffer.of(1, 2) }],
    ['approve', { seenVersion: 3, knowingly: true }, { ...seen, text: '', knowingly: true }],
  ])('%s goes on with the officer and the version that was seen', async (action, body, command) => {
    const { done } = await start();
    expect((await post(`/desk/api/files/file-1/${action}`, JSON.stringify(body))).status).toBe(200);
    expect(done).toEqual([[action, command]]);
  });

  it.each([
    ['approve', {}],
    ['approve', { seenVersion: '3' }],
    ['reject', { seenVersion: 3 }],
    ['reject', { seenVersion: 3, text: '   ' }],
    ['resolve', { seenVersion: 3, text: 'Swept', photo: 'not base64' }],
    ['query', { seenVersion: 3, text: 'x'.repeat(1001) }],
  ])('%s is not taken with %j', async (action, body) => {
    const { done } = await start();
    expect((await post(`/desk/api/files/file-1/${action}`, JSON.stringify(body))).status).toBe(422);
    expect(done).toEqual([]);
  });
});

describe('the page', () => {
  it('holds the texts and the token of the forms, where no name can break out of it', async () => {
    await start({ signedIn: anOfficer({ name: '</script><script>alert(1)</script>' }) });
    const page = await (await get('/desk')).text();
    expect(page).toContain('"csrfToken":"token-of-the-forms"');
    expect(page).toContain('"desk.title":"Officers’ desk"');
    expect(page).not.toContain('<script>alert');
  });

  it('shows demo accounts in demo mode only', async () => {
    await start();
    expect(await (await get('/desk/login')).text()).toContain('"password":"demo"');
    await web?.close();
    await start({ world: { mode: 'production' } });
    expect(await (await get('/desk/login')).text()).not.toContain('"password":"demo"');
  });
});
