import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillMapping, httpFetch } from '#adapters/bills/http-fetch/index.ts';
import { billIn } from '#adapters/bills/http-fetch/mapping.ts';
import { rupees } from '#domain/shared/money.ts';

const mapping: BillMapping = {
  owner: 'data.owner.name',
  address: 'data.address',
  demands: 'data.bills',
  demand: {
    id: 'billNo',
    period: 'year',
    dueOn: 'dueDate',
    lines: { tax: 'amounts.tax', rebate: 'amounts.discount', interest: 'amounts.interest' },
    deducted: ['rebate'],
  },
  unit: 'rupees',
};

const answer = {
  data: {
    owner: { name: 'Devika Anand Rao' },
    address: 'House 1201, Block Q',
    bills: [
      { billNo: 17, year: '2026-27', dueDate: '2027-03-31T00:00:00', amounts: { tax: '4800.50', discount: 480 } },
      { billNo: 9, year: '2025-26', dueDate: '2026-03-31', amounts: { tax: 4000, interest: 80, discount: null } },
    ],
  },
};

describe('bills over HTTP', () => {
  let server: Server;
  let respond: { status: number; body: string } | 'never';
  let asked: { url: string | undefined; key: string | string[] | undefined }[];

  beforeEach(async () => {
    asked = [];
    respond = { status: 200, body: JSON.stringify(answer) };
    server = createServer((request, response) => {
      asked.push({ url: request.url, key: request.headers['x-api-key'] });
      if (respond !== 'never') response.writeHead(respond.status).end(respond.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => close());

  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };

  const open = ({ paid = [] as readonly string[], timeoutSeconds = 5 } = {}) =>
    httpFetch.open(
      {
        baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
        headers: { 'x-api-key': 'the-key' },
        timeoutSeconds,
        services: { 'property-tax-payment': { path: '/bills/{account}', mapping } },
        checkPath: '/health',
      },
      {
        log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
        today: () => '2026-11-23',
        isPaid: async (ids) => new Set(ids.filter((id) => paid.includes(id))),
      },
    );
  const fetchBill = (options?: Parameters<typeof open>[0]) => open(options).fetch('property-tax-payment', '112/41');

  it('finds its way in the answer by the mapping', async () => {
    expect(await fetchBill()).toEqual({
      account: '112/41',
      owner: 'Devika Anand Rao',
      address: 'House 1201, Block Q',
      demands: [
        {
          id: '9',
          period: '2025-26',
          dueOn: '2026-03-31',
          lines: [
            { name: 'tax', amount: rupees(4000) },
            { name: 'interest', amount: rupees(80) },
          ],
        },
        {
          id: '17',
          period: '2026-27',
          dueOn: '2027-03-31',
          lines: [
            { name: 'tax', amount: rupees(4800.5) },
            { name: 'rebate', amount: rupees(-480) },
          ],
        },
      ],
    });
    expect(asked).toEqual([{ url: '/api/bills/112%2F41', key: 'the-key' }]);
  });

  it('does not show as due what was paid here and not yet heard of there', async () => {
    expect((await fetchBill({ paid: ['9'] }))?.demands.map((demand) => demand.id)).toEqual(['17']);
  });

  it('has no bill for an account or a service that is not known', async () => {
    respond = { status: 404, body: '' };
    expect(await fetchBill()).toBeUndefined();
    expect(await open().fetch('water-bill-payment', '1')).toBeUndefined();
  });

  it.each([
    [503, '', 'http-503', true],
    [403, '', 'http-403', false],
    [200, 'sorry', 'unreadable-answer', false],
    [200, '{"data":{"owner":{"name":"O"},"address":"A","bills":[{"billNo":1}]}}', 'unreadable-answer', false],
  ])('answered %i %j, it is down', async (status, body, code, retry) => {
    respond = { status, body };

    await expect(fetchBill()).rejects.toMatchObject({ name: 'BillSourceDown', code, retry });
  });

  it('does not wait for ever', async () => {
    respond = 'never';

    await expect(fetchBill({ timeoutSeconds: 0.001 })).rejects.toMatchObject({ code: 'timeout', retry: true });
  });

  it('may be tried again when nobody listens, and names neither key nor account', async () => {
    const source = open();
    await close();
    const error = await source.fetch('property-tax-payment', '112000700000041').catch((caught: unknown) => caught);

    expect(error).toMatchObject({ code: 'unreachable', retry: true });
    expect(inspect(error, { depth: null })).not.toMatch(/the-key|112000700000041/);
  });

  it('says whether the system answers', async () => {
    expect(await open().check()).toEqual({ ok: true });
    respond = { status: 401, body: '' };
    expect(await open().check()).toEqual({ ok: false, problem: 'http-401' });
  });
});

describe('billIn', () => {
  it('makes of any answer either a bill or nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const bill = billIn({ data: { ...answer.data, bills: any } }, '1', mapping);
        for (const { lines } of bill?.demands ?? []) {
          expect(lines.every(({ amount }) => Number.isSafeInteger(amount.paise))).toBe(true);
        }
        expect(billIn(any, '1', mapping)).toBeUndefined();
      }),
    );
  });
});
