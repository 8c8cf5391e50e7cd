import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { contentOf } from '#adapters/channels/kiosk/content.ts';
import { kiosk } from '#adapters/channels/kiosk/index.ts';
import type { Standing } from '#adapters/channels/kiosk/page/api.ts';
import type { FromServer, Said, Shown as ScreenMessage } from '#adapters/channels/kiosk/page/frames.ts';
import { readFrame } from '#adapters/channels/kiosk/read-frame.ts';
import type { WebResponse } from '#adapters/shared/route.ts';
import { takeUpgrades } from '#adapters/web/upgrades.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { aChannelWorld, aWebRequest, type HearingWorld } from '#test/contracts/channel-world.ts';
import { describeChoosing } from '#test/contracts/describe-choosing.ts';
import { describeSending, type SendingCase } from '#test/contracts/describe-sending.ts';
import { type AnAssisting, anAssisting, SESSION } from './an-assisting.ts';
import { aDevice, someKiosks } from './some-kiosks.ts';

const to = {
  contactPoint: { channel: 'kiosk', kind: 'user-id', address: SESSION },
  reference: 'reference-1',
} as const;
const officer = {
  token: 't',
  csrfToken: 'c',
  officer: { id: 'kamla', name: 'Kamla', role: 'operator', department: 'mcd', isAdministrator: false },
};

describe('the kiosk', () => {
  let assisting: AnAssisting;
  let kiosks: ReturnType<typeof someKiosks>;
  let device: ReturnType<typeof aDevice>;
  let world: HearingWorld;
  let channel: OpenChannel;
  let url: string;
  const ends: (() => Promise<void>)[] = [];

  /** One process that listens. */
  const listening = async (opened: OpenChannel): Promise<string> => {
    const server = createServer();
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const endSockets = takeUpgrades(server, { upgrades: opened.upgrades ?? [], publicUrl: `http://${address}` });
    ends.push(async () => {
      await opened.close?.();
      endSockets();
      await new Promise((closed) => server.close(closed));
    });
    return address;
  };
  const another = () => kiosk.open({}, world);

  beforeEach(async () => {
    assisting = anAssisting();
    const chatLink = async (text: string) => `https://wa.me/911100000000?text=${text}`;
    kiosks = someKiosks(assisting);
    world = Object.assign(aChannelWorld(), { assisting, chatLink, kiosks });
    channel = another();
    url = await listening(channel);
    device = aDevice();
    const { code } = await kiosks.expectDevice('admin', { id: 'K-04', place: 'Karol Bagh' });
    await kiosks.enrol('kamla', { code, publicKey: device.publicKey });
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  const call = async (path: string, body: object | Buffer = {}, more: object = {}): Promise<WebResponse> => {
    const pattern = path.replace(SESSION, ':id');
    const route = channel.routes.find((each) => each.path === pattern && each.method === 'POST');
    if (!route) throw new Error(`no route ${path}`);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    return route.handle(aWebRequest({ path, params: { id: SESSION }, body: bytes, officer, ...more }));
  };
  const standing = async (kiosk?: string, more: object = {}): Promise<Standing> => {
    const route = channel.routes.find(({ method, path }) => method === 'GET' && path === '/kiosk/api/session');
    const query = kiosk === undefined ? {} : { kiosk };
    const answer = await route?.handle(aWebRequest({ path: '/kiosk/api/session', query, officer, ...more }));
    return answer?.body as Standing;
  };
  /** As the kiosk K-04, or as what says that it is. */
  const asKiosk = async (by = device, kiosk = 'K-04', more: object = {}) => ({
    device: { kiosk, ...by.proofOf((await standing(kiosk, more)).challenge) },
  });
  const ticket = async (more: object = {}): Promise<string> => {
    const { body } = await call('/kiosk/api/ticket', await asKiosk(device, 'K-04', more), more);
    return (body as { ticket: string }).ticket;
  };
  const line = async (given?: string): Promise<Line> => openLine(`ws://${url}/kiosk/socket`, given ?? (await ticket()));
  const hello = (lastSeq = 0) => ({ t: 'hello', v: 1, session: SESSION, lastSeq });

  it('greets, hears, and says that it is stored', async () => {
    const socket = await line();
    socket.send(hello());
    expect(await socket.next('welcome')).toMatchObject({ session: SESSION, resumed: false, nextSeq: 1 });
    socket.send({ t: 'msg', cid: 'c-1', body: { type: 'choice', id: 'answer/yes' } });
    socket.send({
      t: 'msg',
      cid: 'c-2',
      body: { type: 'media', ref: `${SESSION}/file-1`, mime: 'image/jpeg', fileName: 'slip.jpg' },
    });
    expect(await socket.next('ack')).toMatchObject({ cid: 'c-1', status: 'stored' });
    expect(await socket.next('ack')).toMatchObject({ cid: 'c-2' });
    expect(assisting.heard).toEqual([
      { id: 'c-1', content: { type: 'choice', id: 'answer/yes' } },
      {
        id: 'c-2',
        content: {
          type: 'media',
          media: { ref: `${SESSION}/file-1`, kind: 'image', mime: 'image/jpeg', fileName: 'slip.jpg' },
        },
      },
    ]);
    socket.close();
  });

  it('shows what was missed, then what is new, and tells that it arrived', async () => {
    for (const text of ['one', 'two', 'three']) await channel.send({ text }, { ...to, reference: text });
    const socket = await line();
    socket.send(hello(1));
    await socket.next('welcome');
    expect(await socket.next('msg')).toMatchObject({ seq: 2, body: { text: 'two' } });
    expect(await socket.next('msg')).toMatchObject({ seq: 3, body: { text: 'three' } });
    await channel.send({ text: 'four' }, { ...to, reference: 'four' });
    expect(await socket.next('msg')).toMatchObject({ seq: 4 });
    socket.send({ t: 'ack', seq: 4 });
    socket.send({ t: 'msg', cid: 'c', body: { type: 'text', text: 'read' } });
    await socket.next('ack');
    expect(world.statuses.map(({ messageId, status }) => `${messageId} ${status}`)).toEqual([
      'two delivered',
      'three delivered',
      'four delivered',
    ]);
    socket.close();
  });

  it('opens for a ticket of ours, once', async () => {
    const used = await ticket();
    (await line(used)).close();
    await expect(line(used)).rejects.toThrow('closed 1006');
    await expect(line('made.up')).rejects.toThrow('closed 1006');
    await expect(line(`${used}x`)).rejects.toThrow('closed 1006');
  });

  it('opens once for a ticket, in whatever process it is shown, and never after half a minute', async () => {
    const otherUrl = await listening(another());
    const elsewhere = (given: string) => openLine(`ws://${otherUrl}/kiosk/socket`, given);
    const mine = await ticket();
    (await elsewhere(mine)).close();
    await expect(line(mine)).rejects.toThrow('closed 1006');
    const late = await ticket();
    vi.setSystemTime(Date.now() + 30_000);
    await expect(line(late)).rejects.toThrow('closed 1006');
    vi.useRealTimers();
  });

  it('lets nobody in while it cannot ask whether the ticket was used', async () => {
    const mine = await ticket();
    vi.spyOn(world.usedTickets, 'use').mockRejectedValue(new Error('the database is away'));
    await expect(line(mine)).rejects.toThrow('closed 1006');
    expect(world.alarms).toEqual(['kiosk.ticket-not-checked']);
  });

  it('says which message is none, and hears the ones behind it', async () => {
    const socket = await line();
    socket.send(hello());
    const fileName = 'x'.repeat(300);
    socket.send({ t: 'msg', cid: 'c-1', body: { type: 'media', ref: 'r', mime: 'image/png', fileName } });
    socket.send({ t: 'msg', cid: 'c-2', body: { type: 'text', text: 'two' } });
    expect(await socket.next('err')).toEqual({ t: 'err', code: 'bad_frame', ref: 'c-1' });
    expect(await socket.next('ack')).toMatchObject({ cid: 'c-2' });
    socket.close();
  });

  it.each([
    ['no JSON', 'hello', 4030],
    ['what is no frame', '{"t":"dance"}', 4030],
    ['bytes', new Uint8Array([1, 2, 3]), 4030],
    ['more than a frame holds', `"${'x'.repeat(70_000)}"`, 1009],
    ['another version', JSON.stringify({ t: 'hello', v: 9, session: SESSION, lastSeq: 0 }), 4010],
    ['something before the greeting', JSON.stringify({ t: 'ack', seq: 1 }), 4030],
  ])('closes after %s', async (_what, sent, code) => {
    const socket = await line();
    socket.sendAsIs(sent);
    expect(await socket.closed).toBe(code);
  });

  it('closes on who sends too much too fast', async () => {
    const socket = await line();
    socket.send(hello());
    for (let nth = 0; nth < 60; nth += 1) socket.send({ t: 'hb' });
    expect(await socket.closed).toBe(4029);
  });

  it.each([
    ['one process', 1],
    ['two processes', 2],
  ])('lets the later of two windows have the session, at %s', async (_at, count) => {
    const first = await line();
    first.send(hello());
    await first.next('welcome');
    const place = count === 1 ? url : await listening(another());
    const second = await openLine(`ws://${place}/kiosk/socket`, await ticket());
    second.send(hello());
    await second.next('welcome');
    expect(await first.closed).toBe(4009);
    second.close();
  });

  it('does not let another operator take the line of a session', async () => {
    const first = await line();
    first.send(hello());
    await first.next('welcome');
    const another = { ...officer, officer: { ...officer.officer, id: 'other' } };
    const stranger = await line(await ticket({ officer: another }));
    stranger.send(hello());
    expect(await stranger.closed).toBe(4040);
    first.send({ t: 'msg', cid: 'c', body: { type: 'text', text: 'still here' } });
    expect(await first.next('ack')).toMatchObject({ cid: 'c' });
    first.close();
  });

  it('tells a page that its session is over, whether it comes back or is there', async () => {
    const socket = await line();
    socket.send(hello());
    await socket.next('welcome');
    await call(`/kiosk/api/session/${SESSION}/end`, { why: 'finished' });
    expect(await socket.next('end')).toMatchObject({ reason: 'over' });
    expect(await socket.closed).toBe(4040);
    expect(assisting.ends).toEqual(['finished']);
    const late = await line();
    late.send(hello(3));
    expect(await late.closed).toBe(4040);
  });

  it('lets nothing overtake what could not be stored', async () => {
    const socket = await line();
    socket.send(hello());
    await socket.next('welcome');
    assisting.breaksOnce();
    socket.send({ t: 'msg', cid: 'c-1', body: { type: 'text', text: 'one' } });
    expect(await socket.closed).toBe(1001);
    expect(world.alarms).toEqual(['channel.call-not-stored']);
    const again = await line();
    again.send(hello());
    for (const cid of ['c-1', 'c-2']) again.send({ t: 'msg', cid, body: { type: 'text', text: cid } });
    await again.next('ack');
    await again.next('ack');
    expect(assisting.heard.map(({ id }) => id)).toEqual(['c-1', 'c-2']);
    again.close();
  });

  it('keeps a file for the next message, and none that is no paper', async () => {
    const post = (mime: string) =>
      call(`/kiosk/api/session/${SESSION}/files`, Buffer.from('x'), { headers: { 'content-type': mime } });
    expect((await post('image/jpeg')).body).toEqual({ ref: `${SESSION}/file-1` });
    expect((await post('text/html')).status).toBe(422);
    const media = { ref: `${SESSION}/file-1`, kind: 'image', mime: 'image/jpeg' } as const;
    expect(Buffer.from((await channel.fetchMedia?.(media, 100)) ?? []).toString()).toBe('a slip');
    await expect(channel.fetchMedia?.(media, 3)).rejects.toMatchObject({ code: 'too-large' });
    await expect(channel.fetchMedia?.({ ...media, ref: 'other' }, 9)).rejects.toMatchObject({ code: 'no-such-file' });
  });

  it('shows a code that leads into the chat', async () => {
    expect((await call(`/kiosk/api/session/${SESSION}/link`)).body).toMatchObject({
      code: 'EK-34AC-DEFG',
      link: 'https://wa.me/911100000000?text=EK-34AC-DEFG',
      picture: expect.stringMatching(/^data:image\/png;base64,/),
    });
  });

  it('makes a code for a slip, and none for who has a phone', async () => {
    const path = `/kiosk/api/session/${SESSION}/slip`;
    expect((await call(path)).body).toMatchObject({
      slip: {
        code: 'EK-9KMN-PQRT',
        until: '2026-04-04T04:30:00.000Z',
        picture: expect.stringMatching(/^data:image/),
      },
    });
    assisting.slipFor = async () => undefined;
    expect((await call(path)).body).toEqual({});
  });

  it('understands how a session is opened, and nothing else', async () => {
    const by = { how: 'one-time-password', phone: '0000000001', password: '123456' };
    const opened = await call('/kiosk/api/session', { ...(await asKiosk()), language: 'hi', by });
    expect(opened.body).toMatchObject({ session: { id: SESSION, kiosk: 'K-04', idleMinutes: 5 } });
    const guess = { ...(await asKiosk()), language: 'hi', by: { how: 'guess' } };
    for (const each of [{}, guess, { kiosk: 'K-04', language: 'hi', by }])
      expect((await call('/kiosk/api/session', each)).status).toBe(422);
  });

  it('lets a device become the kiosk by the code of an administrator, once', async () => {
    const other = aDevice();
    const { code } = await kiosks.expectDevice('admin', { id: 'K-05', place: 'Rohini' });
    const enrol = async (by: ReturnType<typeof aDevice>, given: string) =>
      call('/kiosk/api/enrol', { code: given, publicKey: by.publicKey, ...by.proofOf((await standing()).challenge) });
    expect((await enrol(other, code.toLowerCase())).body).toEqual({
      kiosk: { id: 'K-05', place: 'Rohini', state: 'enrolled' },
    });
    await expect(enrol(aDevice(), code)).rejects.toThrow('enrolmentUnknown');
    await expect(enrol(other, '')).rejects.toThrow('enrolmentUnknown');
    expect(await call('/kiosk/api/present', await asKiosk(other, 'K-05'))).toMatchObject({ status: 200 });
    const seen = (await kiosks.all()).map(({ id, seenAt }) => [id, seenAt !== undefined]);
    expect(seen).toEqual([
      ['K-04', false],
      ['K-05', true],
    ]);
  });

  it.each([
    ['another device', async () => asKiosk(aDevice())],
    ['a kiosk that is none', async () => asKiosk(device, 'K-99')],
    ['nothing that is signed', async () => ({})],
    ['a challenge of its own making', async () => ({ device: { kiosk: 'K-04', ...device.proofOf('made.up') } })],
  ])('gives no ticket to %s', async (_what, proof) => {
    await expect(proof().then((body) => call('/kiosk/api/ticket', body))).rejects.toThrow('kioskUnknown');
  });

  it('takes a challenge once, and from the operator who was given it', async () => {
    const body = await asKiosk();
    await call('/kiosk/api/ticket', body);
    await expect(call('/kiosk/api/ticket', body)).rejects.toThrow('kioskUnknown');
    const other = { officer: { ...officer, officer: { ...officer.officer, id: 'other' } } };
    const mine = await asKiosk();
    await expect(call('/kiosk/api/ticket', mine, other)).rejects.toThrow('kioskUnknown');
  });

  it('closes the line of a kiosk that is disabled, says why, and gives it no other until it is enabled', async () => {
    const socket = await line();
    socket.send(hello());
    await socket.next('welcome');
    await kiosks.disable('admin', 'K-04');
    expect(await socket.closed).toBe(4003);
    expect(assisting.ends).toEqual(['disabled']);
    await expect(ticket()).rejects.toThrow('kioskDisabled');
    expect((await standing('K-04')).kiosk).toEqual({ id: 'K-04', place: 'Karol Bagh', state: 'disabled' });
    await kiosks.enable('admin', 'K-04');
    assisting.isOver = false;
    const again = await line();
    again.send(hello());
    await again.next('welcome');
    again.close();
  });

  it('closes a line that has not been greeted yet, when its kiosk is disabled', async () => {
    const socket = await line();
    await kiosks.disable('admin', 'K-04');
    expect(await socket.closed).toBe(4003);
  });

  it('shows a session on the kiosk where it was opened and on no other', async () => {
    const other = aDevice();
    const { code } = await kiosks.expectDevice('admin', { id: 'K-05', place: 'Rohini' });
    await kiosks.enrol('kamla', { code, publicKey: other.publicKey });
    expect((await standing('K-04')).session).toMatchObject({ id: SESSION });
    expect((await standing('K-05')).session).toBeUndefined();
    const { body } = await call('/kiosk/api/ticket', await asKiosk(other, 'K-05'));
    const stranger = await line((body as { ticket: string }).ticket);
    stranger.send(hello());
    expect(await stranger.closed).toBe(4040);
  });

  it('says that a message found no session any more, so that it goes another way', async () => {
    assisting.isOver = true;
    await expect(channel.send({ text: 'late' }, to)).rejects.toMatchObject({
      name: 'NotDelivered',
      retry: false,
      instead: 'other-channel',
    });
  });
});

describeSending(kiosk.name, async () => aScreen());
describeChoosing(kiosk.name, async () => ({
  ...aScreen(),
  hearsText: async (text) => heardOf({ type: 'text', text }),
  hearsTap: async ({ id }) => heardOf({ type: 'choice', id }),
}));

/** What is heard of a frame that the page sends. */
function heardOf(body: Said): InboundContent {
  const frame = readFrame(JSON.stringify({ t: 'msg', cid: 'c-1', body }));
  if (frame?.t !== 'msg') throw new Error('no message');
  return contentOf(frame.body);
}

/** A screen, and what stands on it. */
function aScreen(): SendingCase {
  const assisting = anAssisting();
  const channel = kiosk.open({}, Object.assign(aChannelWorld(), { assisting }));
  return {
    channel,
    to,
    shown: () =>
      assisting.shown.splice(0).map(({ body }) => {
        const { text, choices = [], link, document } = body as unknown as ScreenMessage;
        return {
          text,
          buttons: choices.map(({ id, label }) => ({ id, title: label })),
          hasDocument: document !== undefined,
          ...(link && { link: link.url }),
        };
      }),
    close: async () => channel.close?.(),
  };
}

/** A page's end, on the web's own WebSocket. */
interface Line {
  send(frame: object): void;
  sendAsIs(data: string | Uint8Array): void;
  /** The next frame of this kind; others before it are passed over. */
  next(kind: FromServer['t']): Promise<FromServer>;
  close(): void;
  readonly closed: Promise<number>;
}

function openLine(address: string, ticket: string): Promise<Line> {
  const socket = new WebSocket(address, ['eksandesh.v1', `ticket.${ticket}`]);
  const frames: FromServer[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(String(data)) as FromServer);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  const line: Line = {
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendAsIs: (data) => socket.send(data as string),
    close: () => socket.close(),
    next: (kind) =>
      new Promise((resolve) => {
        const look = () => {
          const at = frames.findIndex((frame) => frame.t === kind);
          const frame = frames[at];
          if (!frame) return;
          frames.splice(0, at + 1);
          waiting.delete(look);
          resolve(frame);
        };
        waiting.add(look);
        look();
      }),
  };
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(line));
    void closed.then((code) => reject(new Error(`closed ${code}`)));
  });
}
