import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeepConsent } from '#application/consent/keep-consent.ts';
import { ShowDesk } from '#application/department/show-desk.ts';
import { FindDuplicates } from '#application/find-duplicates.ts';
import { SubmitApplication } from '#application/service-application/submit-application.ts';
import { ConsentMissing } from '#domain/consent/errors.ts';
import { ConsentWithdrawn } from '#domain/department/errors.ts';
import { aCitizen, anOfficer, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, aDocumentStore, aWorld, dueKinds, keyedHash, type World } from '#test/kit/fakes.ts';

const keeping = ({ store, clock, ids }: World) =>
  new KeepConsent(store.consents, store.talks, store.jobs, store.transactions, clock, ids);
const desk = ({ store, clock }: World) =>
  new ShowDesk(
    store.applications,
    store.papers,
    aDocumentStore(),
    store.officers,
    store.consents,
    store.auditLog,
    catalogue,
    aCalendar,
    () => undefined,
    new FindDuplicates(store.applications, keyedHash, clock),
    clock,
  );
const applying = ({ store, clock }: World) =>
  new SubmitApplication(
    store.applications,
    store.consents,
    store.numbers,
    store.places,
    store.jobs,
    store.transactions,
    catalogue,
    aCalendar,
    new FindDuplicates(store.applications, keyedHash, clock),
    clock,
  );

const consent = (noticeVersion = 'notice-1') => ({
  citizenId: 'citizen-1',
  purpose: 'birth-certificate',
  noticeVersion,
  language: 'hi',
  channel: 'whatsapp',
});

const submission = (applicationId: string) => ({
  applicationId,
  serviceId: 'birth-certificate',
  definitionVersion: '2026-11-01',
  answers: { request_type: 'new', child_dob: '2026-03-01' },
  papers: [],
});

async function prepared(): Promise<World> {
  const world = aWorld();
  await aCitizen(world);
  await world.store.officers.put(anOfficer(), 'hash');
  await world.store.applications.add(aServiceApplication());
  return world;
}

describe('KeepConsent', () => {
  it('keeps the same consent once, and one more for another notice', async () => {
    const world = await prepared();
    await keeping(world).give(consent());
    await keeping(world).give(consent());
    expect(await world.store.consents.heldBy('citizen-1')).toHaveLength(1);
    await keeping(world).give(consent('notice-2'));
    expect(await world.store.consents.heldBy('citizen-1')).toHaveLength(2);
    expect(await dueKinds(world)).toEqual(['record-entry', 'record-entry']);
  });

  it('lets nothing be read or filed for a purpose after its consent was withdrawn, whatever was given before', async () => {
    const steps = fc.array(fc.constantFrom('give', 'give-newer', 'withdraw'), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const world = await prepared();
        for (const step of taken) {
          world.clock.advance(1);
          if (step === 'withdraw') await keeping(world).withdrawAll('citizen-1');
          else await keeping(world).give(consent(step === 'give' ? 'notice-1' : 'notice-2'));
        }
        await keeping(world).withdrawAll('citizen-1');
        await expect(desk(world).view('officer-1', 'application-1')).rejects.toThrow(ConsentWithdrawn);
        await expect(desk(world).paper('officer-1', 'application-1', 'paper-1')).rejects.toThrow(ConsentWithdrawn);
        await expect(applying(world).submit('citizen-1', submission('application-2'))).rejects.toThrow(ConsentMissing);
        await keeping(world).give(consent());
        expect((await desk(world).view('officer-1', 'application-1')).id).toBe('application-1');
      }),
      { numRuns: 30 },
    );
  });
});
