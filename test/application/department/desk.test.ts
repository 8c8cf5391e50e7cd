import { beforeEach, describe, expect, it } from 'vitest';
import { ShowDesk } from '#application/department/show-desk.ts';
import { FindDuplicates } from '#application/find-duplicates.ts';
import { DecideApplication } from '#application/service-application/decide-application.ts';
import { assessTax } from '#config/property-tax/index.ts';
import { ConsentWithdrawn, NotYourOffice } from '#domain/department/errors.ts';
import {
  AlreadyDecided,
  ApplicationUnknown,
  ChangedMeanwhile,
  NotAPhoto,
  OthersUnseen,
  PhotoMissing,
  ReasonMissing,
} from '#domain/service-application/errors.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import { aCitizen, aConsentOf, anOfficer, aPhone, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, aDocumentStore, aWorld, dueKinds, keyedHash, noWakeup, type World } from '#test/kit/fakes.ts';

const REGISTRAR = 'officer-1';
const ASSISTANT = 'officer-2';
const STRANGER = 'officer-3';
const INSPECTOR = 'officer-4';
const photo = { bytes: Uint8Array.of(1), mime: 'image/jpeg' };

let world: World;
let desk: ShowDesk;
let deciding: DecideApplication;

beforeEach(async () => {
  world = aWorld();
  const { store, clock } = world;
  const documents = aDocumentStore();
  await documents.put('paper-1', 'citizen-1', photo);
  await documents.put('paper-2', 'citizen-1', photo);
  await aCitizen(world);
  await aConsentOf(world);
  for (const [id, role, department] of [
    [REGISTRAR, 'registrar-bd', 'mcd'],
    [ASSISTANT, 'dealing-assistant', 'mcd'],
    [STRANGER, 'registrar-bd', 'revenue'],
    [INSPECTOR, 'sanitary-inspector', 'mcd'],
  ] as const)
    await store.officers.put(anOfficer({ id, signInName: id, role, department }), 'hash');
  await store.applications.add(aServiceApplication({ papers: [{ requirement: 'slip', paperId: 'paper-1' }] }));
  const { applications, papers, officers, consents, auditLog, jobs, transactions } = store;
  desk = new ShowDesk(
    applications,
    papers,
    documents,
    officers,
    consents,
    auditLog,
    catalogue,
    aCalendar,
    assessTax,
    new FindDuplicates(applications, keyedHash, clock),
    clock,
  );
  deciding = new DecideApplication(
    applications,
    papers,
    documents,
    officers,
    consents,
    auditLog,
    jobs,
    transactions,
    catalogue,
    aCalendar,
    new FindDuplicates(applications, keyedHash, clock),
    clock,
    noWakeup,
    world.ids,
  );
});

const audited = async () => (await world.store.auditLog.after(0, 50)).map(({ who, what }) => `${who} ${what}`);
const by = (officerId: string, seenVersion = 1) => ({ officerId, applicationId: 'application-1', seenVersion });

describe('ShowDesk', () => {
  it('writes down every look before it shows anything', async () => {
    await desk.view(REGISTRAR, 'application-1');
    await desk.paper(REGISTRAR, 'application-1', 'paper-1');
    expect(await audited()).toEqual([`officer:${REGISTRAR} view-application`, `officer:${REGISTRAR} view-paper`]);
  });

  it('shows nothing when the look cannot be written down', async () => {
    const { auditLog } = world.store;
    auditLog.append = () => Promise.reject(new Error('disk full'));
    await expect(desk.view(REGISTRAR, 'application-1')).rejects.toThrow('disk full');
  });

  it.each([STRANGER, INSPECTOR, 'nobody'])('shows nothing to %s, whose office it is not', async (officer) => {
    await expect(desk.view(officer, 'application-1')).rejects.toThrow(NotYourOffice);
    await expect(desk.paper(officer, 'application-1', 'paper-1')).rejects.toThrow(NotYourOffice);
    expect(await audited()).toEqual([]);
  });

  it('shows no paper that does not belong to the file', async () => {
    await expect(desk.paper(REGISTRAR, 'application-1', 'paper-2')).rejects.toThrow(ApplicationUnknown);
  });

  it('lists to each officer the files of his office only', async () => {
    await aConsentOf(world, 'citizen-1', 'sanitation-complaint');
    await world.store.applications.add(aServiceApplication({ id: 'application-2', kind: 'complaint' }));
    const ids = async (officer: string) => (await desk.list(officer, {})).rows.map(({ id }) => id);
    expect(await ids(REGISTRAR)).toEqual(['application-1']);
    expect(await ids(INSPECTOR)).toEqual(['application-2']);
    expect(await ids(STRANGER)).toEqual([]);
  });

  it('shows the files page by page and says how many there are, however many', async () => {
    for (let i = 2; i <= 230; i += 1)
      await world.store.applications.add(
        aServiceApplication({ id: `application-${i}`, dueOn: i <= 10 ? '2026-03-04' : '2026-03-12' }),
      );
    const first = await desk.list(REGISTRAR, {});
    expect(first).toMatchObject({ count: 230, overdue: 9, page: 1, pages: 5, before: 0 });
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => desk.list(REGISTRAR, { page })));
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 50, 50, 30]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(230);
    expect(first.rows.slice(0, 9).every(({ isOverdue }) => isOverdue)).toBe(true);
    expect(await desk.list(REGISTRAR, { page: 99 })).toMatchObject({ page: 5, before: 200 });
  });

  it('calls a file overdue from the day after its last, by the days of India', async () => {
    const isOverdue = async () => (await desk.list(REGISTRAR, {})).rows[0]?.isOverdue;
    // Due on 12 March, which ends in Delhi at 18:30 of UTC.
    world.clock.advance(7 * 24 * 60 + 13 * 60 + 59);
    expect(world.clock.now()).toBe('2026-03-12T18:29:00.000Z');
    expect(await isOverdue()).toBe(false);
    world.clock.advance(1);
    expect(await isOverdue()).toBe(true);
  });

  it('offers an officer what his role may do, and nothing on what is decided', async () => {
    expect((await desk.view(REGISTRAR, 'application-1')).may).toEqual(['query', 'approve', 'reject']);
    expect((await desk.view(ASSISTANT, 'application-1')).may).toEqual(['query']);
    await deciding.act('approve', by(REGISTRAR));
    expect((await desk.view(REGISTRAR, 'application-1')).may).toEqual([]);
  });
});

describe('DecideApplication', () => {
  it('decides nothing once the citizen has taken his consent back', async () => {
    const { consents, applications } = world.store;
    for (const consent of await consents.heldBy('citizen-1'))
      await consents.update(consent.snapshot().id, (each) => each.withdraw(world.clock.now()));
    await expect(deciding.act('approve', by(REGISTRAR))).rejects.toThrow(ConsentWithdrawn);
    expect((await applications.find('application-1'))?.snapshot().status).toBe('submitted');
  });

  it('decides once, writes it down, and lets the certificate follow', async () => {
    await deciding.act('approve', by(REGISTRAR));
    expect(await dueKinds(world)).toEqual(['issue-certificate']);
    expect(await audited()).toEqual([`officer:${REGISTRAR} approve`]);
  });

  it('leaves no trace of what it refuses', async () => {
    const refused: [Promise<void>, new (number: string) => Refusal][] = [
      [deciding.act('approve', by(ASSISTANT)), NotYourOffice],
      [deciding.act('approve', by(STRANGER)), NotYourOffice],
      [deciding.act('approve', by('nobody')), NotYourOffice],
      [deciding.act('approve', by(REGISTRAR, 7)), ChangedMeanwhile],
      [deciding.act('reject', { ...by(REGISTRAR), text: ' ' }), ReasonMissing],
      [deciding.act('resolve', { ...by(REGISTRAR), text: 'done' }), NotYourOffice],
      [deciding.act('approve', { ...by(REGISTRAR), applicationId: 'another' }), ApplicationUnknown],
    ];
    for (const [decision, refusal] of refused) await expect(decision).rejects.toThrow(refusal);
    expect(await dueKinds(world)).toEqual([]);
    expect(await audited()).toEqual([]);
    expect((await world.store.applications.find('application-1'))?.snapshot().version).toBe(1);
  });

  it('approves beside another about the same thing only when the officer has looked at it', async () => {
    const { applications } = world.store;
    await aCitizen(world, 'citizen-2', [aPhone(2)]);
    await aConsentOf(world, 'citizen-2');
    for (const [id, citizenId] of [
      ['application-2', 'citizen-1'],
      ['application-3', 'citizen-2'],
    ] as const)
      await applications.add(aServiceApplication({ id, citizenId, about: 'mark', acknowledgementNumber: `N-${id}` }));
    const seen = { officerId: REGISTRAR, applicationId: 'application-2', seenVersion: 1 };
    const { duplicates } = await desk.view(REGISTRAR, 'application-2');
    expect(duplicates).toEqual([{ acknowledgementNumber: 'N-application-3', status: 'submitted', isOfAnother: true }]);
    await expect(deciding.act('approve', seen)).rejects.toThrow(OthersUnseen);
    expect((await applications.find('application-2'))?.snapshot().status).toBe('submitted');
    await deciding.act('approve', { ...seen, knowingly: true });
    expect((await audited()).at(-1)).toBe(`officer:${REGISTRAR} approve beside others`);
    await deciding.act('reject', { ...seen, applicationId: 'application-3', text: 'Issued to the mother' });
  });

  it('calls a complaint done only with a photo where the work is to be seen, and keeps that with the file', async () => {
    const { applications } = world.store;
    await aConsentOf(world, 'citizen-1', 'sanitation-complaint');
    await applications.add(aServiceApplication({ id: 'complaint-1', kind: 'complaint' }));
    const done = { officerId: INSPECTOR, applicationId: 'complaint-1', seenVersion: 1, text: 'Swept' };
    expect(await desk.view(INSPECTOR, 'complaint-1')).toMatchObject({ needsPhoto: true, papers: [] });
    await expect(deciding.act('resolve', done)).rejects.toThrow(PhotoMissing);
    await expect(deciding.act('resolve', { ...done, photo: Buffer.from('%PDF-1.7') })).rejects.toThrow(NotAPhoto);
    const picture = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    await deciding.act('resolve', { ...done, photo: picture });
    const [paper] = (await desk.view(INSPECTOR, 'complaint-1')).papers;
    expect(paper).toMatchObject({ requirement: 'resolution', mime: 'image/jpeg' });
    expect((await desk.paper(INSPECTOR, 'complaint-1', paper?.id ?? '')).bytes).toEqual(picture);
  });

  it('resolves without one what nobody can take a photo of', async () => {
    await aConsentOf(world, 'citizen-1', 'sanitation-complaint');
    const answers = { complaint_type: 'burning' };
    await world.store.applications.add(aServiceApplication({ id: 'complaint-1', kind: 'complaint', answers }));
    await deciding.act('resolve', {
      officerId: INSPECTOR,
      applicationId: 'complaint-1',
      seenVersion: 1,
      text: 'Put out',
    });
  });

  it('lets the first of two officers decide who looked at the same file', async () => {
    const both = await Promise.allSettled([
      deciding.act('approve', by(REGISTRAR)),
      deciding.act('reject', { ...by(REGISTRAR), text: 'Born elsewhere' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(deciding.act('reject', { ...by(REGISTRAR, 2), text: 'Born elsewhere' })).rejects.toThrow(
      AlreadyDecided,
    );
    expect((await world.store.applications.find('application-1'))?.snapshot().status).toBe('approved');
  });
});
