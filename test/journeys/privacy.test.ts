import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBreak } from '#domain/audit/audit-entry.ts';
import { paysAt } from '../kit/a-browser-payment.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { fillsBirthForm } from '../kit/a-filing.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer, type TestOfficer } from '../kit/an-officer.ts';
import { filesIn, tablesOf } from '../kit/what-is-kept.ts';

const PROPERTY = '112000700000041';
const PERSONAL = [
  '910000000601',
  '0000000601',
  'Pooja Profile',
  'Rohit Kumar Sharma',
  'Sunita Devi',
  'makan 14',
  'gali 3',
  'Karol Bagh',
  'Asha Rani',
  '4321',
  'Ward 84',
  'kagaz banwana',
  PROPERTY,
  'Devika',
  'Green Park',
  '%PDF-',
  'JFIF',
] as const;

describe('what is kept of a citizen', () => {
  let platform: TestPlatform;
  let chat: Chat;
  let officer: TestOfficer;
  let applicationId: string;

  beforeAll(async () => {
    platform = await aPlatform();
    chat = aChat(platform, { phone: '+910000000601', userId: 'IN.600601', name: 'Pooja Profile' });
    await fillsBirthForm(chat);
    await chat.taps('form/submit');
    await chat.hears(/Jama ho gaya/);
    officer = await anOfficer(platform.url, 'registrar');
    applicationId = (await officer.files())[0]?.id ?? '';
    await officer.decides(applicationId, 'query', 'Kis ward mein janm hua?');
    await chat.receivesText(/Kis ward mein/);
    await chat.says('Ward 84, Karol Bagh');
    await chat.hears(/Ward 84/);
    await chat.taps('query/send');
    await chat.hears(/daftar ko mil gaya/);
    await officer.decides(applicationId, 'approve');
    await chat.receives(/jaari ho gaya/);
    await paysPropertyTax();
  });
  afterAll(() => platform.stop());

  const paysPropertyTax = async (): Promise<void> => {
    await chat.says('house tax bharna hai');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/UPIC/);
    await chat.says(PROPERTY);
    await chat.hears(/Kul/);
    await chat.taps('bill/pay/full');
    await chat.hears(/Payment ke baad raseed/);
    await paysAt(chat.lastLink() ?? '', 'success');
    await chat.receives(/raseed, no/i);
  };
  /** Four digits stand by chance in seals and hashes. */
  const standsAlone = (word: string, text: string): boolean => new RegExp(`(?<![\\w+/])${word}(?![\\w+/])`).test(text);
  /** Ids are made of digits too, and mean nobody. */
  const foundIn = (text: string): readonly string[] => {
    const withoutIds = text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
    return PERSONAL.filter((each) => (each.length > 4 ? withoutIds.includes(each) : standsAlone(each, withoutIds)));
  };
  const citizenOf = async (): Promise<string> => {
    const found = await platform.store.citizens.behind([
      { channel: 'whatsapp', kind: 'phone', address: '+910000000601' },
    ]);
    return found[0] ?? '';
  };

  it('stands in no log line', () => {
    expect(platform.logged()).toContain('http.answered');
    expect(foundIn(platform.logged())).toEqual([]);
  });

  it('stands in no metric', async () => {
    const metrics = await (await fetch(`${platform.url}/metrics`)).text();
    expect(metrics).toContain('ek_sandesh_');
    expect(foundIn(metrics)).toEqual([]);
  });

  it('stands in clear in no column of any table', async () => {
    const tables = await tablesOf(platform.database);
    // What is no secret is found, so what is not found is not there.
    expect(tables.find(({ name }) => name === 'officer')?.text).toContain('Meera Iyer');
    expect(tables.flatMap(({ name, text }) => foundIn(text).map((each) => `${name}: ${each}`))).toEqual([]);
  });

  it('stands in clear in no file', async () => {
    const files = await filesIn(platform.folder);
    expect(files.length).toBeGreaterThan(3);
    expect(files.flatMap(({ path, text }) => foundIn(text).map((each) => `${path}: ${each}`))).toEqual([]);
  });

  it('is seen by officers only under an entry, in a chain that shows whoever tampers with it', async () => {
    const entries = await platform.store.auditLog.after(0, 1000);
    expect(entries.filter(({ what }) => what === 'view-application').length).toBeGreaterThan(0);
    expect(findBreak(entries, undefined, sha256)).toBeUndefined();
    const victim = entries.find(({ what }) => what === 'view-application');
    await platform.database.query('update audit_entry set who = $1 where position = $2', [
      'officer:somebody-else',
      victim?.position,
    ]);
    const tampered = await platform.store.auditLog.after(0, 1000);
    expect(findBreak(tampered, undefined, sha256)?.position).toBe(victim?.position);
    await platform.database.query('update audit_entry set who = $1 where position = $2', [
      victim?.who,
      victim?.position,
    ]);
  });

  it('can be read by nobody once the citizen is erased', async () => {
    const citizenId = await citizenOf();
    const application = await platform.store.applications.find(applicationId);
    const documents = application?.snapshot().papers.map(({ paperId }) => paperId) ?? [];
    expect(documents.length).toBeGreaterThan(0);
    await platform.store.citizens.erase(citizenId);

    expect(await citizenOf()).toBe('');
    expect(await platform.store.citizens.find(citizenId)).toBeUndefined();
    expect(await platform.store.applications.find(applicationId)).toBeUndefined();
    expect(await Promise.all(documents.map((id) => platform.store.papers.find(id)))).toEqual(
      documents.map(() => undefined),
    );
    await expect(officer.open(applicationId)).rejects.toThrow('answered 404');
    await expect(officer.paper(applicationId, documents[0] ?? '')).rejects.toThrow('answered 404');
    expect(await officer.files('done')).toEqual([]);
  });

  it('leaves somebody behind whom the platform meets for the first time', async () => {
    await chat.says('kahan tak pahuncha');
    await chat.hears(/koi aavedan nahi|कोई आवेदन नहीं/);
    expect(platform.logged()).not.toContain('talk.failed');
  });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
