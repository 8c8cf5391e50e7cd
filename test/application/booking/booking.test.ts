import { beforeEach, describe, expect, it } from 'vitest';
import { BookPlace } from '#application/booking/book-place.ts';
import { FindDuplicates } from '#application/find-duplicates.ts';
import { RefundFee } from '#application/payment/refund-fee.ts';
import { RecordProgress } from '#application/service-application/record-progress.ts';
import { SubmitApplication } from '#application/service-application/submit-application.ts';
import { NoMoreMoves, SlotTaken } from '#domain/booking/errors.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';
import { ApplicationUnknown } from '#domain/service-application/errors.ts';
import { rupees } from '#domain/shared/money.ts';
import { aCitizen, aConsentOf, aDemand, aPayment, aPhone } from '#test/kit/builders.ts';
import { aCalendar, aWorld, dueKinds, keyedHash, NOW, type World } from '#test/kit/fakes.ts';

const dated = <Value>(value: Value) => ({ value, from: '2020-01-01', verified: false, source: 'invented' });
const hall = (fee: readonly FeeLine[] = []) =>
  defineService({
    id: 'hall',
    department: 'mcd',
    category: 'help',
    kind: 'booking',
    outcome: 'slip',
    version: '1',
    questions: [{ id: 'time', type: 'slot' }],
    timeLimits: [],
    steps: [],
    fee,
    booking: {
      slot: 'time',
      resource: [],
      earliest: 'today',
      latest: 'today+30d',
      days: 'all',
      times: [{ start: '10:00', end: '11:00' }],
      capacity: dated(1),
      holdMinutes: dated(15),
      refunds: [{ hoursBefore: 24, percent: dated(50) }],
      reschedules: { times: 1, hoursBefore: 2 },
    },
  });
const SLOT = '2026-03-10T10:00';
const LATER = '2026-03-11T10:00';

let world: World;
let booking: BookPlace;
let applying: SubmitApplication;
let progress: RecordProgress;

async function begin(fee?: readonly FeeLine[]): Promise<void> {
  world = aWorld();
  const { store, clock } = world;
  const { applications, consents, numbers, places, jobs, transactions } = store;
  const catalogue = catalogueOf([hall(fee)], 'notice-1');
  booking = new BookPlace(applications, places, jobs, transactions, catalogue, aCalendar, clock);
  applying = new SubmitApplication(
    applications,
    consents,
    numbers,
    places,
    jobs,
    transactions,
    catalogue,
    aCalendar,
    new FindDuplicates(applications, keyedHash, clock),
    clock,
  );
  progress = new RecordProgress(applications, places, jobs, transactions, catalogue, aCalendar, clock);
  for (const [id, phone] of [
    ['citizen-1', 1],
    ['citizen-2', 2],
  ] as const) {
    await aCitizen(world, id, [aPhone(phone)]);
    await aConsentOf(world, id, 'hall');
  }
}

const asked = (applicationId = 'application-1', slot = SLOT) => ({
  applicationId,
  serviceId: 'hall',
  answers: {},
  slot,
});
const submits = (citizenId = 'citizen-1', applicationId = 'application-1', slot = SLOT) =>
  applying.submit(citizenId, {
    applicationId,
    serviceId: 'hall',
    definitionVersion: '1',
    answers: { time: slot },
    papers: [],
  });
const stateOf = async (id = 'application-1') => (await world.store.applications.find(id))?.snapshot();
const offered = async () => (await booking.offer('citizen-2', asked('application-2'))).map(({ day }) => day);

describe('a booking without a fee', () => {
  beforeEach(() => begin());

  it('is confirmed when it is filed, and its time is nobody else’s', async () => {
    expect(await booking.hold('citizen-1', asked())).toBe(15);
    expect(await offered()).not.toContain('2026-03-10');
    await submits();
    expect(await stateOf()).toMatchObject({ status: 'confirmed', booking: { slot: SLOT } });
    await expect(submits('citizen-2', 'application-2')).rejects.toThrow(SlotTaken);
    expect(await dueKinds(world)).toContain('issue-certificate');
  });

  it('lets one of many have the last place', async () => {
    const people = Array.from({ length: 10 }, (_, at) => `application-${at + 1}`);
    const held = await Promise.allSettled(people.map((id) => booking.hold('citizen-1', asked(id))));
    expect(held.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('moves once, and its old time is free again', async () => {
    await submits();
    await expect(booking.move('citizen-2', { applicationId: 'application-1', slot: LATER })).rejects.toThrow(
      ApplicationUnknown,
    );
    await booking.move('citizen-1', { applicationId: 'application-1', slot: LATER });
    expect(await stateOf()).toMatchObject({
      status: 'confirmed',
      booking: { slot: LATER, timesMoved: 1 },
      // What the new slip prints.
      answers: { time: LATER },
    });
    expect(await offered()).toContain('2026-03-10');
    expect(await offered()).not.toContain('2026-03-11');
    await expect(booking.move('citizen-1', { applicationId: 'application-1', slot: SLOT })).rejects.toThrow(
      NoMoreMoves,
    );
  });

  it('keeps its time when the other one is gone', async () => {
    await submits();
    await submits('citizen-2', 'application-2', LATER);
    await expect(booking.move('citizen-1', { applicationId: 'application-1', slot: LATER })).rejects.toThrow(SlotTaken);
    expect(await stateOf()).toMatchObject({ booking: { slot: SLOT, timesMoved: 0 } });
    expect(await offered()).not.toContain('2026-03-10');
  });
});

describe('a booking with a fee', () => {
  const fee = [{ id: 'hall', rupees: dated('1000') }];
  beforeEach(() => begin(fee));

  const paid = async (): Promise<void> => {
    await world.store.demands.add(aDemand({ lines: [{ name: 'fee', amount: rupees(1000) }] }));
    await world.store.payments.add(aPayment({ amount: rupees(1000) }));
    const report = { paymentId: 'payment-1', gatewayReference: 'g', reportId: 'r', amount: rupees(1000), at: NOW };
    await world.store.payments.update('payment-1', (each) => void each.settle({ ...report, outcome: 'paid' }, NOW));
    await world.store.demands.update('demand-1', (each) => void each.pay('payment-1', NOW));
    await progress.recordFeePaid('application-1');
  };
  const refunding = () => {
    const { applications, demands, payments, jobs, transactions } = world.store;
    return new RefundFee(applications, demands, payments, jobs, transactions, world.clock).refund('application-1');
  };

  it('is held until the fee comes, and then confirmed for good', async () => {
    await submits();
    expect(await stateOf()).toMatchObject({ status: 'held' });
    await paid();
    world.clock.advance(60);
    expect(await stateOf()).toMatchObject({ status: 'confirmed', feePaid: true });
    expect(await offered()).not.toContain('2026-03-10');
  });

  it('is over when its place went before the fee came, and the fee goes back whole, once', async () => {
    await submits();
    world.clock.advance(16);
    await booking.hold('citizen-2', asked('application-2'));
    await paid();
    expect(await stateOf()).toMatchObject({ status: 'cancelled', refund: rupees(1000) });
    await refunding();
    await refunding();
    expect((await world.store.payments.find('payment-1'))?.snapshot()).toMatchObject({
      status: 'refund-due',
      refund: rupees(1000),
    });
  });

  it('gives back the share of the plan when it is cancelled', async () => {
    await submits();
    await paid();
    await applying.withdraw('citizen-1', 'application-1');
    await refunding();
    expect((await world.store.payments.find('payment-1'))?.snapshot()).toMatchObject({ refund: rupees(500) });
  });
});
