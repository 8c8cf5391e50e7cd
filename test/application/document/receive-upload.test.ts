import { beforeEach, describe, expect, it } from 'vitest';
import { ReceiveUpload } from '#application/document/receive-upload.ts';
import type { Uploading } from '#application/ports/in/uploading.ts';
import { nameOf } from '#domain/conversation/awaited-paper.ts';
import type { Asking } from '#domain/conversation/conversation.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { plusHours } from '#domain/shared/time.ts';
import { aCitizen } from '#test/kit/builders.ts';
import { aDocumentStore, aWorld, NOW, noWakeup, told, uploads, type World } from '#test/kit/fakes.ts';

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const asked = { applicationId: 'form-1', requirement: 'birth_slip', tries: 0 };
const paper: Asking = { what: 'paper', requirement: 'birth_slip', tries: 0 };

let world: World;
let documents: ReturnType<typeof aDocumentStore>;
let uploading: Uploading;

/** The talk stands where it asks for this. */
async function asks(asking: Asking): Promise<void> {
  const { store, clock } = world;
  const form = {
    ...{ applicationId: 'form-1', serviceId: 'birth-certificate', version: '1', answers: {}, papers: {} },
    ...{ papersSkipped: [], asking, step: 1, startedAt: NOW },
  };
  const event = { type: 'timer', token: 'none' } as const;
  await store.talks.put([
    { citizenId: 'citizen-1', source: 'system', sourceId: JSON.stringify(asking), event, at: clock.now() },
  ]);
  await store.talks.take(1, async ({ entries }) => ({
    conversation: { ...freshConversation('hi'), form },
    done: entries.map(({ seq }) => seq),
    ...{ setAside: [], messages: [], jobs: [], said: [] },
  }));
}

const token = (name = nameOf(asked)): string =>
  uploads.links.linkTo('citizen-1', name, plusHours(NOW, 72)).split('/').at(-1) ?? '';

beforeEach(async () => {
  world = aWorld();
  documents = aDocumentStore();
  await aCitizen(world);
  uploading = new ReceiveUpload(uploads, world.store.talks, documents, noWakeup, world.clock, world.ids);
  await asks(paper);
});

describe('ReceiveUpload', () => {
  it('tells what is wanted', async () => {
    expect(await uploading.look(token())).toEqual({
      paper: { serviceId: 'birth-certificate', requirement: 'birth_slip' },
      isBeingRead: false,
      language: 'hi',
      mostMegabytes: 1,
    });
  });

  it('puts the paper into the talk, sealed with the citizen’s key', async () => {
    await uploading.take(token(), jpeg);
    const [heard] = await told(world);
    expect(heard).toMatchObject({
      type: 'heard',
      content: { type: 'media', media: { isKept: true, kind: 'image', mime: 'image/jpeg' }, answers: asked },
    });
    expect([...documents.files.keys()]).toEqual([expect.stringMatching(/^citizen-1\//)]);
  });

  it.each<[string, Asking]>([
    ['another paper', { ...paper, requirement: 'aadhaar' }],
    ['the same once more', { ...paper, tries: 1 }],
    ['nothing more of the kind', { what: 'summary' }],
  ])('is over when the talk asks for %s', async (_what, asking) => {
    await asks(asking);
    await expect(uploading.look(token())).rejects.toThrow('upload.used');
    await expect(uploading.take(token(), jpeg)).rejects.toThrow('upload.used');
    expect(documents.files.size).toBe(0);
  });

  it('takes nothing while one is being read', async () => {
    await asks({ what: 'reading', requirement: 'birth_slip', paperId: 'paper-1', tries: 0 });
    expect((await uploading.look(token())).isBeingRead).toBe(true);
    await expect(uploading.take(token(), jpeg)).rejects.toThrow('upload.used');
  });

  it('ends after three days', async () => {
    world.clock.advance(72 * 60);
    await expect(uploading.take(token(), jpeg)).rejects.toThrow('upload.expired');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['tooLarge', new Uint8Array(1_000_001)],
    ['notAPaper', new TextEncoder().encode('<html>')],
  ])('says %s, and keeps nothing of it', async (why, bytes) => {
    await expect(uploading.take(token(), bytes)).rejects.toThrow(`upload.${why}`);
    expect(documents.files.size).toBe(0);
  });

  it('knows no link that is not ours', async () => {
    await expect(uploading.look('forged')).rejects.toThrow('upload.unknown');
  });
});
