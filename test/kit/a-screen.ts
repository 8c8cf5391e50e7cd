import {
  type FromServer,
  type Shown as OnScreen,
  PROTOCOL,
  type Said,
  TICKET_PREFIX,
} from '#adapters/channels/kiosk/page/frames.ts';
import {
  hasRoomFor,
  type PageAct,
  type PageEvent,
  type PageLine,
  pageLineAfter,
  pageLineOf,
} from '#adapters/channels/kiosk/page/page-line.ts';
import { aDevice } from '#test/adapters/channels/kiosk/some-kiosks.ts';
import { signedIn } from './an-officer.ts';
import type { Played } from './every-phone.ts';
import { fetched, untilTaken } from './until-taken.ts';

/** By what somebody is known at a kiosk; without a phone the operator answers for him. */
export type Arrival =
  | { readonly how: 'assisted' }
  | { readonly how: 'link-code'; readonly code: string }
  | { readonly how: 'one-time-password'; readonly phone: string; readonly password: string };

/** A kiosk with an operator, over HTTP and the socket as the page does it; it holds out when the server goes and comes. */
export async function aScreen(url: string, by: Arrival = { how: 'assisted' }): Promise<Played> {
  const operator = await signedIn(url, 'operator', '/kiosk');
  const device = await enrolled(url, operator);
  const opening = { device: await device(), language: 'hi', by };
  const { session } = await operator.post<{ session: { id: string } }>('/kiosk/api/session', opening);
  const shown: OnScreen[] = [];
  const looks = new Set<() => void>();
  let line: PageLine = pageLineOf(session.id);
  let socket: WebSocket | undefined;
  let isLeft = false;

  const act = (what: PageAct): void => {
    if (what.do === 'send' && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what.frame));
    if (what.do === 'reconnect') void connect();
    if (what.do !== 'show') return;
    shown.push(what.body);
    for (const look of looks) look();
  };
  const tell = (event: PageEvent): void => {
    const [after, acts] = pageLineAfter(line, event);
    line = after;
    for (const each of acts) act(each);
  };
  const say = (body: Said): void => {
    if (line.phase === 'over' || !hasRoomFor(line, body)) throw new Error(`the kiosk is ${line.phase}`);
    tell({ type: 'said', cid: crypto.randomUUID(), body });
  };
  async function connect(): Promise<void> {
    const ticket = await untilTaken(
      async () => (await operator.post<{ ticket: string }>('/kiosk/api/ticket', { device: await device() })).ticket,
    );
    if (isLeft) return;
    const opened = new WebSocket(`${url.replace('http', 'ws')}/kiosk/socket`, [PROTOCOL, `${TICKET_PREFIX}${ticket}`]);
    socket = opened;
    opened.onopen = () => tell({ type: 'connected' });
    opened.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as FromServer;
      tell({ type: 'frame', frame });
      // Somebody sits there all the while.
      if (frame.t === 'welcome') act({ do: 'send', frame: { t: 'active' } });
    };
    opened.onclose = ({ code }) => {
      if (socket === opened && !isLeft) tell({ type: 'closed', code });
    };
  }
  await connect();
  // The greeting of a session comes by itself, and is not an answer to anything.
  await new Promise<void>((greeted) => looks.add(greeted));
  return {
    say: async (text) => say({ type: 'text', text }),
    send: async ({ bytes, mime }) => {
      const headers = { cookie: operator.cookie, 'content-type': mime, 'x-csrf-token': operator.csrfToken };
      const body = new Uint8Array(bytes);
      const path = `${url}/kiosk/api/session/${session.id}/files`;
      const ref = await untilTaken(async () => {
        const answer = await fetch(path, { method: 'POST', headers, body });
        return ((await answer.json()) as { ref: string }).ref;
      });
      say({ type: 'media', ref, mime, fileName: 'scan' });
    },
    // By the button beside the talk.
    takeCode: async () => (await operator.post<{ code: string }>(`/kiosk/api/session/${session.id}/link`, {})).code,
    takeSlip: () =>
      untilTaken(async () => {
        const path = `/kiosk/api/session/${session.id}/slip`;
        return (await operator.post<{ slip: { code: string } }>(path, {})).slip.code;
      }),
    heard: () =>
      shown.map(({ document, ...message }) => ({
        words: JSON.stringify({ ...message, ...(document && { document }) }),
        link: message.link?.url,
        open:
          document &&
          (async () => (document.link ? fetched(document.link) : Buffer.from(document.data ?? '', 'base64'))),
      })),
    subscribe: (look) => {
      looks.add(look);
      return () => looks.delete(look);
    },
    close: async () => {
      isLeft = true;
      socket?.close();
      await untilTaken(() => operator.post(`/kiosk/api/session/${session.id}/end`, { why: 'finished' }));
    },
  };
}

type Operator = Awaited<ReturnType<typeof signedIn>>;

/** This device is a kiosk from now on, as the page becomes one in a demonstration; returns what it shows of itself each time. */
async function enrolled(url: string, { cookie, post }: Operator) {
  const device = aDevice();
  const proof = async () => {
    const answer = await fetch(`${url}/kiosk/api/session`, { headers: { cookie } });
    return device.proofOf(((await answer.json()) as { challenge: string }).challenge);
  };
  const asked = { publicKey: device.publicKey, ...(await proof()) };
  const { kiosk } = await post<{ kiosk: { id: string } }>('/kiosk/api/enrol', asked);
  return async () => ({ kiosk: kiosk.id, ...(await proof()) });
}
