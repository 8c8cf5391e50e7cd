import { beforeEach, describe, expect, it } from 'vitest';
import { FindDuplicates } from '#application/find-duplicates.ts';
import { RecordProgress } from '#application/service-application/record-progress.ts';
import { SubmitApplication } from '#application/service-application/submit-application.ts';
import { ConsentMissing } from '#domain/consent/errors.ts';
import { ApplicationUnknown } from '#domain/service-application/errors.ts';
import { aCitizen, aConsentOf, aPhone, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, aWorld, dueKinds, keyedHash, NOW, type World } from '#test/kit/fakes.ts';

const calendar = { ...aCalendar, holidays: new Set(['2026-03-09']) };
let world: World;
let applying: SubmitApplication;
let progress: RecordProgress;

beforeEach(async () => {
  world = aWorld();
  const { applications, consents, numbers, places, jobs, transactions } = world.store;
  const { clock } = world;
  applying = new SubmitApplication(
    applications,
    consents,
    numbers,
    places,
    jobs,
    transactions,
    catalogue,
    calendar,
    new FindDuplicates(applications, keyedHash, clock),
    clock,
  );
  progress = new RecordProgress(applications, places, jobs, transactions, catalogue, calendar, clock);
  await aCitizen(world);
  await aCitizen(world, 'citizen-2', [aPhone(2)]);
  await aConsentOf(world);
  await aConsentOf(world, 'citizen-2');
});

const submission = (applicationId = 'application-1') => ({
  applicationId,
  serviceId: 'birth-certificate',
  definitionVersion: '2026-11-01',
  answers: { request_type: 'new', child_dob: '2026-03-01' },
  papers: [],
});
const state = async () => (await world.store.applications.find('application-1'))?.snapshot();

describe('SubmitApplication', () => {
  it('files once, however often the wish is granted, under one number without gaps', async () => {
    const first = await applying.submit('citizen-1', submission());
    const again = await applying.submit('citizen-1', submission());
    expect(again).toEqual(first);
    const next = await applying.submit('citizen-1', submission('application-2'));
    expect(first.application.acknowledgementNumber).toMatch(/^MCD-26-0000001-/);
    expect(next.application.acknowledgementNumber).toMatch(/^MCD-26-0000002-/);
    expect((await dueKinds(world)).filter((kind) => kind === 'record-entry')).toHaveLength(2);
  });

  it('shows nobody another citizen’s application, whatever id he names', async () => {
    await applying.submit('citizen-1', submission());
    await expect(applying.submit('citizen-2', submission())).rejects.toThrow(ApplicationUnknown);
    await expect(applying.withdraw('citizen-2', 'application-1')).rejects.toThrow(ApplicationUnknown);
    const answer = { applicationId: 'application-1', answer: 'mine', papers: [] };
    await expect(applying.answerQuery('citizen-2', answer)).rejects.toThrow(ApplicationUnknown);
    expect((await state())?.status).toBe('submitted');
  });

  it('files nothing without consent, and takes no number for it', async () => {
    const complaint = { ...submission(), serviceId: 'sanitation-complaint' };
    await expect(applying.submit('citizen-1', complaint)).rejects.toThrow(ConsentMissing);
    expect(await state()).toBeUndefined();
    expect(await dueKinds(world)).toEqual([]);
  });

  it('counts the promise from the day in India on which it was filed', async () => {
    world.clock.advance(14 * 60);
    expect(world.clock.now()).toBe('2026-03-05T18:30:00.000Z');
    const { application } = await applying.submit('citizen-1', submission());
    expect(application.dueOn).toBe('2026-03-13');
  });

  it('moves the promise by the working days that a question was with the citizen', async () => {
    const complaint = aServiceApplication({ kind: 'complaint', dueOn: '2026-03-06' });
    complaint.raiseQuery('officer-1', 'Which side of the road?', NOW);
    await world.store.applications.add(complaint);
    world.clock.advance(5 * 24 * 60);
    await applying.answerQuery('citizen-1', { applicationId: 'application-1', answer: 'Left', papers: ['paper-1'] });
    // Friday and, Monday being a holiday, Tuesday were his.
    expect((await state())?.dueOn).toBe('2026-03-11');
  });
});

describe('RecordProgress', () => {
  it('sends an application to its officer when the fee has come, once, promised from that day', async () => {
    await world.store.applications.add(aServiceApplication({ status: 'payment-pending', dueOn: '2026-03-12' }));
    world.clock.advance(10 * 24 * 60);
    await progress.recordFeePaid('application-1');
    await progress.recordFeePaid('application-1');
    expect(await state()).toMatchObject({ status: 'submitted', dueOn: '2026-03-22' });
    expect((await dueKinds(world)).filter((kind) => kind === 'tell-citizen')).toHaveLength(1);
  });

  it('records a certificate once', async () => {
    await world.store.applications.add(aServiceApplication({ status: 'approved' }));
    const about = { number: 'MCD-BIRTH-26-0000001-K7QXM', documentId: 'document-1' };
    const event = { type: 'CertificateIssued', citizenId: 'citizen-1', subjectId: 'application-1', at: NOW, about };
    await progress.recordIssued(event);
    await progress.recordIssued(event);
    expect(await state()).toMatchObject({ status: 'issued', certificate: about });
    expect((await state())?.history).toHaveLength(2);
  });
});
