import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { FindDuplicates } from '#application/find-duplicates.ts';
import { FollowCase } from '#application/service-application/follow-case.ts';
import { KeepTime } from '#application/service-application/keep-time.ts';
import { SubmitApplication } from '#application/service-application/submit-application.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { DuplicateBlocked, DuplicateFound, DuplicateOfAnother } from '#domain/service-application/errors.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import { aCitizen, aConsentOf, aPhone } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, aDocumentStore, aWorld, dueJobs, dueKinds, type World } from '#test/kit/fakes.ts';

const births = {
  ...(catalogue.find('birth-certificate') as ServiceDefinition),
  subject: ['child_dob'],
  rules: [{ id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'block' as const }],
};
const complaints = catalogue.find('sanitation-complaint') as ServiceDefinition;

const keyed = (text: string): string => createHmac('sha256', 'secret').update(text).digest('hex');

let world: World;
let applying: SubmitApplication;

beforeEach(async () => {
  world = aWorld();
  const { applications, consents, numbers, places, jobs, transactions } = world.store;
  const services = catalogueOf([births, complaints], 'notice-1');
  applying = new SubmitApplication(
    applications,
    consents,
    numbers,
    places,
    jobs,
    transactions,
    services,
    aCalendar,
    new FindDuplicates(applications, keyed, world.clock),
    world.clock,
  );
  for (const [id, phone] of [
    ['citizen-1', 1],
    ['citizen-2', 2],
  ] as const) {
    await aCitizen(world, id, [aPhone(phone)]);
    for (const { id: purpose } of [births, complaints]) await aConsentOf(world, id, purpose);
  }
});

const submits = (serviceId: string, applicationId: string, answers: Record<string, string>, more = {}) =>
  applying.submit(applicationId.startsWith('b') ? 'citizen-2' : 'citizen-1', {
    applicationId,
    serviceId,
    definitionVersion: '1',
    answers,
    papers: [],
    ...more,
  });
const stateOf = async (id: string) => (await world.store.applications.find(id))?.snapshot();
const change = (id: string, act: (application: ServiceApplication) => void) => world.store.applications.update(id, act);

describe('a second application about the same thing', () => {
  const answers = { child_dob: '2026-03-01' };

  it('is filed by whoever was told of the first and means it', async () => {
    await submits(births.id, 'a-1', answers);
    await expect(submits(births.id, 'a-2', answers)).rejects.toThrow(DuplicateFound);
    await submits(births.id, 'a-2', answers, { knowingly: 'copy' });
    expect(await stateOf('a-2')).toMatchObject({ secondBecause: 'copy' });
  });

  it('is not filed where the service allows none, and the same one again is no second', async () => {
    await submits(births.id, 'a-1', answers);
    await change('a-1', (each) => each.approve('officer-1', world.clock.now()));
    await change('a-1', (each) => each.recordIssued({ number: 'N', documentId: 'd' }, world.clock.now()));
    await expect(submits(births.id, 'a-2', answers, { knowingly: 'copy' })).rejects.toThrow(DuplicateBlocked);
    await submits(births.id, 'a-3', { child_dob: '2026-02-01' });
    await submits(births.id, 'a-3', { child_dob: '2026-02-01' });
  });

  it('is noticed where another citizen filed the first, of whom nothing is told', async () => {
    await submits(births.id, 'a-1', answers);
    const refused = await submits(births.id, 'b-1', answers).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DuplicateOfAnother);
    expect((refused as DuplicateOfAnother).details).toEqual({});
    await submits(births.id, 'b-1', answers, { knowingly: 'another' });
    expect(await stateOf('b-1')).toMatchObject({ secondBecause: 'another' });
  });

  it('is known by a keyed hash, in which nothing that was told can be read', async () => {
    await submits(births.id, 'a-1', answers);
    const { about } = (await stateOf('a-1')) ?? {};
    expect(about).toMatch(/^[\da-f]{64}$/);
    expect((await world.store.applications.about(about ?? '')).map((each) => each.snapshot().id)).toEqual(['a-1']);
  });
});

describe('complaints about one thing', () => {
  const drain = { complaint_type: 'drain', location: 'Karol Bagh · 28.65000,77.20000' };

  it('are one case, and what happens to it happens to all who complained', async () => {
    await submits(complaints.id, 'a-1', drain);
    await submits(complaints.id, 'b-1', drain);
    expect(await stateOf('a-1')).toMatchObject({ joined: ['b-1'] });
    expect(await stateOf('b-1')).toMatchObject({ joins: 'a-1' });
    const file = { bytes: Uint8Array.of(1), mime: 'image/jpeg' };
    const documents = aDocumentStore();
    await documents.put('photo-1', 'citizen-1', file);
    await change('a-1', (each) => each.resolve('officer-1', 'Cleaned', world.clock.now(), 'photo-1'));
    const { applications, papers, jobs, transactions } = world.store;
    const follow = new FollowCase(applications, papers, documents, jobs, transactions, world.clock, world.ids);
    const event = { type: 'ComplaintResolved', citizenId: 'citizen-1', subjectId: 'a-1', at: world.clock.now() };
    await follow.follow(event);
    await follow.follow(event);
    const followed = await stateOf('b-1');
    expect(followed).toMatchObject({ status: 'resolved', resolution: { note: 'Cleaned' } });
    // The photo of the work, under the second complainant's own key.
    expect(await documents.get(followed?.resolution?.photo ?? '', 'citizen-2')).toEqual(file);
  });
});

describe('KeepTime', () => {
  const keep = () => {
    const { applications, jobs, transactions } = world.store;
    const services = catalogueOf([births, complaints], 'notice-1');
    return new KeepTime(applications, jobs, transactions, services, aCalendar, world.clock).keep('a-1');
  };

  it('arranges one look at a time, and escalates and tells when its time has come', async () => {
    await submits(births.id, 'a-1', { child_dob: '2026-03-01' });
    await Promise.all([keep(), keep()]);
    await keep();
    const looks = (await dueJobs(world)).filter(({ kind }) => kind === 'keep-time');
    expect(looks).toHaveLength(1);
    world.clock.advance(30 * 24 * 60);
    await keep();
    expect(await stateOf('a-1')).toMatchObject({ escalatedTo: 'zone-officer', status: 'submitted' });
    expect((await stateOf('a-1'))?.history.map(({ what }) => what)).toEqual([
      'submitted',
      'reminded',
      'reminded',
      'escalated',
      'overdue',
    ]);
    expect(await dueKinds(world)).toContain('tell-citizen');
  });
});
