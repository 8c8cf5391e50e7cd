import { expect, it } from 'vitest';
import { ForgetTalks } from '#application/handover/forget-talks.ts';
import { helpDesk } from '#config/help-desk.ts';
import { Paper } from '#domain/document/paper.ts';
import { Handover } from '#domain/handover/handover.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { aCitizen } from '#test/kit/builders.ts';
import { aDocumentStore, aWorld } from '#test/kit/fakes.ts';

const DAY = 24 * 60;

it('talks with a person are forgotten after their days, with the files that were sent in them, and no sooner', async () => {
  const world = aWorld();
  const { store, clock } = world;
  const documents = aDocumentStore();
  await aCitizen(world);
  const asked = { citizenId: 'citizen-1', department: 'mcd', language: 'hi', lines: [] } as const;
  const forgetting = new ForgetTalks(store.talks, store.handovers, store.papers, documents, helpDesk, clock);
  for (const id of ['old', 'new']) {
    const now = clock.now();
    const handover = Handover.ask({ ...asked, id }, now);
    handover.hear({ said: phrase('person.sent.image'), paper: `paper-${id}` }, now);
    await store.handovers.add(handover);
    await documents.put(`paper-${id}`, 'citizen-1', { bytes: Uint8Array.of(1), mime: 'image/jpeg' });
    const received = { citizenId: 'citizen-1', mime: 'image/jpeg', receivedAt: now };
    await store.papers.add(Paper.receive({ ...received, id: `paper-${id}`, documentId: `paper-${id}` }));
    clock.advance(DAY);
  }
  const kept = async (id: string) =>
    [
      await store.handovers.find(id),
      await store.papers.find(`paper-${id}`),
      documents.files.get(`citizen-1/paper-${id}`),
    ].map((each) => each !== undefined);
  clock.advance((helpDesk.keptDays.value - 2) * DAY);
  await forgetting.forget();
  expect(await kept('old')).toEqual([true, true, true]);
  clock.advance(60);
  await forgetting.forget();
  expect(await kept('old')).toEqual([false, false, false]);
  expect(await kept('new')).toEqual([true, true, true]);
});
