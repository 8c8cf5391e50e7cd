import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { mediaSchema, openMedia } from '#adapters/channels/whatsapp-cloud/flow-crypto.ts';
import { mediaRefOf } from '#adapters/channels/whatsapp-cloud/flow-media.ts';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import type { Route } from '#adapters/shared/route.ts';
import { type GraphStandIn, type OpenForm, openGraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import type { Filling, FormInHand, GivenScreen } from '#application/ports/in/filling.ts';
import { languages } from '#config/languages.ts';
import { pictures } from '#config/papers/types.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { questionsOf } from '#domain/catalogue/expand-list.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { questionStates } from '#domain/catalogue/questions.ts';
import { FormOver } from '#domain/conversation/errors.ts';
import { readEntered } from '#domain/conversation/filling.ts';
import { aChannelWorld, aWebRequest } from '#test/contracts/channel-world.ts';
import { serveRoutes } from '#test/contracts/route-server.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';

const ASHA = '+910000000001';
const TODAY = '2026-03-05';
const service = catalogue.find('birth-certificate');
if (!service) throw new Error('no such service');
const pem = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const credentials = { appSecret: 's', accessToken: 't', phoneNumberId: '1', businessAccountId: '2' };

let graph: GraphStandIn;
let channel: OpenChannel;
const world = aChannelWorld();
let web: { url: string; close(): Promise<void> };
let answers: Record<string, string> = {};
let given: GivenScreen[] = [];
let isOver = false;

const isPicture = (type: string): boolean => pictures.has(type);

const inHand = (): FormInHand => {
  const states = questionStates(service, answers, TODAY);
  return {
    applicationId: 'a-1',
    service,
    language: 'en',
    answers,
    questions: questionsOf(service, answers).map((question) => ({
      question,
      state: states.get(question.id) ?? 'open',
    })),
    papers: neededPapers(service, answers, TODAY)
      .map(({ paper }) => paper)
      .slice(0, 1),
  };
};
const filling: Filling = {
  look: async () => {
    if (isOver) throw new FormOver();
    return inHand();
  },
  give: async (_ticket, screen) => {
    given.push(screen);
    const read = readEntered(service, answers, screen, { language: 'en', today: TODAY });
    Object.assign(answers, read.answers);
    return { form: inHand(), problems: read.problems };
  },
};

const firstKey = pem();
/** What runs at our address; the platform may be started anew with another key. */
const served: Route[] = [];
const runs = (platform: OpenChannel): void => void served.splice(0, served.length, ...platform.routes);
const opensWith = (flowsPrivateKey: string, publicUrl = web.url): OpenChannel =>
  whatsappCloud.open(
    { ...credentials, apiUrl: graph.url, verifyToken: 'v', flowsPrivateKey },
    {
      ...world,
      forms: {
        filling,
        catalogue: catalogueOf([service], ''),
        languages,
        translator,
        publicUrl,
        mostMegabytes: 10,
        isPicture,
      },
    },
  );

beforeAll(async () => {
  graph = await openGraphStandIn({ ...credentials, callbackUrl: () => `${web.url}/webhooks/whatsapp` });
  web = await serveRoutes(served);
  channel = opensWith(firstKey);
  runs(channel);
});
afterAll(async () => {
  await web.close();
  await graph.close();
});
beforeEach(() => {
  answers = {};
  given = [];
  isOver = false;
});

/** The question with its form is sent, and the form opened on the phone. */
async function opened(): Promise<OpenForm> {
  await channel.forms?.publish();
  const name = channel.forms?.nameOf('birth-certificate', 'en') ?? '';
  const to = { contactPoint: { channel: 'whatsapp', kind: 'phone', address: ASHA } as const, reference: 'm' };
  await channel.send(
    { text: 'When?', form: { name, label: 'Fill in a form', offer: 'All in one form.', ticket: 'ticket-1' } },
    to,
  );
  return graph.openForm(ASHA);
}

describe('the key of the forms', () => {
  afterEach(async () => {
    runs(channel);
    await channel.forms?.publish();
  });

  it('is found to fit each number, and tried out at our own address', async () => {
    await channel.forms?.publish();
    expect(await channel.forms?.check()).toMatchObject({ ok: true, note: expect.stringMatching(/endpoint answers$/) });
    expect(await opensWith(pem()).forms?.check()).toEqual({
      ok: false,
      problem: 'the number 1 has another key; npm run forms hands our public key over',
    });
  });

  it('is not tried out where nobody answers, and found wrong where the platform runs with another', async () => {
    await channel.forms?.publish();
    const elsewhere = opensWith(firstKey, 'http://127.0.0.1:9');
    expect(await elsewhere.forms?.check()).toMatchObject({
      ok: true,
      note: expect.stringContaining('was not reached'),
    });
    runs(opensWith(pem()));
    expect(await channel.forms?.check()).toMatchObject({ ok: false, problem: expect.stringContaining('answers 421') });
  });

  it('can be changed while a form is open: the phone fetches the new one and says it again', async () => {
    const form = await opened();
    const renewed = opensWith(pem());
    await renewed.forms?.publish();
    runs(renewed);
    expect(await form.send({ child_dob: '2026-03-01' })).toMatchObject({ status: 200 });
    expect(answers).toMatchObject({ child_dob: '2026-03-01' });
  });

  it('is understood for as long as it stands behind the new one, whoever has not heard of that', async () => {
    const form = await opened();
    const newKey = pem();
    runs(opensWith(newKey));
    expect(await form.send({ child_dob: '2026-03-01' })).toMatchObject({ status: 421 });
    runs(opensWith(`${newKey}${firstKey}`));
    expect(await form.send({ child_dob: '2026-03-01' })).toMatchObject({ status: 200 });
  });
});

describe('handing forms over', () => {
  it('publishes what is missing, and nothing twice', async () => {
    await channel.forms?.publish();
    expect(await channel.forms?.publish()).toEqual({ fresh: 0, asBefore: 5, retired: 0, refused: [] });
    expect(channel.forms?.nameOf('birth-certificate', 'pa')).toMatch(/^birth-certificate_pa_/);
    expect(channel.forms?.nameOf('birth-certificate', 'ta')).toBeUndefined();
    expect(channel.forms?.nameOf('no-such-service', 'en')).toBeUndefined();
    expect(await channel.forms?.check()).toEqual({
      ok: true,
      note: '5 forms, the key of each number fits, the endpoint answers',
    });
  });

  it('takes back what a form said before, and nothing of others', async () => {
    await channel.forms?.publish();
    const name = channel.forms?.nameOf('birth-certificate', 'en') ?? '';
    const older = name.replace(/_[0-9a-f]{8}$/, '_00000000');
    const flow_json = JSON.stringify((await opened()).json);
    for (const each of [older, 'somebody-elses_en_00000000']) {
      const body = { name: each, categories: ['OTHER'], endpoint_uri: web.url, flow_json, publish: true };
      await fetch(`${graph.url}/v25.0/2/flows`, {
        method: 'POST',
        headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    }
    expect(await channel.forms?.publish()).toEqual({ fresh: 0, asBefore: 5, retired: 1, refused: [] });
    expect(await channel.forms?.check()).toEqual({
      ok: true,
      note: '6 forms, the key of each number fits, the endpoint answers',
    });
  });

  it('is off without a key, and does not start with one that cannot be read', () => {
    const plain = { ...credentials, apiUrl: 'http://127.0.0.1', verifyToken: 'v' };
    expect(whatsappCloud.open(plain, world).forms).toBeUndefined();
    const broken = { ...plain, flowsPrivateKey: 'no key' };
    expect(() => whatsappCloud.open(broken, world)).toThrow('WHATSAPP_FLOWS_PRIVATE_KEY is no RSA private key');
  });

  it('opens a key that is locked with its passphrase', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' });
    const settings = { ...credentials, apiUrl: 'http://127.0.0.1', verifyToken: 'v', flowsPrivateKey: String(locked) };
    expect(whatsappCloud.open({ ...settings, flowsPassphrase: 'open' }, world).forms).toBeDefined();
    expect(() => whatsappCloud.open({ ...settings, flowsPassphrase: 'shut' }, world)).toThrow(
      'WHATSAPP_FLOWS_PASSPHRASE',
    );
  });
});

/** Whatever is asked is answered, until the first paper is. */
async function upToPapers(form: OpenForm): Promise<void> {
  while (form.shown.screen?.startsWith('Q_')) {
    const { status } = await form.send({
      ...{ child_dob: '2026-03-01', child_gender: 'female', child_name: 'Asha', birth_place_type: 'home' },
      ...{ birth_address: 'Karol Bagh 110005', mother_name: 'Kavita', relation_to_applicant: 'mother' },
      parents_address_at_birth: 'House 4, Karol Bagh',
      same_permanent_address: true,
    });
    expect(status).toBe(200);
  }
}

describe('a form on the phone', () => {
  it('begins with what is open, and comes back as a message of the citizen', async () => {
    answers = { child_gender: 'female' };
    const form = await opened();
    expect(form.shown).toMatchObject({ screen: 'Q_B', data: { show_child_dob: true, show_child_gender: false } });
    await form.send({ child_dob: '2026-03-01', child_name: 'Asha', birth_place_type: 'home' });
    expect(answers).toMatchObject({ child_dob: '2026-03-01', child_name: 'Asha', birth_place_type: 'home' });
    await upToPapers(form);
    expect(answers.permanent_address).toBe('House 4, Karol Bagh');
    expect(form.shown).toMatchObject({ screen: 'PAPER_A', data: { requirement: 'parent_id' } });
    const bytes = Buffer.from('a photo');
    await form.send({ photo: [form.picked(bytes, 'photo.jpg')], requirement: 'parent_id', passed: '' });
    const media = given.at(-1)?.papers[0]?.media;
    if (!media) throw new Error('no photo came');
    expect(await channel.fetchMedia?.(media, 1000)).toEqual(bytes);
    expect(form.shown.screen).toBe('DONE');
    await form.send({});
    expect(world.heard.at(-1)?.content).toEqual({ type: 'choice', id: 'form/filled/a-1' });
  });

  it('takes a paper as a file by a screen of its own, and then goes on to the next', async () => {
    const form = await opened();
    await upToPapers(form);
    given = [];
    expect(form.shown).toMatchObject({ screen: 'PAPER_A', data: { requirement: 'parent_id', or_file: true } });
    await form.send({ as: 'file', requirement: 'parent_id', passed: '' });
    expect(form.shown).toMatchObject({ screen: 'FILE_A', data: { requirement: 'parent_id' } });
    expect(given).toEqual([]);
    const bytes = Buffer.from('%PDF-1.7 of an identity card');
    await form.send({ document: [form.picked(bytes, 'card.pdf')], requirement: 'parent_id', passed: '' });
    const [paper] = given.at(-1)?.papers ?? [];
    expect(paper).toMatchObject({ requirement: 'parent_id', media: { kind: 'document', fileName: 'card.pdf' } });
    expect(paper && (await channel.fetchMedia?.(paper.media, bytes.length))).toEqual(bytes);
    expect(form.shown.screen).toBe('DONE');
  });

  it('takes no file that is larger than any paper may be', async () => {
    const form = await opened();
    const picked = mediaSchema.parse(form.picked(Buffer.alloc(101), 'deed.pdf'));
    const media = { ref: mediaRefOf(picked), kind: 'document', mime: 'application/pdf' } as const;
    await expect(channel.fetchMedia?.(media, 100)).rejects.toMatchObject({ code: 'too-large', retry: false });
    expect((await channel.fetchMedia?.(media, 101))?.length).toBe(101);
  });

  it('shows the same screen again with what is wrong, and keeps what is right', async () => {
    const form = await opened();
    await form.send({ child_dob: '2027-03-01', child_gender: 'male' });
    expect(form.shown.screen).toBe('Q_B');
    expect(form.shown.data?.error_message).toMatch(/^Date of birth: /);
    expect(answers).toMatchObject({ child_gender: 'male' });
  });

  it('shows on the way back what was answered', async () => {
    const form = await opened();
    await form.send({ child_dob: '2026-03-01', child_gender: 'male', child_name: 'Asha', birth_place_type: 'home' });
    expect((await form.back('Q_B')).data).toMatchObject({ show_child_name: true, init_child_name: 'Asha' });
  });

  it('is over when the talk has left it', async () => {
    const form = await opened();
    isOver = true;
    expect(await form.send({ child_dob: '2026-03-01' })).toEqual({ status: 427 });
  });
});

describe('the endpoint of forms', () => {
  const route = () => channel.routes.find(({ path }) => path === '/flows/whatsapp');
  const call = async (body: object | string, secret = 's') => {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const digest = createHmac('sha256', secret).update(bytes).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${digest}`, 'content-type': 'application/json' };
    return route()?.handle(aWebRequest({ path: '/flows/whatsapp', body: bytes, headers }));
  };
  const said = async (what: object) => {
    const publicKey = graph.publicKey('1') ?? '';
    const [key, iv] = [randomBytes(16), randomBytes(16)];
    const cipher = createCipheriv('aes-128-gcm', key, iv);
    const data = Buffer.concat([cipher.update(JSON.stringify(what)), cipher.final(), cipher.getAuthTag()]);
    const padding = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    const body = {
      encrypted_flow_data: data.toString('base64'),
      encrypted_aes_key: publicEncrypt(padding, key).toString('base64'),
      initial_vector: iv.toString('base64'),
    };
    const open = (text: string) => {
      const bytes = Buffer.from(text, 'base64');
      const decipher = createDecipheriv('aes-128-gcm', key, Buffer.from(iv.map((byte) => ~byte & 0xff)));
      decipher.setAuthTag(bytes.subarray(-16));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString());
    };
    return { body, open };
  };

  it.each([
    ['a ping', { version: '3.0', action: 'ping' }, { data: { status: 'active' } }],
    [
      'what the phone reports',
      {
        version: '3.0',
        action: 'data_exchange',
        flow_token: 't',
        screen: 'Q_A',
        data: { error: 'timeout', error_message: 'x' },
      },
      { data: { acknowledged: true } },
    ],
  ])('answers %s', async (_name, what, expected) => {
    const { body, open } = await said(what);
    const answer = await call(body);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain' } });
    expect(open(String(answer?.body))).toEqual(expected);
  });

  it('turns away what is not signed, and what another key has sealed', async () => {
    const { body } = await said({ action: 'ping' });
    expect(await call(body, 'other')).toMatchObject({ status: 432 });
    const spoilt = Buffer.from(body.encrypted_aes_key, 'base64');
    spoilt[0] = (spoilt[0] ?? 0) ^ 1;
    expect(await call({ ...body, encrypted_aes_key: spoilt.toString('base64') })).toMatchObject({ status: 421 });
    expect(await call({ ...body, initial_vector: randomBytes(16).toString('base64') })).toMatchObject({ status: 421 });
    expect(await call('garbage')).toMatchObject({ status: 421 });
  });

  it('says in the citizen’s words when a form is over', async () => {
    isOver = true;
    const { body } = await said({ action: 'INIT', flow_token: 'old' });
    const answer = await call(body);
    expect(answer).toMatchObject({ status: 427, body: { error_msg: expect.stringContaining('फ़ॉर्म') } });
  });
});

describe('a photo from a form', () => {
  it('is refused when a single byte of it is another', async () => {
    const form = await opened();
    const photo = mediaSchema.parse(form.picked(Buffer.from('a photo of a paper'), 'photo.jpg'));
    const file = Buffer.from(graph.media(photo.media_id)?.bytes ?? []);
    expect(openMedia(file, photo)?.toString()).toBe('a photo of a paper');
    for (let at = 0; at < file.length; at += 1) {
      const spoilt = Buffer.from(file);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      expect(openMedia(spoilt, photo)).toBeUndefined();
    }
  });

  it('is fetched from nowhere but the provider', async () => {
    const form = await opened();
    const photo = { ...mediaSchema.parse(form.picked(Buffer.from('x'), 'x.jpg')), cdn_url: 'https://example.org/x' };
    const media = { ref: mediaRefOf(photo), kind: 'image', mime: 'image/jpeg' } as const;
    await expect(channel.fetchMedia?.(media, 1000)).rejects.toThrow('no-address');
  });
});
