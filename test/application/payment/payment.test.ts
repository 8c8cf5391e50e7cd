import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { tellingThrough } from '#application/notification/tell.ts';
import { CancelDemand } from '#application/payment/cancel-demand.ts';
import { FetchBill } from '#application/payment/fetch-bill.ts';
import { OpenPayment } from '#application/payment/open-payment.ts';
import { RaiseDemand } from '#application/payment/raise-demand.ts';
import { ReconcilePayments } from '#application/payment/reconcile-payments.ts';
import { SettlePayment } from '#application/payment/settle-payment.ts';
import type { GatewayReport, PaymentGateway } from '#application/ports/out/payment-gateway.ts';
import { PaymentUnknown } from '#domain/payment/errors.ts';
import { BillSourceDown, GatewayDown } from '#domain/shared/failure.ts';
import { rupees } from '#domain/shared/money.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aCitizen, aDemand, aPayment, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';
import { anInstallation, aWorld, dueKinds, kindsFollowing, NOW, noWakeup, told, type World } from '#test/kit/fakes.ts';

const report = (more: Partial<GatewayReport> = {}): GatewayReport => ({
  paymentId: 'payment-1',
  gatewayReference: 'g1',
  reportId: 'r1',
  outcome: 'paid',
  amount: rupees(50),
  at: NOW,
  ...more,
});

/** A gateway that knows nothing but what it is told. */
function aGateway(): PaymentGateway & { down: boolean; links: string[]; reports: Map<string, GatewayReport> } {
  const gateway = {
    name: 'demo',
    down: false,
    links: [] as string[],
    reports: new Map<string, GatewayReport>(),
    async createLink({ paymentId }: { paymentId: string }) {
      if (gateway.down) throw new GatewayDown('timeout', { retry: true });
      gateway.links.push(paymentId);
      return { url: `https://gateway.test/${paymentId}`, gatewayReference: `g-${paymentId}` };
    },
    find: async (paymentId: string) => [gateway.reports.get(paymentId)].flatMap((each) => each ?? []),
    refund: () => Promise.reject(new Error('not part of this test')),
    findRefund: async () => undefined,
    check: async () => ({ ok: true }) as const,
  };
  return gateway;
}

let world: World;
let gateway: ReturnType<typeof aGateway>;
beforeEach(async () => {
  world = aWorld();
  gateway = aGateway();
  await aCitizen(world);
});

const tell = () => tellingThrough(world.store.talks, world.clock, noWakeup);
const settling = ({ store, clock, ids, log } = world) =>
  new SettlePayment(store.payments, store.demands, store.jobs, store.transactions, clock, ids, noWakeup, log);
const raising = ({ store, clock, ids } = world) =>
  new RaiseDemand(store.applications, store.demands, store.jobs, store.transactions, catalogue, clock, ids);
const cancelling = ({ store, clock } = world) =>
  new CancelDemand(store.demands, store.payments, store.jobs, store.transactions, clock);
const opening = ({ store, clock, ids } = world) =>
  new OpenPayment(
    store.applications,
    store.demands,
    store.payments,
    gateway,
    tell(),
    store.transactions,
    translator,
    anInstallation,
    clock,
    ids,
  );
const reconciling = ({ store, clock, log } = world) =>
  new ReconcilePayments(store.payments, gateway, settling(), noRefunds, clock, log);

const noRefunds = { follow: () => Promise.reject(new Error('not part of this test')) };

const unpaid = (more = {}) => aServiceApplication({ status: 'payment-pending', fee: rupees(50), ...more });

describe('RaiseDemand', () => {
  it('asks for one link, however often it is done', async () => {
    await world.store.applications.add(unpaid());
    await raising().raise('application-1');
    await raising().raise('application-1');
    expect(await dueKinds(world)).toEqual(['open-payment']);
  });

  it('asks nothing for an application that was taken back', async () => {
    await world.store.applications.add(unpaid({ status: 'withdrawn', feePaid: false }));
    await raising().raise('application-1');
    expect(await world.store.demands.ofApplication('application-1')).toBeUndefined();
    expect(await dueKinds(world)).toEqual([]);
  });
});

describe('OpenPayment', () => {
  beforeEach(async () => {
    await world.store.applications.add(unpaid());
    await world.store.demands.add(aDemand());
  });
  const payments = () => world.store.payments.ofDemand('demand-1');

  it('says the link once, when the job is repeated after it had worked', async () => {
    await opening().openFor('application-1', 'job-1');
    await opening().openFor('application-1', 'job-1');
    expect((await told(world)).map(({ type }) => type)).toEqual(['payment-link']);
    expect(await payments()).toHaveLength(1);
  });

  it('keeps to one payment when the gateway fails and the job is repeated, and says so once', async () => {
    gateway.down = true;
    await expect(opening().openFor('application-1', 'job-1')).rejects.toThrow(GatewayDown);
    await expect(opening().openFor('application-1', 'job-1')).rejects.toThrow(GatewayDown);
    gateway.down = false;
    await opening().openFor('application-1', 'job-1');
    expect((await told(world)).map(({ type }) => type)).toEqual(['gateway-down', 'payment-link']);
    expect(await payments()).toHaveLength(1);
  });

  it('makes one payment for two who ask at the same moment', async () => {
    await Promise.all([opening().openFor('application-1', 'job-1'), opening().openFor('application-1', 'job-2')]);
    expect(await payments()).toHaveLength(1);
  });

  it('offers no second link while the bank thinks about the first', async () => {
    await opening().openFor('application-1', 'job-1');
    const [first] = await payments();
    await settling().settle(report({ paymentId: first?.id ?? '', outcome: 'pending' }));
    await opening().openFor('application-1', 'job-2');
    expect(await payments()).toHaveLength(1);
    expect(await told(world)).toMatchObject([{ type: 'payment-link' }, { type: 'payment', outcome: 'pending' }]);
  });

  it('begins anew when the time of the first link is over', async () => {
    await opening().openFor('application-1', 'job-1');
    world.clock.advance(anInstallation.paymentMinutes);
    await opening().openFor('application-1', 'job-2');
    expect(await payments()).toHaveLength(2);
  });

  it('offers nothing for an application that was taken back', async () => {
    await world.store.applications.update('application-1', (each) => each.withdraw(NOW));
    await opening().openFor('application-1', 'job-1');
    expect(await payments()).toEqual([]);
  });

  it('shows whoever follows the link where the payment stands', async () => {
    await opening().openFor('application-1', 'job-1');
    const [payment] = await payments();
    const id = payment?.id ?? '';
    expect(await opening().open(id)).toMatchObject({ status: 'open', url: `https://gateway.test/${id}` });
    await settling().settle(report({ paymentId: id }));
    expect(await opening().open(id)).toMatchObject({ status: 'paid' });
    await expect(opening().open('nobody')).rejects.toThrow(PaymentUnknown);
  });
});

describe('SettlePayment', () => {
  beforeEach(async () => {
    await world.store.applications.add(unpaid());
    await world.store.demands.add(aDemand());
    await world.store.payments.add(aPayment());
  });

  it('lets follow from the same word, heard often and at once, what follows once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => settling().settle(report())));
    expect(await dueKinds(world)).toEqual(['issue-receipt', 'record-entry', 'record-fee-paid', 'tell-citizen']);
    expect((await world.store.demands.find('demand-1'))?.snapshot()).toMatchObject({
      status: 'paid',
      paidBy: 'payment-1',
    });
  });

  it('gives back the money of a second payment of one demand, whichever comes first', async () => {
    await world.store.payments.add(aPayment({ id: 'payment-2' }));
    await Promise.all([
      settling().settle(report()),
      settling().settle(report({ paymentId: 'payment-2', reportId: 'r2' })),
    ]);
    const statuses = (await world.store.payments.ofDemand('demand-1')).map(({ status }) => status);
    expect(statuses.sort()).toEqual(['paid', 'refund-due']);
  });

  it('gives back the money of dues that somebody else has paid meanwhile', async () => {
    for (const [at, citizenId] of ['neighbour', 'owner'].entries()) {
      await aCitizen(world, citizenId, []);
      await world.store.demands.add(
        aDemand({ id: `dues-${at}`, citizenId, applicationId: `a-${at}`, billedIds: ['PT-2026'] }),
      );
      await world.store.payments.add(aPayment({ id: `of-${at}`, citizenId, demandId: `dues-${at}` }));
      await settling().settle(report({ paymentId: `of-${at}` }));
    }
    expect((await world.store.payments.find('of-0'))?.status).toBe('paid');
    expect((await world.store.payments.find('of-1'))?.status).toBe('refund-due');
  });

  it.each([
    [{ amount: rupees(49) }, 'refund-due', ['ask-refund', 'record-entry', 'tell-citizen']],
    [{ amount: rupees(51) }, 'refund-due', ['ask-refund', 'record-entry', 'tell-citizen']],
    [{ currency: 'USD' }, 'mismatched', ['record-entry', 'tell-citizen']],
  ])('raises an alarm for %j, counts nothing as paid and tells the citizen', async (odd, status, kinds) => {
    await settling().settle(report(odd));
    expect(world.log.alarms).toEqual(['payment.mismatched']);
    expect((await world.store.demands.find('demand-1'))?.status).toBe('open');
    expect((await world.store.payments.find('payment-1'))?.status).toBe(status);
    expect(await dueKinds(world)).toEqual(kinds);
  });

  it('offers a new link after a wrong amount, and takes the right one by it', async () => {
    await settling().settle(report({ amount: rupees(49) }));
    await opening().openFor('application-1', 'job-1');
    const second = (await world.store.payments.ofDemand('demand-1')).find(({ id }) => id !== 'payment-1');
    await settling().settle(report({ paymentId: second?.id ?? '', reportId: 'r2' }));
    expect((await world.store.demands.find('demand-1'))?.snapshot()).toMatchObject({ paidBy: second?.id });
  });

  it('sees that the link and the order in the chat were both paid, keeps the first and gives back the other', async () => {
    await settling().settle(report({ transactionId: 'pay-1' }));
    const again = { reportId: 'r2', transactionId: 'pay-2' };
    for (let time = 0; time < 3; time += 1) await settling().settle(report(again));
    const payments = (await world.store.payments.ofDemand('demand-1')).map((each) => each.snapshot());
    expect(payments.find(({ id }) => id === 'payment-1')?.status).toBe('paid');
    expect(payments.filter(({ besides }) => besides === 'payment-1')).toMatchObject([
      { status: 'refund-due', reason: 'already-paid', decidedBy: { transactionId: 'pay-2' } },
    ]);
    expect((await dueKinds(world)).filter((kind) => kind === 'ask-refund')).toHaveLength(1);
    expect((await dueKinds(world)).filter((kind) => kind === 'issue-receipt')).toHaveLength(1);
  });

  it('takes the right amount that comes by the same link besides a wrong one', async () => {
    await settling().settle(report({ amount: rupees(49), transactionId: 'pay-1' }));
    await settling().settle(report({ transactionId: 'pay-2', reportId: 'r2' }));
    const statuses = (await world.store.payments.ofDemand('demand-1')).map(({ status }) => status);
    expect(statuses.sort()).toEqual(['paid', 'refund-due']);
    expect((await world.store.demands.find('demand-1'))?.status).toBe('paid');
  });

  it('counts one sum and gives back all others, whatever comes, how often and in whatever order', async () => {
    const sums = fc.array(fc.constantFrom<number>(50, 50, 49, 60), { minLength: 1, maxLength: 4 });
    const heard = sums.chain((amounts) => {
      const reports = amounts.flatMap((amount, at) =>
        ['by event', 'when asked'].map((how) =>
          report({ transactionId: `pay-${at}`, amount: rupees(amount), reportId: `${at} ${how}` }),
        ),
      );
      return fc.tuple(fc.constant(amounts), fc.shuffledSubarray([...reports, ...reports], { minLength: 1 }));
    });
    await fc.assert(
      fc.asyncProperty(heard, async ([amounts, reports]) => {
        const fresh = aWorld();
        await aCitizen(fresh);
        await fresh.store.demands.add(aDemand());
        await fresh.store.payments.add(aPayment());
        for (const each of reports) await settling(fresh).settle(each);
        const payments = await fresh.store.payments.ofDemand('demand-1');
        const known = new Set(reports.map(({ transactionId = '' }) => Number(transactionId.slice(4))));
        const came = [...known].map((at) => amounts[at] ?? 0);
        const isPaid = came.includes(50);
        expect(payments.filter((each) => each.isPaid)).toHaveLength(isPaid ? 1 : 0);
        const back = payments.map((each) => each.refundDue?.paise ?? 0).reduce((sum, each) => sum + each, 0);
        const total = came.reduce((sum, each) => sum + each, 0);
        expect(back).toBe((total - (isPaid ? 50 : 0)) * 100);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses the word on a payment that nobody began', async () => {
    await expect(settling().settle(report({ paymentId: 'another' }))).rejects.toThrow(PaymentUnknown);
  });

  it('ends in the same state, and with one receipt, in whatever order reports come', async () => {
    const reports = [
      report({ reportId: 'r1', outcome: 'pending' }),
      report({ reportId: 'r2', outcome: 'failed', reason: 'declined' }),
      report({ reportId: 'r3' }),
      report({ reportId: 'r4' }),
      report({ reportId: 'r5', paymentId: 'payment-1', outcome: 'failed' }),
    ];
    const order = fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 });
    await fc.assert(
      fc.asyncProperty(order, async (heard) => {
        const fresh = aWorld();
        await aCitizen(fresh);
        await fresh.store.demands.add(aDemand());
        await fresh.store.payments.add(aPayment());
        for (const each of heard) await settling(fresh).settle(each);
        expect((await fresh.store.payments.find('payment-1'))?.status).toBe('paid');
        expect((await dueKinds(fresh)).filter((kind) => kind === 'issue-receipt')).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('CancelDemand', () => {
  beforeEach(async () => {
    await world.store.applications.add(unpaid());
    await world.store.demands.add(aDemand());
    await world.store.payments.add(aPayment());
  });

  it('follows when a citizen takes back what he has not paid', async () => {
    expect(kindsFollowing('ApplicationWithdrawn')).toContain('cancel-demand');
    await world.store.applications.update('application-1', (each) => each.withdraw(NOW));
    await cancelling().cancel('application-1');
    await cancelling().cancel('application-1');
    expect((await world.store.demands.find('demand-1'))?.status).toBe('cancelled');
    expect((await opening().open('payment-1')).status).toBe('cancelled');
  });

  it('tells once whoever was given the link that nothing is owed', async () => {
    await world.store.payments.update('payment-1', (each) =>
      each.link({ url: 'https://pay.test', gatewayReference: 'g' }),
    );
    await cancelling().cancel('application-1');
    await cancelling().cancel('application-1');
    expect(await dueKinds(world)).toEqual(['tell-citizen']);
    expect(kindsFollowing('PaymentCancelled')).toEqual(['tell-citizen']);
  });

  it('sends money back that still comes', async () => {
    await cancelling().cancel('application-1');
    await settling().settle(report());
    expect((await world.store.payments.find('payment-1'))?.status).toBe('refund-due');
    expect(await dueKinds(world)).toEqual(['ask-refund', 'record-entry', 'tell-citizen']);
  });

  it('leaves alone what was paid before', async () => {
    await settling().settle(report());
    await cancelling().cancel('application-1');
    expect((await world.store.demands.find('demand-1'))?.status).toBe('paid');
    expect((await world.store.payments.find('payment-1'))?.status).toBe('paid');
  });
});

describe('ReconcilePayments', () => {
  it('settles what was paid and never called back', async () => {
    await world.store.demands.add(aDemand());
    await world.store.payments.add(aPayment());
    gateway.reports.set('payment-1', report());
    await reconciling().reconcile();
    expect((await world.store.payments.find('payment-1'))?.status).toBe('open');
    world.clock.advance(6);
    await reconciling().reconcile();
    expect((await world.store.payments.find('payment-1'))?.status).toBe('paid');
  });

  it('reaches every payment in time, though many before it are never paid', async () => {
    for (let at = 0; at < 120; at += 1) {
      const id = `payment-${String(at).padStart(3, '0')}`;
      await world.store.demands.add(aDemand({ id: `demand-${at}`, applicationId: `application-${at}` }));
      await world.store.payments.add(aPayment({ id, demandId: `demand-${at}` }));
    }
    gateway.reports.set('payment-119', report({ paymentId: 'payment-119' }));
    world.clock.advance(6);
    const rounds = reconciling();
    for (let round = 0; round < 3; round += 1) await rounds.reconcile();
    expect((await world.store.payments.find('payment-119'))?.status).toBe('paid');
    gateway.reports.set('payment-000', report({ paymentId: 'payment-000' }));
    world.clock.advance(6);
    await rounds.reconcile();
    expect((await world.store.payments.find('payment-000'))?.status).toBe('paid');
  });

  it('is not kept from the others by one that goes wrong', async () => {
    for (const id of ['1', '2']) {
      await world.store.demands.add(aDemand({ id: `demand-${id}`, applicationId: `application-${id}` }));
      await world.store.payments.add(aPayment({ id: `payment-${id}`, demandId: `demand-${id}` }));
      gateway.reports.set(`payment-${id}`, report({ paymentId: id === '1' ? 'somebody-elses' : `payment-${id}` }));
    }
    world.clock.advance(6);
    await reconciling().reconcile();
    expect((await world.store.payments.find('payment-2'))?.status).toBe('paid');
    expect(world.log.alarms).toEqual(['payment.not-reconciled']);
  });

  it('finds every sum that came, whichever callbacks were lost: one counts, and each other goes back', async () => {
    const sums = fc.array(fc.record({ minute: fc.integer({ min: 1, max: 59 }), isTold: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(sums, async (drawn) => {
        world = aWorld();
        await aCitizen(world);
        await world.store.demands.add(aDemand());
        await world.store.payments.add(aPayment());
        const came = drawn.map(({ minute, isTold }, at) => ({
          isTold,
          report: report({ reportId: `r${at}`, transactionId: `t${at}`, at: plusMinutes(NOW, minute) }),
        }));
        const known = () => came.filter((each) => each.report.at <= world.clock.now()).map((each) => each.report);
        gateway = { ...aGateway(), find: async (id) => (id === 'payment-1' ? known() : []) };
        for (let minute = 0; minute < 100; minute += 1) {
          world.clock.advance(1);
          for (const each of came)
            if (each.isTold && each.report.at === world.clock.now()) await settling().settle(each.report);
          await reconciling().reconcile();
        }
        const payments = await world.store.payments.ofDemand('demand-1');
        const wanted = ['paid', ...came.slice(1).map(() => 'refund-due')];
        expect(payments.map(({ status }) => status).sort()).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  it('asks again about what the gateway did not answer, also when it is the last time', async () => {
    await world.store.demands.add(aDemand());
    await world.store.payments.add(aPayment());
    await settling().settle(report({ transactionId: 't1' }));
    gateway.reports.set('payment-1', report({ reportId: 'r2', transactionId: 't2' }));
    const answering = gateway.find;
    gateway = { ...gateway, find: () => Promise.reject(new GatewayDown('timeout', { retry: true })) };
    world.clock.advance(200);
    await reconciling().reconcile();
    gateway = { ...gateway, find: answering };
    await reconciling().reconcile();
    expect((await world.store.payments.ofDemand('demand-1')).map(({ status }) => status)).toContain('refund-due');
  });

  it('lets a link expire whose time is over', async () => {
    await world.store.payments.add(aPayment());
    world.clock.advance(61);
    await reconciling().reconcile();
    expect((await world.store.payments.find('payment-1'))?.status).toBe('expired');
  });
});

describe('FetchBill', () => {
  const asked = { serviceId: 'property-tax-payment', account: '100200300' };
  const source = (answer: () => Promise<undefined>) =>
    new FetchBill({ name: 'test', fetch: answer, check: async () => ({ ok: true }) }, tell());
  const failing = (error: Error) => source(() => Promise.reject(error));

  it('tries again while the source is down, and then says so', async () => {
    const down = failing(new BillSourceDown('timeout', { retry: true }));
    await expect(down.fetch('citizen-1', asked, 'job-1', false)).rejects.toThrow(BillSourceDown);
    expect(await told(world)).toEqual([]);
    await down.fetch('citizen-1', asked, 'job-1', true);
    expect(await told(world)).toEqual([{ type: 'bill-source-down', account: asked.account }]);
  });

  it('says at once what trying again will not help', async () => {
    await failing(new BillSourceDown('forbidden', { retry: false })).fetch('citizen-1', asked, 'job-1', false);
    expect(await told(world)).toHaveLength(1);
  });

  it('leaves nobody waiting for a mistake of ours, which still is an error', async () => {
    await expect(failing(new TypeError('ours')).fetch('citizen-1', asked, 'job-1', true)).rejects.toThrow(TypeError);
    expect(await told(world)).toEqual([{ type: 'bill-source-down', account: asked.account }]);
  });

  it('says when there is no such account, once', async () => {
    const empty = source(async () => undefined);
    await empty.fetch('citizen-1', asked, 'job-1', false);
    await empty.fetch('citizen-1', asked, 'job-1', false);
    expect(await told(world)).toEqual([{ type: 'no-bill', account: asked.account }]);
  });
});
