import { beforeEach, describe, expect, it } from 'vitest';
import { AttendTalks } from '#application/handover/attend-talks.ts';
import { tellingThrough } from '#application/notification/tell.ts';
import { helpDesk } from '#config/help-desk.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { NotYourOffice } from '#domain/department/errors.ts';
import { Paper } from '#domain/document/paper.ts';
import { TalkEnded, TalkUnknown, TalkWithOther } from '#domain/handover/errors.ts';
import { phrase, verbatim } from '#domain/shared/phrase.ts';
import type { SaidLine } from '#domain/shared/said-line.ts';
import { aCitizen, aConsentOf, anOfficer } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, aDocumentStore, aWorld, noWakeup, told, type World } from '#test/kit/fakes.ts';

const REGISTRAR = 'officer-1';
const COLLEAGUE = 'officer-2';
const STRANGER = 'officer-3';
const OPERATOR = 'officer-4';

let world: World;
let documents: ReturnType<typeof aDocumentStore>;
let attending: AttendTalks;

beforeEach(async () => {
  world = aWorld();
  documents = aDocumentStore();
  const { store, clock, ids } = world;
  await aCitizen(world);
  for (const [id, role, department] of [
    [REGISTRAR, 'registrar-bd', 'mcd'],
    [COLLEAGUE, 'dealing-assistant', 'mcd'],
    [STRANGER, 'pio', 'public-grievance'],
    [OPERATOR, 'operator', 'mcd'],
  ] as const)
    await store.officers.put(anOfficer({ id, signInName: id, role, department }), 'hash');
  attending = new AttendTalks(
    store.handovers,
    store.talks,
    store.officers,
    store.consents,
    store.papers,
    documents,
    store.auditLog,
    tellingThrough(store.talks, clock, noWakeup),
    store.transactions,
    catalogue,
    aCalendar,
    helpDesk,
    clock,
    ids,
  );
});

const said: readonly SaidLine[] = [
  { by: 'citizen', said: verbatim('namaste') },
  { by: 'citizen', said: verbatim('beti Anaya'), purpose: 'birth-certificate' },
];
const ask = (serviceId?: string) =>
  attending.ask('citizen-1', { handoverId: 'talk-1', language: 'hi', said, ...(serviceId && { serviceId }) });
/** One go of the talk with the machine. */
const says = async (...lines: readonly SaidLine[]) => {
  const { store, clock, ids } = world;
  const event = { type: 'heard', content: { type: 'text', text: 'x' } } as const;
  await store.talks.put([{ citizenId: 'citizen-1', source: 'sms', sourceId: ids.next(), event, at: clock.now() }]);
  await store.talks.take(1, async ({ entries }) => ({
    conversation: freshConversation('hi'),
    done: entries.map(({ seq }) => seq),
    said: lines,
    ...{ setAside: [], messages: [], jobs: [] },
  }));
};
const texts = async () => {
  const { lines } = await attending.view(REGISTRAR, 'talk-1');
  return lines.map((line) => ('text' in line.said ? line.said.text : ''));
};
const seen = async (officer: string) => (await attending.talks(officer)).map(({ id }) => id);

describe('a talk that was handed to the desk', () => {
  it('lies before the department of its service, or the help desk when it has none; operators see none', async () => {
    await ask('birth-certificate');
    await attending.ask('citizen-1', { handoverId: 'talk-2', language: 'hi', said: [] });
    expect(await seen(REGISTRAR)).toEqual(['talk-1']);
    expect(await seen(STRANGER)).toEqual(['talk-2']);
    expect(await seen(OPERATOR)).toEqual([]);
  });

  it('tells when somebody comes while the office is closed', async () => {
    expect(await ask()).toEqual({});
    world.clock.advance(9 * 60);
    expect(await ask()).toEqual({ opensAt: '2026-03-06T04:00:00.000Z' });
  });

  it('is taken by one officer, which the citizen hears and the audit log keeps once', async () => {
    await ask('birth-certificate');
    await attending.take(REGISTRAR, 'talk-1');
    await attending.take(REGISTRAR, 'talk-1');
    await expect(attending.take(COLLEAGUE, 'talk-1')).rejects.toThrow(TalkWithOther);
    await expect(attending.view(COLLEAGUE, 'talk-1')).rejects.toThrow(TalkWithOther);
    await expect(attending.take(STRANGER, 'talk-1')).rejects.toThrow(NotYourOffice);
    await expect(attending.take(REGISTRAR, 'talk-9')).rejects.toThrow(TalkUnknown);
    expect(await told(world)).toEqual([{ type: 'officer-joined', handoverId: 'talk-1', role: 'registrar-bd' }]);
    const looks = (await world.store.auditLog.after(0, 9)).filter(({ what }) => what === 'view-talk');
    expect(looks.map(({ who, purpose }) => [who, purpose])).toEqual([['officer:officer-1', 'birth-certificate']]);
  });

  it('tells when it is read what is written after the officer has gone home, and not while he works late', async () => {
    const writes = () => attending.hear('citizen-1', 'talk-1', { said: verbatim('ek baat aur') });
    await ask('birth-certificate');
    expect(await writes()).toEqual({});
    await attending.take(REGISTRAR, 'talk-1');
    expect(await writes()).toEqual({});
    world.clock.advance(9 * 60);
    expect(await writes()).toEqual({ opensAt: '2026-03-06T04:00:00.000Z' });
    await attending.say(REGISTRAR, 'talk-1', 'Abhi dekhta hoon');
    expect(await writes()).toEqual({});
    world.clock.advance(24 * 60);
    expect(await writes()).toEqual({ opensAt: '2026-03-09T04:00:00.000Z' });
  });

  it('shows what was said for a service only while the citizen allows its use', async () => {
    await ask('birth-certificate');
    await attending.take(REGISTRAR, 'talk-1');
    expect(await texts()).toEqual(['namaste']);
    await aConsentOf(world);
    expect(await texts()).toEqual(['namaste', 'beti Anaya']);
  });

  it('goes both ways until the officer ends it', async () => {
    await ask('birth-certificate');
    await attending.take(REGISTRAR, 'talk-1');
    await attending.hear('citizen-1', 'talk-1', { said: verbatim('kaagaz kho gaya') });
    await attending.hear('citizen-2', 'talk-1', { said: verbatim('somebody else') });
    await attending.say(REGISTRAR, 'talk-1', 'Koi baat nahi');
    await attending.end(REGISTRAR, 'talk-1');
    expect(await texts()).toEqual(['namaste', 'kaagaz kho gaya', 'Koi baat nahi']);
    expect((await told(world)).map(({ type }) => type)).toEqual(['officer-joined', 'officer-said', 'officer-left']);
    await expect(attending.say(REGISTRAR, 'talk-1', 'noch')).rejects.toThrow(TalkEnded);
    expect(await seen(REGISTRAR)).toEqual([]);
  });

  it('shows what was said before as far as his role may see it, in parts, and writes each look down', async () => {
    const { store } = world;
    await aConsentOf(world);
    await aConsentOf(world, 'citizen-1', 'widow-pension');
    await ask('birth-certificate');
    await attending.ask('citizen-1', { handoverId: 'talk-2', language: 'hi', said: [] });
    await says({ by: 'citizen', said: verbatim('long ago') });
    for (let n = 1; n < 15; n += 1) await says({ by: 'us', said: verbatim(`line ${n}`) });
    await says(
      { by: 'citizen', said: verbatim('beti Anaya'), purpose: 'birth-certificate' },
      { by: 'citizen', said: verbatim('pati nahi rahe'), purpose: 'widow-pension' },
      { by: 'citizen', said: verbatim('to another office'), handover: 'talk-2' },
      { by: 'citizen', said: verbatim('in the talk itself'), handover: 'talk-1' },
    );
    const shown = async (before?: number) => {
      const { lines, ...rest } = await attending.history(REGISTRAR, 'talk-1', before);
      return { ...rest, texts: lines.map(({ said }) => ('text' in said ? said.text : '')) };
    };
    await expect(shown()).rejects.toThrow(TalkWithOther);
    await attending.take(REGISTRAR, 'talk-1');
    const newest = await shown();
    expect(newest.texts).toEqual([...Array.from({ length: 14 }, (_, n) => `line ${n + 1}`), 'beti Anaya']);
    expect(newest.hidden).toBe(2);
    expect(await shown(newest.before)).toEqual({ texts: ['long ago'], hidden: 0 });
    await expect(attending.history(COLLEAGUE, 'talk-1')).rejects.toThrow(TalkWithOther);
    await expect(attending.history(STRANGER, 'talk-1')).rejects.toThrow(NotYourOffice);
    await attending.end(REGISTRAR, 'talk-1');
    await expect(shown()).rejects.toThrow(TalkEnded);
    const looks = (await store.auditLog.after(0, 99)).filter(({ what }) => what === 'view-history');
    expect(looks.map(({ who, subjectId }) => [who, subjectId])).toEqual(
      [1, 2].map(() => ['officer:officer-1', 'talk-1']),
    );
  });

  it('shows what was said to an officer of his department before', async () => {
    await ask('birth-certificate');
    await attending.ask('citizen-1', {
      handoverId: 'talk-3',
      language: 'hi',
      said: [],
      serviceId: 'birth-certificate',
    });
    await says({ by: 'officer', said: verbatim('Kal aaiye'), handover: 'talk-3' });
    await attending.take(REGISTRAR, 'talk-1');
    expect((await attending.history(REGISTRAR, 'talk-1')).lines).toMatchObject([{ said: { text: 'Kal aaiye' } }]);
  });

  it('shows what file was sent, opens it once it is here to who took the talk, and writes each look down', async () => {
    const { store, clock } = world;
    await ask('birth-certificate');
    await attending.take(REGISTRAR, 'talk-1');
    await attending.hear('citizen-1', 'talk-1', { said: phrase('person.sent.image'), paper: 'paper-1' });
    const sent = async () => (await attending.view(REGISTRAR, 'talk-1')).lines.at(-1);
    expect(await sent()).toMatchObject({ by: 'citizen', said: { key: 'person.sent.image' } });
    expect(await sent()).not.toHaveProperty('mime');
    await expect(attending.paper(REGISTRAR, 'talk-1', 'paper-1')).rejects.toThrow(TalkUnknown);

    const file = { bytes: Uint8Array.of(1), mime: 'image/jpeg' };
    await documents.put('paper-1', 'citizen-1', file);
    await documents.put('paper-2', 'citizen-1', file);
    const received = { citizenId: 'citizen-1', mime: file.mime, receivedAt: clock.now() };
    await store.papers.add(Paper.receive({ ...received, id: 'paper-1', documentId: 'paper-1' }));
    expect(await sent()).toMatchObject({ mime: 'image/jpeg' });
    expect(await attending.paper(REGISTRAR, 'talk-1', 'paper-1')).toEqual(file);
    await expect(attending.paper(REGISTRAR, 'talk-1', 'paper-2')).rejects.toThrow(TalkUnknown);
    await expect(attending.paper(COLLEAGUE, 'talk-1', 'paper-1')).rejects.toThrow(TalkWithOther);
    await expect(attending.paper(STRANGER, 'talk-1', 'paper-1')).rejects.toThrow(NotYourOffice);
    const looks = (await store.auditLog.after(0, 9)).filter(({ what }) => what === 'view-paper');
    expect(looks.map(({ who, subjectId }) => [who, subjectId])).toContainEqual(['officer:officer-1', 'talk-1']);
  });

  it('ends when the citizen goes on without a person', async () => {
    await ask('birth-certificate');
    await attending.leave('citizen-1', 'talk-1');
    expect(await seen(REGISTRAR)).toEqual([]);
    await expect(attending.take(REGISTRAR, 'talk-1')).rejects.toThrow(TalkEnded);
  });
});
