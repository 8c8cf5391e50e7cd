import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenForm } from '#adapters/stand-ins/graph-api/index.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, credentialsFor, type TestPlatform } from '../kit/a-platform.ts';
import { aProcess } from '../kit/a-process.ts';
import { otherLetter } from '../kit/papers.ts';
import { imagePdf } from '../kit/pdfs.ts';
import { filesIn, tablesOf } from '../kit/what-is-kept.ts';

const RAVI = '+910000000701';
const AADHAAR = '234567890124';

describe('a service that is filled in half by a form on the phone, half by the talk', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forms = {
    WHATSAPP_FLOWS_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    WHATSAPP_BUSINESS_ACCOUNT_ID: '100000000000000',
  };
  let platform: TestPlatform;
  let chat: Chat;

  beforeAll(async () => {
    platform = await aPlatform({ environment: forms });
    chat = aChat(platform, { phone: RAVI, name: 'Ravi' });
  });
  afterAll(() => platform.stop());

  const runs = async (command: string): Promise<string> => {
    const environment = {
      DATA_DIR: platform.folder,
      DATABASE_URL: platform.database.url,
      PUBLIC_URL: platform.url,
      ...credentialsFor(platform.graph),
      ...forms,
    };
    const process = aProcess(environment, `commands/${command}.ts`);
    await process.ended;
    return process.said();
  };

  it('is there once an operator has handed the forms over, and the doctor says so', async () => {
    expect(await runs('forms')).toMatch(/: \d{2,} forms published, 0 were there, 0 older ones taken back, 0 refused/);
    expect(await runs('doctor')).toMatch(
      /ok {4}forms whatsapp-cloud +\d{3} forms, the key of each number fits, the endpoint answers/,
    );
    await platform.installation.channels.get('whatsapp')?.forms?.refresh();
  });

  it('is offered as a form with the first question', async () => {
    await chat.says('I need a duplicate driving licence');
    await chat.hears(/Shall we begin|Begin\?/i);
    await chat.says('yes');
    await chat.hears(/What happened to the licence/);
    await chat.receivesText('You can also fill in the rest in one form.');
    expect(chat.transcript()).toContain('(form Fill in a form)');
  });

  it('goes on in the talk where the form was left', async () => {
    const form = await platform.graph.openForm(RAVI);
    await form.send({
      reason: 'torn',
      dl_no: 'DL0420110149646',
      applicant_name: 'Ravi Kumar',
      date_of_birth: '1985-04-12',
    });
    expect(form.shown.screen).toBe('Q_B');
    await chat.says('torn');
    await chat.hears(/live now|address/i);
    await chat.says('House 7, Gali 3, Karol Bagh, New Delhi 110005');
    await chat.hears(/Aadhaar number/);
  });

  it('shows in the form only what is still open, and takes there what had better not stand in the chat', async () => {
    const form = await platform.graph.openForm(RAVI);
    expect(form.shown).toMatchObject({
      screen: 'Q_B',
      data: { show_present_address: false, show_aadhaar_ref: true },
    });
    await form.send({ aadhaar_ref: AADHAAR });
    const which = () => ({ requirement: form.shown.data?.requirement, passed: form.shown.data?.passed });
    expect(form.shown).toMatchObject({ screen: 'PAPER_A', data: { requirement: 'torn_licence', or_file: true } });
    await form.send(which());
    expect(form.shown).toMatchObject({ data: { requirement: 'identity', or_file: true } });
    await form.send({ as: 'file', ...which() });
    expect(form.shown).toMatchObject({ screen: 'FILE_B', data: { requirement: 'identity' } });
    const card = await imagePdf(await otherLetter());
    await form.send({ document: [form.picked(card, 'card.pdf')], ...which() });
    expect(form.shown.screen).toBe('DONE');
    await form.send({});
    await chat.hears(/The form has come/);
    expect(await chat.hears(/torn licence/)).toContain('The paper is in');
  });

  it('comes to the summary with the answers of both', async () => {
    await chat.sendsPhoto(await otherLetter(), 'image/png');
    for (const answer of [/Ravi Kumar/, /Karol Bagh/, /…0124/]) await chat.hears(answer);
    await chat.taps('form/submit');
    await chat.hears(/₹400/);
  });

  it('has told the number to nobody: it stands in no message, no log line, no table and no file', async () => {
    const { graph, database, folder } = platform;
    const tables = await tablesOf(database);
    const files = await filesIn(folder);
    const places = [
      { name: 'the chat', text: JSON.stringify(graph.transcript()) },
      { name: 'the log', text: platform.logged() },
      ...tables,
      ...files.map(({ path, text }) => ({ name: path, text })),
    ];
    // What is no secret is found, so what is not found is not there.
    expect(places.filter(({ text }) => text.includes('driving-licence-duplicate')).length).toBeGreaterThan(0);
    const written = new RegExp([...AADHAAR].join('[ -]?'));
    const sealed = Buffer.from(AADHAAR).toString('base64').slice(0, 14);
    expect(places.filter(({ text }) => written.test(text) || text.includes(sealed)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  describe('of a citizen who leaves it half filled', () => {
    const [BEFORE, AFTER] = ['+910000000702', '+910000000703'];
    let form: OpenForm;

    it('goes on in the form that is open while he gets a new number, and by that in the talk', async () => {
      const old = aChat(platform, { phone: BEFORE, name: 'Sita' });
      await old.says('I need a duplicate driving licence');
      await old.hears(/Shall we begin|Begin\?/i);
      await old.says('yes');
      await old.receivesText('You can also fill in the rest in one form.');
      form = await platform.graph.openForm(BEFORE);
      await platform.passes(1);
      const body = `User A changed from ${BEFORE} to ${AFTER}`;
      const system = { type: 'user_changed_number', wa_id: AFTER.slice(1), body };
      await old.sends({ type: 'raw', message: { type: 'system', system } });
      const half = await form.send({ reason: 'torn', dl_no: 'DL0420110149647' });
      expect(half).toMatchObject({ screen: 'Q_A', data: { error_message: expect.anything() } });
      const chat = aChat(platform, { phone: AFTER, name: 'Sita' });
      await chat.says('hello');
      expect(await chat.hears(/full name/)).not.toContain('What happened');
    });

    it('is told a day later that it is over, and gets another with what is still open', async () => {
      await platform.passes(25 * 60);
      expect(await form.send({ applicant_name: 'Sita Devi' })).toEqual({ status: 427 });
      const chat = aChat(platform, { phone: AFTER, name: 'Sita' });
      await chat.says('help');
      await chat.hears(/full name/);
      expect(chat.transcript()).toContain('(form Fill in a form)');
      form = await platform.graph.openForm(AFTER);
      expect(form.shown).toMatchObject({ screen: 'Q_A', data: { show_reason: false, show_applicant_name: true } });
    });

    it('is over once the talk has given the service up', async () => {
      const chat = aChat(platform, { phone: AFTER, name: 'Sita' });
      await chat.says('cancel');
      await chat.taps('form/drop');
      await chat.hears(/stopped/);
      expect(await form.send({ applicant_name: 'Sita Devi' })).toEqual({ status: 427 });
    });
  });
});
