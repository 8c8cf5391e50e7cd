import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileRow, ShownFile } from '#adapters/web/desk/page/api.ts';
import { openPdf } from '../adapters/documents/pdf.ts';
import { aChat, type Chat, type ReceivedDocument } from '../kit/a-chat.ts';
import { fillsBirthForm } from '../kit/a-filing.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer, type TestOfficer } from '../kit/an-officer.ts';

describe('a birth certificate, from the first words to the document in the chat', () => {
  let platform: TestPlatform;
  let chat: Chat;
  let officer: TestOfficer;
  let row: FileRow;
  let certificate: ReceivedDocument;

  beforeAll(async () => {
    platform = await aPlatform();
    chat = aChat(platform, { phone: '+910000000001', name: 'Sunita' });
  });
  afterAll(() => platform.stop());

  it('is filed in Hinglish with a photo and a correction, free within 21 days', async () => {
    await fillsBirthForm(chat);
    await chat.says('fees kitni lagegi');
    await chat.hears(/fees nahi/);
    await chat.taps('form/submit');
    const said = await chat.hears(/Jama ho gaya/);
    expect(said).toMatch(/MCD-26-\d{7}-\d/);
    expect(said).toContain('23 March 2026 (somvar)');
  });

  it('tells where it stands, with whom, and by when', async () => {
    await chat.says('kahan tak pahuncha');
    const said = await chat.hears(/MCD-26-\d{7}-\d/);
    expect(said).toContain('Dealing assistant');
    expect(said).toContain('23 March 2026 (somvar) tak');
    expect(said).toContain('Aapse kuch nahi chahiye');
  });

  it('lies on the desk with every answer and paper', async () => {
    officer = await anOfficer(platform.url, 'registrar');
    const rows = await officer.files();
    expect(rows).toHaveLength(1);
    row = rows[0] as FileRow;
    const file = await officer.open(row.id);
    expect(answerOf(file, 'father_name')).toBe('Rohit Kumar Sharma');
    expect(answerOf(file, 'mother_name')).toBe('Sunita Devi');
    expect(new Set(file.papers.map(({ id }) => id)).size).toBe(file.papers.length);
    const changed = file.papers.flatMap(({ facts }) => facts).filter(({ differs }) => differs);
    expect(changed.map(({ value, confirmed }) => [value, confirmed])).toEqual([['Rakesh Kumar', 'Rohit Kumar Sharma']]);
    const [slip] = file.papers;
    const bytes = await officer.paper(row.id, slip?.id ?? '');
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
  });

  it('waits for the citizen while the officer asks, and shows the reply at the desk', async () => {
    await officer.decides(row.id, 'query', 'Kis ward mein janm hua?');
    expect(await chat.receivesText(/Kis ward mein janm hua\?/)).toContain('MCD-26-');
    await chat.says('kahan tak pahuncha');
    await chat.hears(/aapke jawab ka intezaar/);
    await chat.says('Ward 84, Karol Bagh');
    await chat.hears(/Ward 84, Karol Bagh/);
    await chat.taps('query/send');
    await chat.hears(/daftar ko mil gaya/);
    const { history } = await officer.open(row.id);
    expect(history.map(({ note }) => note)).toContain('Ward 84, Karol Bagh');
  });

  it('lets nobody decide on a file that has changed since he opened it', async () => {
    expect(await officer.decidesOn(1, row.id, 'approve')).toBe(409);
  });

  it('comes into the chat as a document for the archive, once it is approved', async () => {
    await officer.decides(row.id, 'approve');
    certificate = await chat.receives(/jaari ho gaya/);
    const raw = Buffer.from(certificate.bytes).toString('latin1');
    expect(raw.slice(0, 5)).toBe('%PDF-');
    expect(raw).toMatch(/pdfaid:part/);
    const { text } = await openPdf(certificate.bytes);
    for (const words of ['Rohit Kumar Sharma', 'Sunita Devi', 'Asha Jyoti Maternity Hospital'])
      expect(text).toContain(words);
    await chat.says('kahan tak pahuncha');
    await chat.hears(/jaari hua/);
  });

  it('is found genuine by anybody who asks, as a page and as JSON, and nothing else is', async () => {
    const number = /MCD-BIRTH-[\w-]+/.exec(certificate.text)?.[0] ?? '';
    const page = await ask(platform, number, 'text/html');
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain(number);
    expect(html).not.toContain('Rohit Kumar Sharma');
    const json = await ask(platform, number, 'application/json');
    expect(await json.json()).toMatchObject({ number });
    const unknown = await ask(platform, 'MCD-BIRTH-26-0000099-AAAAA', 'text/html');
    expect(await unknown.text()).toContain('MCD-BIRTH-26-0000099-AAAAA');
    expect(unknown.status).toBe(404);
  });

  it('is corrected by the officer: the new one comes, and whoever checks the old one learns that it was replaced', async () => {
    const old = /MCD-BIRTH-[\w-]+/.exec(certificate.text)?.[0] ?? '';
    await officer.decides(row.id, 'correct', 'Mata ka naam', { corrections: { mother_name: 'Suneeta Devi' } });
    await chat.receivesText(/kaagaz theek kiya hai.*Mata ka naam/);
    const corrected = await chat.receives(/jaari ho gaya/, 2);
    expect((await openPdf(corrected.bytes)).text).toContain('Suneeta Devi');
    const number = /MCD-BIRTH-[\w-]+/.exec(corrected.text)?.[0] ?? '';
    expect(number).not.toBe(old);
    expect(await (await ask(platform, old, 'application/json')).json()).toMatchObject({ status: 'replaced' });
    expect(await (await ask(platform, number, 'application/json')).json()).toMatchObject({ status: 'genuine' });
    expect((await officer.open(row.id)).status).toBe('issued');
  });

  it('leaves an entry for each look into the file', async () => {
    const looks = (await platform.store.auditLog.after(0, 100)).filter(({ what }) => /^view-/.test(what));
    expect(looks.map(({ who }) => who)).toContain('officer:demo-registrar');
    expect(looks.map(({ what }) => what)).toContain('view-paper');
    expect(looks.every(({ purpose, subjectId }) => purpose === 'birth-certificate' && subjectId === row.id)).toBe(true);
  });
});

const answerOf = (file: ShownFile, id: string): string | undefined =>
  file.answers.find((answer) => answer.id === id)?.value;

const ask = ({ url }: TestPlatform, number: string, accept: string): Promise<Response> =>
  fetch(`${url}/v/${number}`, { headers: { accept } });
