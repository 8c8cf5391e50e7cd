import type { FromPage, FromServer } from '#adapters/channels/kiosk/page/frames.ts';
import { PROTOCOL, TICKET_PREFIX, VERSION } from '#adapters/channels/kiosk/page/frames.ts';
import type { SaidOfSockets } from './sockets.ts';

// The pages' end: as many as there are tickets, some hundred knocking at a time.

const AT_ONCE = 200;
const address = `ws://127.0.0.1:${process.argv[2]}/kiosk/socket`;
const sockets: WebSocket[] = [];
let shown = 0;
let began = 0;

const say = (said: SaidOfSockets): void => void process.send?.(said);

process.on('message', async (tickets: readonly string[]) => {
  const left = tickets.map((ticket, at) => ({ ticket, at }));
  const openOneAfterTheOther = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) await openPage(next.ticket, next.at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openOneAfterTheOther));
  say({ type: 'opened', count: sockets.length });
});

/** Settled when it is greeted, or did not come in. */
function openPage(ticket: string, at: number): Promise<void> {
  return new Promise((settled) => {
    const socket = new WebSocket(address, [PROTOCOL, TICKET_PREFIX + ticket]);
    const send = (frame: FromPage): void => socket.send(JSON.stringify(frame));
    socket.onopen = () => send({ t: 'hello', v: VERSION, session: `session-${at}`, lastSeq: 0 });
    socket.onerror = () => settled();
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as FromServer;
      if (frame.t === 'welcome') {
        sockets.push(socket);
        settled();
      }
      if (frame.t === 'msg') {
        if (shown === 0) began = performance.now();
        shown += 1;
        send({ t: 'ack', seq: frame.seq });
        if (shown === sockets.length) say({ type: 'shown', milliseconds: performance.now() - began });
      }
    };
  });
}
