import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { openGraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import { pageTextsIn } from '#adapters/web/page-texts.ts';
import { liveBubbles } from '#adapters/web/simulator/live.ts';
import type { Bubble } from '#adapters/web/simulator/page/api.ts';
import { bubbleOf } from '#adapters/web/simulator/whatsapp-bubble.ts';
import { whatsAppPhone } from '#adapters/web/simulator/whatsapp-phone.ts';
import { aChannelWorld } from '#test/contracts/channel-world.ts';
import { serveRoutes } from '#test/contracts/route-server.ts';
import { type ASimulator, anOrder, aSimulator, sampleSlip } from './a-simulator.ts';
import { onePixel } from './a-web.ts';

const ASHA = '+910000000001';
const HIDDEN = 'IN.SIM123456789012';

let simulator: ASimulator;
beforeEach(async () => {
  simulator = await aSimulator();
});
afterEach(() => simulator.close());

const get = (path: string) => fetch(`${simulator.url}${path}`);
const post = (act: object, user = ASHA, type = 'application/json') =>
  fetch(`${simulator.url}/simulator/api/whatsapp/acts`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify({ holder: { user, name: 'Asha' }, act }),
  });
const postFile = (type: string, file = 'a.pdf', body: Buffer<ArrayBuffer> = Buffer.from('%PDF')) =>
  fetch(`${simulator.url}/simulator/api/whatsapp/files?${new URLSearchParams({ user: ASHA, file })}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
const drafts = () => simulator.standIn.sent.map(({ draft }) => draft);

describe('the page of the simulator', () => {
  it('brings the samples and the accounts in the reader’s language', async () => {
    const page = await (await get('/simulator?lang=hi')).text();
    expect(page).toContain('<title>आज़माने का फ़ोन</title>');
    expect(page).toContain('"samples":[{"id":"birth-slip","label":"अस्पताल की जन्म पर्ची"}]');
    expect(page).toContain('"accounts":["112000700000041","145002300000918"]');
  });

  it('does not exist in production, nor anything of it', async () => {
    const production = await aSimulator({ mode: 'production' });
    const statuses = ['/simulator', `/simulator/live/whatsapp?users=${encodeURIComponent(ASHA)}`].map(
      async (path) => (await fetch(`${production.url}${path}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 404]);
    await production.close();
  });
});

describe('the texts of the simulator', () => {
  const texts = pageTextsIn(fileURLToPath(new URL('../../../config/locales', import.meta.url)));

  it('say the same things in both languages, with the same gaps', () => {
    const gapsIn = (language: 'en' | 'hi') =>
      Object.fromEntries(
        Object.entries(texts('simulator', language)).map(([key, text]) => [key, text.match(/\{\{\w+\}\}/g)]),
      );
    expect(gapsIn('hi')).toEqual(gapsIn('en'));
  });
});

describe('the page of the simulator in the browser', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const texts = pageTextsIn(`${root}config/locales`)('simulator', 'en');

  it('asks only for texts that exist', () => {
    const files = globSync('adapters/web/simulator/page/*.{ts,tsx}', { cwd: root });
    const asked = files.flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(/'(simulator\.[\w.]+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((key) => key !== 'simulator.users' && !(key in texts))).toEqual([]);
  });
});

describe('what is done on the phone', () => {
  it('goes to the stand-in as the person who holds it', async () => {
    expect((await post({ type: 'text', text: 'namaste' })).status).toBe(204);
    expect(simulator.standIn.sent).toEqual([
      {
        person: { phone: ASHA, userId: expect.stringMatching(/^IN\.[0-9A-F]{16}$/), name: 'Asha' },
        draft: { type: 'text', text: 'namaste' },
      },
    ]);
  });

  it('comes from a user id alone where the person hides the number', async () => {
    await post({ type: 'text', text: 'namaste' }, HIDDEN);
    expect(simulator.standIn.sent[0]?.person).toEqual({ userId: HIDDEN, name: 'Asha' });
  });

  it('may be a place, or one of the samples', async () => {
    await post({ type: 'location', latitude: 28.65, longitude: 77.19, name: 'Karol Bagh' });
    await post({ type: 'sample', id: sampleSlip.id });
    expect(drafts()).toEqual([
      { type: 'location', latitude: 28.65, longitude: 77.19, name: 'Karol Bagh' },
      { type: 'image', bytes: onePixel, mime: 'image/png', fileName: 'birth-slip.png' },
    ]);
  });

  it('may be a choice only after it was offered', async () => {
    expect((await post({ type: 'choice', id: 'answer/yes' })).status).toBe(422);
    simulator.standIn.says(ASHA, {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Right?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'answer/yes', title: 'Yes' } }] },
      },
    });
    expect((await post({ type: 'choice', id: 'answer/yes' })).status).toBe(204);
    expect(drafts()).toEqual([{ type: 'choice', id: 'answer/yes' }]);
  });

  it.each([
    ['a number that may be somebody’s', { type: 'text', text: 'hi' }, '+919876543210'],
    ['nobody', { type: 'text', text: 'hi' }, ''],
    ['an empty text', { type: 'text', text: '  ' }, ASHA],
    ['a place that is nowhere', { type: 'location', latitude: 128, longitude: 77 }, ASHA],
    ['a sample that does not exist', { type: 'sample', id: 'other' }, ASHA],
    ['something unknown', { type: 'dance' }, ASHA],
  ])('is refused for %s', async (_name, act, user) => {
    expect((await post(act, user)).status).toBe(422);
    expect(drafts()).toEqual([]);
  });

  it('is refused in a form that a page of another site could send', async () => {
    expect((await post({ type: 'text', text: 'hi' }, ASHA, 'text/plain')).status).toBe(422);
    for (const type of ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'])
      expect((await postFile(type)).status, type).toBe(422);
    expect(drafts()).toEqual([]);
  });

  it('is refused for a call from a phone that can only write', async () => {
    expect((await post({ type: 'call' }, ASHA)).status).toBe(422);
    expect(drafts()).toEqual([]);
  });

  it('may be a mishap of the next message, of those that such a phone knows', async () => {
    for (const how of ['busy', 'unreachable', 'slow']) expect((await post({ type: 'fail', how })).status).toBe(204);
    expect(simulator.standIn.failing).toEqual(['server-error', 'undeliverable', { delayMs: 8000 }]);
    expect((await post({ type: 'fail', how: 'explode' })).status).toBe(422);
    expect(drafts()).toEqual([]);
  });

  it('is refused for a phone that there is not', async () => {
    const response = await fetch(`${simulator.url}/simulator/api/sms/acts`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
  });
});

describe('a file of the talk', () => {
  it.each([
    ['image/jpeg', 'image'],
    ['application/pdf', 'document'],
    ['audio/ogg', 'audio'],
  ])('of type %s is sent as %s, with its name', async (mime, type) => {
    expect((await postFile(mime, 'मेरी फ़ाइल')).status).toBe(204);
    expect(drafts()).toEqual([{ type, mime, fileName: 'मेरी फ़ाइल', bytes: Buffer.from('%PDF') }]);
  });

  it('comes back as it was sent, under its own name', async () => {
    await postFile('application/pdf', "it's.pdf");
    const response = await get('/simulator/media/whatsapp/media-1');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''it%27s.pdf");
    expect(await response.text()).toBe('%PDF');
  });

  it('never runs in the browser', async () => {
    await postFile('image/svg+xml', 'a.svg');
    const response = await get('/simulator/media/whatsapp/media-1');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toContain('attachment');
  });

  it('is not there when nobody sent it', async () => {
    expect((await get('/simulator/media/whatsapp/1')).status).toBe(404);
  });
});

type Told = [event: string, data: unknown];

/** Reads server-sent events until so many have come. */
async function* eventsOf(response: Response): AsyncGenerator<Told> {
  if (!response.body) throw new Error('there is no stream');
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event, data] = /event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (event && data) yield [event, JSON.parse(data)];
    }
  }
}

const follow = async (...users: string[]) => {
  const response = await get(`/simulator/live/whatsapp?users=${encodeURIComponent(users.join(','))}`);
  const events = eventsOf(response);
  const next = async (): Promise<Told> => {
    const { value, done } = await events.next();
    if (done) throw new Error('the stream has ended');
    return value;
  };
  return { response, next, events };
};

describe('an order of the talk', () => {
  const pay = (reference: string, user = ASHA) => post({ type: 'pay', reference, outcome: 'success' }, user);
  const order = { reference: 'order1', item: 'Fee', amount: '₹50.00' };

  it('is shown with what is paid and how it stands, and can be paid while it is open', async () => {
    simulator.standIn.says(ASHA, anOrder);
    expect(await (await follow(ASHA)).next()).toMatchObject(['all', [{ order: { ...order, state: 'open' } }]]);
    expect((await pay('order1')).status).toBe(204);
    expect(simulator.standIn.paid).toEqual([['order1', 'success']]);
  });

  it('is shown anew as it is brought up to date, and then paid no more', async () => {
    simulator.standIn.says(ASHA, anOrder);
    const { next } = await follow(ASHA);
    await next();
    simulator.standIn.orderStates.set('order1', 'completed');
    simulator.standIn.says(ASHA, {
      type: 'interactive',
      interactive: { type: 'order_status', action: { parameters: { reference_id: 'order1' } } },
    });
    await next();
    expect(await next()).toMatchObject(['one', { order: { ...order, state: 'completed' } }]);
    expect((await pay('order1')).status).toBe(422);
  });

  it('is nobody else’s to pay', async () => {
    simulator.standIn.says(ASHA, anOrder);
    for (const answer of [await pay('order1', '+910000000002'), await pay('order2')]) expect(answer.status).toBe(422);
    expect(simulator.standIn.paid).toEqual([]);
  });
});

describe('the live talk', () => {
  it('begins with what was said before, and goes on with what is said', async () => {
    simulator.standIn.saysText(ASHA, 'before');
    simulator.standIn.saysText('+910000000002', 'to somebody else');
    const { response, next } = await follow(ASHA);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(await next()).toMatchObject(['all', [{ user: ASHA, isMine: false, text: 'before' }]]);
    simulator.standIn.saysText('+910000000002', 'to somebody else again');
    simulator.standIn.saysText(ASHA, 'after');
    expect(await next()).toMatchObject(['one', { user: ASHA, text: 'after' }]);
  });

  it('tells how far an own message came: sent, delivered, read', async () => {
    const { next } = await follow(ASHA);
    await next();
    await post({ type: 'text', text: 'hello' });
    simulator.standIn.reads(ASHA);
    const told = [await next(), await next(), await next()];
    expect(told).toMatchObject(['sent', 'delivered', 'read'].map((ticks) => ['one', { text: 'hello', ticks }]));
  });

  it('leaves a message at one tick when the platform did not take it', async () => {
    simulator.standIn.status = 503;
    await post({ type: 'text', text: 'hello' });
    expect(await (await follow(ASHA)).next()).toMatchObject(['all', [{ ticks: 'sent' }]]);
  });

  it('ends when the server closes', async () => {
    const { next, events } = await follow(ASHA);
    await next();
    const end = events.next().catch(() => ({ done: true }));
    await simulator.close();
    expect(await end).toMatchObject({ done: true });
    simulator = await aSimulator();
  });

  it('is not listened for any more when the reader has gone', async () => {
    const heard = new Set<(bubble: Bubble) => void>();
    const subscribe = (listener: (bubble: Bubble) => void) => {
      heard.add(listener);
      return () => void heard.delete(listener);
    };
    const stream = liveBubbles({ kind: 'whatsapp', act: async () => undefined, bubbles: () => [], subscribe }, [ASHA]);
    expect(heard.size).toBe(1);
    stream.destroy();
    await once(stream, 'close');
    expect(heard.size).toBe(0);
  });

  it('is of people who do not exist only', async () => {
    for (const users of ['', '+919876543210', `${ASHA},x`])
      expect((await get(`/simulator/live/whatsapp?users=${encodeURIComponent(users)}`)).status, users).toBe(422);
  });

  it('answers a look at its headers without a stream', async () => {
    const response = await fetch(`${simulator.url}/simulator/live/whatsapp?users=${encodeURIComponent(ASHA)}`, {
      method: 'HEAD',
    });
    expect(response.status).toBe(200);
  });
});

describe('a bubble of WhatsApp', () => {
  const shown = (message: { readonly type: string } & Record<string, unknown>): Bubble | undefined => {
    simulator.standIn.says(ASHA, message);
    return whatsAppPhone(simulator.standIn).bubbles(ASHA).at(-1);
  };

  it('shows a list in its sections', () => {
    const rows = [{ id: 'a', title: 'A', description: 'first' }];
    const action = { button: 'Choose', sections: [{ title: 'Letters', rows }] };
    const interactive = { type: 'list', body: { text: 'Which?' }, footer: { text: 'MCD' }, action };
    expect(shown({ type: 'interactive', interactive })).toMatchObject({
      text: 'Which?',
      footer: 'MCD',
      list: { title: 'Choose', sections: [{ title: 'Letters', rows }] },
    });
  });

  it('shows a link, but none that would run something', () => {
    const link = (url: string) => ({
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'Pay' },
        action: { name: 'cta_url', parameters: { display_text: 'Pay ₹50', url } },
      },
    });
    expect(shown(link('https://example.org/pay/1'))?.link).toEqual({
      title: 'Pay ₹50',
      url: 'https://example.org/pay/1',
    });
    expect(shown(link('javascript:alert(1)'))).not.toHaveProperty('link');
  });

  it('asks for a place', () => {
    const interactive = {
      type: 'location_request_message',
      body: { text: 'Where?' },
      action: { name: 'send_location' },
    };
    expect(shown({ type: 'interactive', interactive })).toMatchObject({ text: 'Where?', asksLocation: true });
  });

  it('shows a document with its name, size and caption', () => {
    const bytes = new Uint8Array(2000);
    simulator.standIn.files.set('7', { bytes, mime: 'application/pdf', fileName: 'up.pdf' });
    expect(shown({ type: 'document', document: { id: '7', filename: 'c.pdf', caption: 'Here' } })).toMatchObject({
      text: 'Here',
      file: {
        kind: 'document',
        url: '/simulator/media/whatsapp/7',
        name: 'c.pdf',
        bytes: 2000,
        mime: 'application/pdf',
      },
    });
  });

  it('shows the approved text of a template with its buttons, and the tap on one', () => {
    const approved = {
      text: 'Your complaint MCD-1 is closed.',
      buttons: [{ id: 'complaint/1/reopen', title: 'Reopen' }],
    };
    const entry = {
      id: '1',
      user: '+910000000001',
      at: 0,
      direction: 'from-us',
      message: { type: 'template' },
    } as const;
    expect(bubbleOf({ ...entry, shown: approved }, simulator.standIn, true)).toMatchObject(approved);
    expect(shown({ type: 'button', button: { payload: 'x', text: 'Reopen' } })).toMatchObject({ text: 'Reopen' });
  });

  it.each([
    { type: 'hologram', hologram: {} },
    { type: 'text', text: 'no body' },
    { type: 'location', location: { latitude: 'north' } },
  ])('says so when it cannot show %j', (message) => {
    expect(shown(message)).toMatchObject({ unknown: message.type });
  });
});

describe('the phone with the stand-in for the Graph API', () => {
  it('reaches the platform by a signed webhook, and shows what the platform sends', async () => {
    const secrets = { appSecret: 'app-secret', accessToken: 'token', phoneNumberId: '106540352242922' };
    const world = aChannelWorld();
    let callbackUrl = '';
    const standIn = await openGraphStandIn({ ...secrets, callbackUrl: () => callbackUrl });
    const channel = whatsappCloud.open({ ...secrets, apiUrl: standIn.url, verifyToken: 'verify' }, world);
    const platform = await serveRoutes(channel.routes);
    callbackUrl = `${platform.url}/webhooks/whatsapp`;
    const phone = whatsAppPhone(standIn);

    await phone.act({ user: ASHA, name: 'Asha' }, { type: 'text', text: 'namaste' });
    expect(world.heard).toMatchObject([{ profileName: 'Asha', content: { type: 'text', text: 'namaste' } }]);
    const contactPoint = { channel: 'whatsapp', kind: 'phone', address: ASHA } as const;
    await channel.send(
      { text: 'Kya chahiye?', choices: [{ id: 'answer/yes', label: 'Haan' }] },
      { contactPoint, reference: 'reference-1' },
    );
    expect(phone.bubbles(ASHA)).toMatchObject([
      { isMine: true, text: 'namaste', ticks: 'delivered' },
      { isMine: false, text: 'Kya chahiye?', buttons: [{ id: 'answer/yes', title: 'Haan' }] },
    ]);
    await phone.act({ user: ASHA }, { type: 'choice', id: 'answer/yes' });
    expect(world.heard.at(-1)?.content).toEqual({ type: 'choice', id: 'answer/yes' });
    await standIn.close();
    await platform.close();
  });
});
