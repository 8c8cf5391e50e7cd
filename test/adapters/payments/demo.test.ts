import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demo, type OpenDemoGateway } from '#adapters/payments/demo/index.ts';
import texts from '#adapters/payments/demo/page-texts.json' with { type: 'json' };
import { refundBody } from '#adapters/payments/demo/report.ts';
import { sign } from '#adapters/payments/signature.ts';
import { rupees } from '#domain/shared/money.ts';
import { anOrder, describePaymentGateway } from '#test/contracts/describe-payment-gateway.ts';
import { aSite, type Site } from './a-site.ts';
import { aWorld, type TrialWorld } from './a-world.ts';

const SECRET = 'the demo gateway signs with this';

/** Later comes when the test says so. */
class Later {
  readonly jobs: { run: () => void; afterMs: number }[] = [];
  readonly timer = (run: () => void, afterMs: number) => {
    const job = { run, afterMs };
    this.jobs.push(job);
    return () => {
      this.jobs.splice(this.jobs.indexOf(job), 1);
    };
  };
  /** Does what is due next; returns after how many milliseconds it would have been. */
  comes(): number {
    const job = this.jobs.shift();
    if (!job) throw new Error('nothing is due');
    job.run();
    return job.afterMs;
  }
}

interface Demo {
  readonly world: TrialWorld;
  readonly site: Site;
  readonly later: Later;
  readonly directory: string;
  gateway: OpenDemoGateway;
}

async function open(): Promise<Demo> {
  const directory = await mkdtemp(join(tmpdir(), 'demo-gateway-'));
  const parts = { world: aWorld(), site: await aSite(), later: new Later(), directory };
  return { ...parts, gateway: openAgain(parts) };
}

const openAgain = ({ world, site, later, directory }: Omit<Demo, 'gateway'>): OpenDemoGateway =>
  demo.open({ publicUrl: site.url, secret: SECRET, directory, timer: later.timer }, world);

async function close({ gateway, site, directory }: Demo): Promise<void> {
  await gateway.close?.();
  await site.close();
  await rm(directory, { recursive: true });
}

const post = (url: string, form: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

/** The gateway's pages without its callback route: the callback comes, and is not taken. */
const checkoutOf = ({ routes }: OpenDemoGateway) => routes.filter((route) => route.access === 'demo');

const outcomeFor = { paid: 'success', failed: 'declined', pending: 'pending' } as const;

describePaymentGateway('demo', async () => {
  const it = await open();
  const { world, site, gateway } = it;
  return {
    gateway,
    settled: world.settled,
    returned: world.returned,
    settleFails: world.settleFails,
    callbackPath: '/webhooks/demo-gateway',
    happens: async (paymentId, outcome) => {
      const { url } = await gateway.createLink(anOrder({ paymentId }));
      site.mount(checkoutOf(gateway));
      await post(url, { method: 'upi', outcome: outcomeFor[outcome] });
      return site.next();
    },
    refundHappens: (refund, outcome) => {
      const body = refundBody({ ...refund, outcome });
      return { body, headers: { 'x-demo-gateway-signature': sign(body, SECRET) } };
    },
    signs: (body) => ({ 'x-demo-gateway-signature': sign(body, SECRET) }),
    breaks: () => gateway.failNext(),
    secrets: [SECRET],
    close: () => close(it),
  };
});

describe('the demo gateway', () => {
  let its: Demo;
  let url: string;
  const { paymentId } = anOrder();

  beforeEach(async () => {
    its = await open();
    its.site.mount(its.gateway.routes);
    url = (await its.gateway.createLink(anOrder())).url;
  });
  afterEach(() => close(its));

  /** Lets the next callback go out, and waits until it was answered; returns how long it would have waited. */
  const callbackComes = async () => {
    const before = callbacks();
    const afterMs = its.later.comes();
    await until(() => callbacks() > before);
    return afterMs;
  };
  const callbacks = () => its.site.seen.filter((request) => request.path.startsWith('/webhooks/')).length;
  const settled = () => its.world.settled.map((report) => report.outcome);

  it('calls back with the outcome, and then sends the citizen back where he came from', async () => {
    const answer = await post(url, { method: 'upi', outcome: 'success' });

    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(anOrder().returnUrl);
    expect(its.world.settled).toMatchObject([{ outcome: 'paid', method: 'upi', amount: anOrder().amount }]);
    expect(its.world.settled[0]?.bankReference).toMatch(/^\d{12}$/);
  });

  it('lets the citizen try again after the bank declined, and not after he paid', async () => {
    await post(url, { method: 'card', outcome: 'declined' });
    expect(await (await fetch(`${url}?lang=en`)).text()).toContain(texts.en.lastDeclined);

    await post(url, { method: 'card', outcome: 'success' });
    expect((await post(url, { method: 'card', outcome: 'success' })).status).toBe(409);
    expect(settled()).toEqual(['failed', 'paid']);
  });

  it('lets the money come twice, or too little of it, when told to', async () => {
    await post(url, { method: 'upi', outcome: 'double' });
    const two = await its.gateway.find(paymentId);
    expect(settled()).toEqual(['paid', 'paid']);
    expect(two.map(({ transactionId }) => transactionId)).toEqual(
      its.world.settled.map(({ transactionId }) => transactionId),
    );
    expect(new Set(two.map(({ transactionId }) => transactionId)).size).toBe(2);

    const other = await its.gateway.createLink(anOrder({ paymentId: 'p2' }));
    await post(other.url, { method: 'upi', outcome: 'short' });
    expect(its.world.settled.at(-1)).toMatchObject({ outcome: 'paid', amount: rupees(4367) });
  });

  it('leaves a payment pending until the bank is made to answer', async () => {
    await post(url, { method: 'net-banking', outcome: 'pending' });
    expect(await (await fetch(`${url}?lang=hi`)).text()).toContain(texts.hi.isPending);

    await post(url, { method: 'net-banking', outcome: 'success' });
    expect(settled()).toEqual(['pending', 'paid']);
  });

  it('calls back late when told to', async () => {
    await post(url, { method: 'upi', outcome: 'late', lateSeconds: '45' });

    expect(await callbackComes()).toBe(45_000);
    expect(settled()).toEqual(['paid']);
  });

  it('calls back twice with one event when told to', async () => {
    await post(url, { method: 'upi', outcome: 'twice' });

    expect(settled()).toEqual(['paid', 'paid']);
    expect(its.world.settled[1]?.reportId).toBe(its.world.settled[0]?.reportId);
  });

  it('never calls back when told so, but knows the payment when asked', async () => {
    await post(url, { method: 'upi', outcome: 'silent' });

    expect(its.later.jobs).toEqual([]);
    expect(await its.gateway.find(paymentId)).toMatchObject([{ outcome: 'paid' }]);
  });

  it('tries a callback again, waiting longer each time, until it is taken', async () => {
    its.site.mount(checkoutOf(its.gateway));
    await post(url, { method: 'upi', outcome: 'success' });
    const waits: number[] = [];
    for (let i = 0; i < 2; i++) {
      waits.push(await callbackComes());
      await until(() => its.later.jobs.length > 0);
    }
    its.site.mount(its.gateway.routes);
    waits.push(await callbackComes());

    expect(waits).toEqual([1_000, 5_000, 30_000]);
    expect(settled()).toEqual(['paid']);
  });

  it('remembers orders, outcomes and callbacks that are still due after a restart', async () => {
    await post(url, { method: 'upi', outcome: 'late', lateSeconds: '60' });
    await its.gateway.close?.();
    expect(its.later.jobs).toEqual([]);
    its.world.now = '2026-06-10T10:00:20.000Z';
    its.gateway = openAgain(its);
    its.site.mount(its.gateway.routes);

    expect((await its.gateway.createLink(anOrder())).url).toBe(url);
    expect(await its.gateway.find(paymentId)).toMatchObject([{ outcome: 'paid' }]);
    expect(await callbackComes()).toBe(40_000);
    expect(settled()).toEqual(['paid']);
  });

  it('does not call back again after a restart what was taken before it', async () => {
    await post(url, { method: 'upi', outcome: 'success' });
    const other = openAgain(its);

    expect(await other.find(paymentId)).toMatchObject([{ outcome: 'paid' }]);
    expect(its.later.jobs).toEqual([]);
  });

  it('gives money back after a while, and says so, also when it was started again in between', async () => {
    await post(url, { method: 'upi', outcome: 'success' });
    const order = { paymentId, amount: anOrder().amount, attempt: 1 };
    expect(await its.gateway.refund(order)).toMatchObject({ outcome: 'pending' });
    await its.gateway.close?.();
    its.world.now = '2026-06-10T10:00:05.000Z';
    its.gateway = openAgain(its);
    its.site.mount(its.gateway.routes);

    expect(await callbackComes()).toBe(15_000);
    its.world.now = '2026-06-10T10:00:30.000Z';
    expect(await its.gateway.findRefund(order)).toMatchObject({ outcome: 'done' });
    expect(its.world.returned).toMatchObject([{ paymentId, outcome: 'done', amount: anOrder().amount }]);
  });

  it('goes on after its file broke off in the middle of a line', async () => {
    await appendFile(join(its.directory, 'demo-gateway.jsonl'), '{"type":"order","ref":"demo_brok');
    const after = openAgain(its);
    const { url: second } = await after.createLink(anOrder({ paymentId: 'p2' }));

    expect(second).not.toBe(url);
    expect((await openAgain(its).createLink(anOrder({ paymentId: 'p2' }))).url).toBe(second);
    expect((await after.createLink(anOrder())).url).toBe(url);
  });

  it('shares its books with a second process', async () => {
    const second = openAgain(its);
    await post(url, { method: 'upi', outcome: 'silent' });

    expect(await second.find(paymentId)).toMatchObject([{ outcome: 'paid' }]);
  });

  it('does not take money on a link that has expired', async () => {
    its.world.now = anOrder().expiresAt;

    expect(await (await fetch(`${url}?lang=en`)).text()).toContain(texts.en.isExpired);
    expect((await post(url, { method: 'upi', outcome: 'success' })).status).toBe(409);
  });

  it.each([{}, { method: 'upi' }, { method: 'cheque', outcome: 'success' }, { method: 'upi', outcome: 'jackpot' }])(
    'asks again when the form says %j',
    async (form) => {
      expect((await post(url, form as Record<string, string>)).status).toBe(400);
      expect(its.later.jobs).toEqual([]);
    },
  );

  it('answers 404 for an order that it does not know', async () => {
    expect((await fetch(`${url}x`)).status).toBe(404);
    expect((await post(`${url}x`, { method: 'upi', outcome: 'success' })).status).toBe(404);
  });

  it('brings a page in the language asked for, with nothing but its own stylesheet', async () => {
    const hindi = await fetch(`${url}?lang=hi`);
    const english = await (await fetch(url, { headers: { 'accept-language': 'en-IN,en;q=0.9' } })).text();

    expect(await hindi.text()).toContain('<html lang="hi">');
    expect(english).toContain('₹4,368.00');
    expect(hindi.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${its.site.url}/demo-gateway/style.css`)).headers.get('content-type')).toContain('text/css');
  });

  it('writes what comes from outside as text and not as markup', async () => {
    const odd = await its.gateway.createLink(anOrder({ paymentId: 'p3', description: '<script>alert("x")</script>' }));

    expect(await (await fetch(odd.url)).text()).not.toContain('<script');
  });

  it('has every text in both languages', () => {
    expect(Object.keys(texts.hi)).toEqual(Object.keys(texts.en));
  });
});

/** Waits for something that follows at once, but not in the same breath. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
