import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '#adapters/persistence/store.ts';
import { officeOrders, type Repository } from '#application/ports/out/repositories.ts';
import type { Consent } from '#domain/consent/consent.ts';
import { Certificate } from '#domain/document/certificate.ts';
import { Paper } from '#domain/document/paper.ts';
import { Demand } from '#domain/payment/demand.ts';
import { Payment } from '#domain/payment/payment.ts';
import { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { nothing, rupees } from '#domain/shared/money.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aConsent } from './transactions.ts';
import { aCitizen, type World } from './world.ts';

const AT = '2026-03-05T04:30:00.000Z';

const anApplication = (
  citizenId: CitizenId,
  { dueOn = '2026-03-12', at = AT, serviceId = 'birth-certificate', id = randomUUID() as string } = {},
): ServiceApplication =>
  ServiceApplication.file(
    {
      id,
      citizenId,
      serviceId,
      definitionVersion: '3',
      kind: 'application',
      department: 'mcd',
      acknowledgementNumber: `MCD-26-${id.slice(0, 7)}-1`,
      answers: { childName: 'आरव', bornOn: '2026-02-01' },
      papers: [{ requirement: 'slip', paperId: 'paper-1' }],
      fee: nothing,
      dueOn,
    },
    at,
  );

const aPaper = (citizenId: CitizenId): Paper => {
  const paper = Paper.receive({
    id: randomUUID(),
    citizenId,
    documentId: randomUUID(),
    mime: 'image/jpeg',
    receivedAt: AT,
  });
  paper.recordReading({
    type: 'birth-slip',
    quality: 'good',
    facts: { child_dob: { value: '2026-02-01', confidence: 0.9, source: 'ocr' } },
    problems: [],
  });
  return paper;
};

const aDemand = (citizenId: CitizenId, applicationId: string = randomUUID(), billedIds: string[] = []): Demand =>
  Demand.raise({
    id: randomUUID(),
    citizenId,
    serviceId: 'property-tax',
    applicationId,
    lines: [{ name: 'tax', amount: rupees(120) }],
    billedIds,
    raisedAt: AT,
  });

const aPayment = (citizenId: CitizenId, demandId: string = randomUUID(), createdAt = AT): Payment =>
  Payment.begin({
    id: randomUUID(),
    demandId,
    citizenId,
    amount: rupees(120),
    description: 'Property tax',
    gateway: 'demo',
    createdAt,
    expiresAt: plusMinutes(createdAt, 30),
  });

const paid = (payment: Payment) =>
  payment.settle(
    {
      paymentId: payment.id,
      gatewayReference: 'g1',
      reportId: 'r1',
      outcome: 'paid',
      amount: rupees(120),
      method: 'upi',
      at: AT,
    },
    AT,
  );

const aCertificate = (citizenId: CitizenId, applicationId: string = randomUUID()): Certificate =>
  Certificate.issue({
    number: `MCD-BIRTH-26-0000001-${randomUUID().slice(0, 4)}`,
    kind: 'certificate',
    citizenId,
    serviceId: 'birth-certificate',
    department: 'mcd',
    applicationId,
    documentId: randomUUID(),
    issuedAt: AT,
    hash: 'ab'.repeat(32),
    publicFacts: [{ id: 'childName', value: 'आ**' }],
  });

export function aggregateLaws(world: World): void {
  describe.each<{
    name: string;
    of: (citizenId: CitizenId) => Kept;
    inside: (store: Store) => Repository<Kept, string>;
  }>([
    {
      name: 'a consent',
      of: (id) => aConsent(id),
      inside: (store) => store.consents as unknown as Repository<Kept, string>,
    },
    {
      name: 'an application',
      of: (id) => anApplication(id),
      inside: (store) => store.applications as unknown as Repository<Kept, string>,
    },
    { name: 'a paper', of: aPaper, inside: (store) => store.papers as unknown as Repository<Kept, string> },
    {
      name: 'a demand',
      of: (id) => aDemand(id),
      inside: (store) => store.demands as unknown as Repository<Kept, string>,
    },
    {
      name: 'a payment',
      of: (id) => aPayment(id),
      inside: (store) => store.payments as unknown as Repository<Kept, string>,
    },
    {
      name: 'a certificate',
      of: (id) => aCertificate(id),
      inside: (store) => store.certificates as unknown as Repository<Kept, string>,
    },
  ])('$name', ({ of, inside }) => {
    it('comes back as it was, and is added once', async () => {
      const citizenId = await aCitizen(world);
      const kept = of(citizenId);
      const repository = inside(world.store);
      expect(await repository.add(kept)).toBe(true);
      expect(await repository.add(of(citizenId))).toBe(true);
      expect(await repository.add(kept)).toBe(false);
      expect((await repository.find(keyOf(kept)))?.snapshot()).toEqual(kept.snapshot());
    });

    it('is absent when it was never there', async () => {
      const repository = inside(world.store);
      expect(await repository.find('nobody')).toBeUndefined();
      expect(await repository.update('nobody', () => undefined)).toBeUndefined();
    });

    it('goes with its citizen', async () => {
      const citizenId = await aCitizen(world);
      const kept = of(citizenId);
      await inside(world.store).add(kept);
      await world.store.citizens.erase(citizenId);
      expect(await inside(world.store).find(keyOf(kept))).toBeUndefined();
      expect(await inside(world.store).add(of(citizenId))).toBe(false);
    });
  });

  it('loses none of several changes at the same time', async () => {
    const { store } = world;
    const payment = aPayment(await aCitizen(world));
    await store.payments.add(payment);
    const report = { paymentId: payment.id, gatewayReference: 'g', outcome: 'pending' as const, amount: rupees(120) };
    const ids = Array.from({ length: 8 }, (_, number) => `report-${number}`);
    await Promise.all(
      ids.map((reportId) =>
        store.payments.update(payment.id, (each) => void each.settle({ ...report, reportId, at: AT }, AT)),
      ),
    );
    expect((await store.payments.find(payment.id))?.snapshot().reports).toEqual(ids);
  });

  it('gives back the changed aggregate with what happened to it', async () => {
    const { store } = world;
    const application = anApplication(await aCitizen(world));
    await store.applications.add(application);
    const changed = await store.applications.update(application.snapshot().id, (each) => each.approve('officer-1', AT));
    expect(changed?.takeEvents().map(({ type }) => type)).toEqual(['ApplicationApproved']);
    expect((await store.applications.find(application.snapshot().id))?.snapshot()).toEqual(changed?.snapshot());
  });

  it('stores nothing of a change that throws', async () => {
    const { store } = world;
    const consent = aConsent(await aCitizen(world));
    await store.consents.add(consent);
    const changing = store.consents.update(consent.snapshot().id, (each) => {
      each.withdraw(AT);
      throw new Error('no');
    });
    await expect(changing).rejects.toThrow('no');
    expect((await store.consents.find(consent.snapshot().id))?.holds).toBe(true);
  });

  it('finds the consents that hold', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const [held, withdrawn] = [aConsent(citizenId, 'held'), aConsent(citizenId, 'withdrawn')];
    await store.consents.add(held);
    await store.consents.add(withdrawn);
    await store.consents.add(aConsent(await aCitizen(world), 'another’s'));
    await store.consents.update(withdrawn.snapshot().id, (each: Consent) => each.withdraw(AT));
    expect((await store.consents.heldBy(citizenId)).map((each) => each.snapshot().purpose)).toEqual(['held']);
  });

  it('finds a citizen’s applications, newest first', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const days = ['2026-03-02', '2026-03-04', '2026-03-03'];
    for (const day of days) await store.applications.add(anApplication(citizenId, { at: `${day}T08:00:00.000Z` }));
    const found = await store.applications.of(citizenId);
    expect(found.map((each) => each.snapshot().filedAt.slice(0, 10))).toEqual([
      '2026-03-04',
      '2026-03-03',
      '2026-03-02',
    ]);
  });

  it('finds an office’s files, those due first, as many as asked for', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    for (const dueOn of ['2026-03-20', '2026-03-10', '2026-03-15'])
      await store.applications.add(anApplication(citizenId, { dueOn }));
    await store.applications.add(anApplication(citizenId, { serviceId: 'another', dueOn: '2026-03-01' }));
    const gone = await aCitizen(world);
    await store.applications.add(anApplication(gone, { dueOn: '2026-03-02' }));
    await store.citizens.erase(gone);
    const filter = { services: ['birth-certificate'], statuses: ['submitted'] };
    const found = await store.applications.inOffice(filter, { limit: 2 });
    expect(found.map((each) => each.snapshot().dueOn)).toEqual(['2026-03-10', '2026-03-15']);
    expect(await store.applications.inOffice({ ...filter, statuses: ['approved'] }, { limit: 2 })).toEqual([]);
    const number = found[1]?.snapshot().acknowledgementNumber ?? '';
    const one = { ...filter, acknowledgementNumber: number };
    const byNumber = await store.applications.inOffice(one, { limit: 2 });
    expect(await store.applications.countInOffice(one)).toBe(1);
    expect(byNumber.map((each) => each.snapshot().id)).toEqual([found[1]?.snapshot().id]);
  });

  it.each(officeOrders)('shows every file of an office once, part by part, in the order by %s', async (order) => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const days = ['2026-03-20', '2026-03-10', '2026-03-15', '2026-03-10', '2026-03-12'];
    for (const [i, dueOn] of days.entries())
      await store.applications.add(
        anApplication(citizenId, { dueOn, at: `2026-03-0${5 - i}T04:30:00.000Z`, serviceId: `service-${i % 2}` }),
      );
    const filter = { services: ['service-0', 'service-1'], statuses: ['submitted'] };
    const parts = await Promise.all(
      [0, 2, 4, 6].map((skip) => store.applications.inOffice(filter, { order, skip, limit: 2 })),
    );
    expect(parts.map((part) => part.length)).toEqual([2, 2, 1, 0]);
    const seen = parts.flat().map((each) => each.snapshot());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    const places = seen.map(({ dueOn, filedAt, serviceId }) =>
      ({ due: [dueOn, filedAt], submitted: [filedAt], service: [serviceId, dueOn, filedAt] })[order].join(' '),
    );
    expect(places).toEqual(places.toSorted());
    expect(await store.applications.countInOffice(filter)).toBe(5);
    expect(await store.applications.countInOffice({ ...filter, dueBefore: '2026-03-15' })).toBe(3);
  });

  it('finds with an office’s files what is issued and still to be checked, and leaves out what joined another', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const [first, joining, checked] = Array.from({ length: 3 }, () => anApplication(citizenId).snapshot());
    if (!first || !joining || !checked) throw new Error('three were made');
    const step = { role: 'inspector', action: 'post-check', days: 30, afterIssue: true };
    const standing = { index: 0, since: AT, countedFrom: AT };
    for (const state of [
      first,
      { ...joining, joins: first.id },
      { ...checked, status: 'issued' as const, course: [step], step: standing },
    ])
      await store.applications.add(ServiceApplication.restore(state));
    const filter = { services: ['birth-certificate'], statuses: ['submitted'], isLeading: true } as const;
    const ids = async (checkedBy: string) =>
      (await store.applications.inOffice({ ...filter, checkedBy }, { limit: 5 })).map((each) => each.snapshot().id);
    expect(new Set(await ids('inspector'))).toEqual(new Set([first.id, checked.id]));
    expect(await ids('registrar')).toEqual([first.id]);
    expect(await store.applications.countInOffice({ ...filter, checkedBy: 'inspector' })).toBe(2);
  });

  it('finds applications by the mark of what they are about, whoever filed them, until she is forgotten', async () => {
    const { store } = world;
    const [one, two] = [await aCitizen(world), await aCitizen(world)];
    const mark = randomUUID();
    for (const [citizenId, about, day] of [
      [one, mark, '02'],
      [two, mark, '03'],
      [two, randomUUID(), '04'],
    ] as const) {
      const state = anApplication(citizenId, { at: `2026-03-${day}T08:00:00.000Z` }).snapshot();
      await store.applications.add(ServiceApplication.restore({ ...state, about }));
    }
    await store.applications.add(anApplication(one));
    const owners = async () => (await store.applications.about(mark)).map((each) => each.snapshot().citizenId);
    expect(await owners()).toEqual([two, one]);
    await store.citizens.erase(two);
    expect(await owners()).toEqual([one]);
  });

  it('finds an application’s demand, and which dues have been paid', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const applicationId = randomUUID();
    const [owed, open] = [
      aDemand(citizenId, applicationId, ['due-1', 'due-2']),
      aDemand(citizenId, randomUUID(), ['due-3']),
    ];
    await store.demands.add(owed);
    await store.demands.add(open);
    expect((await store.demands.ofApplication(applicationId))?.id).toBe(owed.id);
    expect(await store.demands.ofApplication('none')).toBeUndefined();
    await store.demands.update(owed.id, (each) => void each.pay('payment-1', AT));
    await store.citizens.erase(citizenId);
    expect(await store.demands.paidAmong(['due-2', 'due-3', 'due-4'])).toEqual(new Set(['due-2']));
    expect(await store.demands.paidAmong([])).toEqual(new Set());
  });

  it('finds a demand’s payments, and those about which the gateway is to be asked, who waits longest first', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const demandId = randomUUID();
    const [older, newer, settled] = [
      aPayment(citizenId, demandId, plusMinutes(AT, -20)),
      aPayment(citizenId, demandId, plusMinutes(AT, -10)),
      aPayment(citizenId, demandId, plusMinutes(AT, -15)),
    ];
    for (const payment of [newer, older, settled]) await store.payments.add(payment);
    await store.payments.update(settled.id, (each) => void paid(each));
    expect((await store.payments.ofDemand(demandId)).map(({ id }) => id)).toEqual([older.id, settled.id, newer.id]);
    const due = async (at = AT, limit = 10) => (await store.payments.dueForLook(at, limit)).map(({ id }) => id);
    expect(await due()).toEqual([older.id, newer.id]);
    expect(await due(AT, 1)).toEqual([older.id]);
    expect(await due(plusMinutes(AT, -12))).toEqual([older.id]);
    await store.payments.update(older.id, (each) => each.look(plusMinutes(AT, -6)));
    expect(await due()).toEqual([newer.id, older.id]);
    await store.payments.update(older.id, (each) => each.look(AT));
    expect(await due()).toEqual([newer.id]);
    const refund = { paymentId: settled.id, refundReference: 'rf', outcome: 'pending' as const, amount: rupees(120) };
    await store.payments.update(settled.id, (each) => {
      each.giveBack(rupees(120));
      each.hearRefund({ ...refund, at: AT });
    });
    expect(await due()).toEqual([settled.id, newer.id]);
  });

  it('finds what was issued for an application', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const certificate = aCertificate(citizenId, 'application-1');
    await store.certificates.add(certificate);
    await store.certificates.add(aCertificate(citizenId, 'application-2'));
    const found = await store.certificates.ofApplication('application-1');
    expect(found.map((each) => each.snapshot())).toEqual([certificate.snapshot()]);
  });

  it('counts applications, payments and money', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    await store.applications.add(anApplication(citizenId));
    const [one, other] = [aPayment(citizenId), aPayment(citizenId)];
    await store.payments.add(one);
    await store.payments.add(other);
    await store.payments.update(one.id, (each) => void paid(each));
    expect(await store.figures()).toMatchObject({
      applicationsByStatus: { submitted: 1 },
      applicationsByService: { 'birth-certificate': 1 },
      paymentsByStatus: { open: 1, paid: 1 },
      collectedPaise: 12_000,
    });
  });
}

/** What all of them have in common. */
interface Kept {
  snapshot(): { readonly citizenId: CitizenId };
}

function keyOf(kept: Kept): string {
  const snapshot = kept.snapshot() as { readonly id?: string; readonly number?: string };
  return snapshot.id ?? snapshot.number ?? '';
}
