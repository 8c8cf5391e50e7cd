import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ports } from '#config/ports.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer } from '../kit/an-officer.ts';

const PHONE = '+910000000081';
const BIRTH = 'birth-certificate';
const application = {
  applicationId: '01890000-0000-7000-8000-00000000ab02',
  serviceId: BIRTH,
  definitionVersion: '2026-11-01',
  answers: {
    request_type: 'new',
    child_dob: '2026-03-05',
    child_gender: 'female',
    birth_place_type: 'hospital',
    hospital_name: 'Asha Jyoti Maternity Hospital',
    birth_address: 'Karol Bagh, New Delhi 110005',
    mother_name: 'Sunita Devi',
    relation_to_applicant: 'mother',
    parents_address_at_birth: 'makan 14, gali 3, Karol Bagh, Delhi 110005',
    permanent_address: 'makan 14, gali 3, Karol Bagh, Delhi 110005',
  },
  papers: [],
} as const;

describe('an application that is not decided in time, refused, and granted on appeal', () => {
  let platform: TestPlatform;
  let chat: Chat;
  let number: string;
  const id = application.applicationId;

  beforeAll(async () => {
    platform = await aPlatform({ asDemo: true });
    chat = aChat(platform, { phone: PHONE });
    await chat.says('namaste, kya kya seva hai');
    await chat.hears(/./);
    const [citizen = ''] = await platform.store.citizens.behind([
      { channel: 'whatsapp', kind: 'phone', address: PHONE },
    ]);
    const { container } = platform.installation;
    const consent = { purpose: BIRTH, noticeVersion: 'notice-1', language: 'hi-Latn', channel: 'whatsapp' };
    await container.get(Ports.consenting).give({ citizenId: citizen, ...consent });
    // As after the form, which other journeys fill in.
    await container.get(Ports.applying).submit(citizen, application);
    platform.store.wakeup.wake('jobs');
  });
  afterAll(() => platform.stop());

  it('is escalated when its day has passed, and the compensation is shown to the citizen and at the desk', async () => {
    await chat.says('kahan tak pahuncha');
    expect(await chat.hears(/Dealing assistant/)).not.toContain('muaavze');
    await platform.passes(12 * 24 * 60);
    await chat.receivesText(/अपील अधिकारी को दी गई है/);
    await chat.says('kahan tak pahuncha');
    const said = await chat.hears(/Zonal officer/);
    expect(said).toContain('ab tak ₹50 muaavze ka haq');
    expect(said).not.toContain('Abhi ka charan');
    const zone = await anOfficer(platform.url, 'zone');
    const [row] = await zone.files();
    expect(row).toMatchObject({ id, isOverdue: true, compensation: '₹50' });
  });

  it('is refused with a reason, and goes from there to the authority by the citizen’s own words', async () => {
    const registrar = await anOfficer(platform.url, 'registrar');
    await registrar.decides(id, 'reject', 'Parchi ki photo saaf nahi');
    await chat.receivesText(/sweekar nahi hua. Kaaran: Parchi ki photo saaf nahi/);
    await chat.taps('Appeal karein');
    await chat.hears(/dobara kyon dekha jaye/);
    await chat.says('parchi asli hai, phir se dekhiye');
    await chat.hears(/Yeh appeal bhejein/);
    await chat.taps('Bhejein');
    await chat.hears(/Appeal adhikari ke paas hai/);
    await chat.says('kahan tak pahuncha');
    const said = await chat.hears(/aapki appeal/);
    expect(said).toContain('₹50');
    expect((await registrar.open(id)).may).not.toContain('allow');
  });

  it('is issued once the authority allows the appeal', async () => {
    const zone = await anOfficer(platform.url, 'zone');
    const file = await zone.open(id);
    expect(file.remarks.join(' ')).toContain('parchi asli hai');
    expect(file.may).toEqual(['allow', 'dismiss']);
    await zone.decides(id, 'allow');
    number = /MCD-BIRTH-[\w-]+/.exec((await chat.receives(/jaari ho gaya/)).text)?.[0] ?? '';
    expect(await (await fetch(`${platform.url}/v/${number}`)).text()).toContain('This certificate is genuine');
  });

  it('is told to be void to the citizen and to whoever checks it, when it is revoked', async () => {
    const registrar = await anOfficer(platform.url, 'registrar');
    await registrar.decides(id, 'revoke', 'Janm pehle se darj hai');
    await chat.receivesText(/nirast kiya; ab yeh valid nahi hai. Kaaran: Janm pehle se darj hai/);
    await expect
      .poll(async () => (await fetch(`${platform.url}/v/${number}`)).text())
      .toContain('This certificate has been revoked');
    await chat.says('kahan tak pahuncha');
    await chat.hears(/nirast kiya/);
    expect(chat.offered()).not.toContain('Kaagaz phir bhejein');
  });
});
