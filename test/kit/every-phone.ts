import type { FromServer } from '#adapters/channels/kiosk/page/frames.ts';
import { PROTOCOL, TICKET_PREFIX, VERSION } from '#adapters/channels/kiosk/page/frames.ts';
import { soon } from './a-chat.ts';
import type { TestPlatform } from './a-platform.ts';
import { signedIn } from './an-officer.ts';

export const channels = ['whatsapp', 'sms', 'telegram', 'kiosk'] as const;
export type PlayedChannel = (typeof channels)[number];

/** A citizen on some channel, who writes and reads words, as one does on all of them. */
export interface EveryPhone {
  /** Says it, and waits for something with these words that comes upon it. */
  asks(text: string, words: RegExp): Promise<string>;
  /** What was said, for a person to read. */
  transcript(): string;
  close(): Promise<void>;
}

/** The parts in which channels differ. */
interface Played {
  say(text: string): Promise<unknown>;
  /** Everything that came, the oldest first. */
  heard(): readonly string[];
  subscribe(look: () => void): () => void;
  close?(): Promise<void>;
}

/** `last`: a digit that tells the phones of one test apart. */
export async function aPhone(platform: TestPlatform, channel: PlayedChannel, last: number): Promise<EveryPhone> {
  const played = await (channel === 'kiosk' ? aScreen(platform) : playedBy(platform, channel, last));
  const said: { readonly text: string; readonly before: number }[] = [];
  const transcript = (): string => {
    const heard = played.heard();
    return said
      .map(({ text, before }, at) => [`> ${text}`, ...heard.slice(before, said[at + 1]?.before)].join('\n'))
      .join('\n');
  };
  return {
    transcript,
    async asks(text, words) {
      const before = played.heard().length;
      said.push({ text, before });
      await played.say(text);
      return soon(
        played,
        () =>
          played
            .heard()
            .slice(before)
            .find((each) => words.test(each)),
        () => `${words} was not heard on ${channel}:\n${transcript().split('\n').slice(-16).join('\n')}`,
      );
    },
    close: async () => played.close?.(),
  };
}

const fromUs = <Entry extends { readonly direction: string }>(entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ direction }) => direction === 'from-us');

function playedBy(platform: TestPlatform, channel: Exclude<PlayedChannel, 'kiosk'>, last: number): Played {
  const { graph: whatsapp } = platform;
  const { sms, telegram } = platform.installation.standIns;
  if (!sms || !telegram) throw new Error('not every channel is played');
  const phone = `+91000000070${last}`;
  const id = 9_000_000_700 + last;
  if (channel === 'whatsapp')
    return {
      say: (text) => whatsapp.sendAs({ phone }, { type: 'text', text }),
      heard: () => fromUs(whatsapp.transcript(phone)).map(({ message }) => JSON.stringify(message)),
      subscribe: (look) => whatsapp.subscribe(look),
    };
  if (channel === 'sms')
    return {
      say: (text) => sms.sendAs(phone, text),
      heard: () => fromUs(sms.transcript(phone)).map(({ text }) => text),
      subscribe: (look) => sms.subscribe(look),
    };
  return {
    say: (text) => telegram.sendAs({ id }, { type: 'text', text }),
    heard: () => fromUs(telegram.transcript(id)).map(({ message }) => JSON.stringify(message)),
    subscribe: (look) => telegram.subscribe(look),
  };
}

/** A kiosk with an operator and somebody without a phone, over HTTP and the socket as the page does it. */
async function aScreen({ url }: TestPlatform): Promise<Played> {
  const { post } = await signedIn(url, 'operator', '/kiosk');
  const { session } = await post<{ session: { id: string } }>('/kiosk/api/session', {
    kiosk: 'K-01',
    language: 'hi',
    by: { how: 'assisted' },
  });
  const { ticket } = await post<{ ticket: string }>('/kiosk/api/ticket', {});
  const socket = new WebSocket(`${url.replace('http', 'ws')}/kiosk/socket`, [PROTOCOL, `${TICKET_PREFIX}${ticket}`]);
  const shown: string[] = [];
  const looks = new Set<() => void>();
  const tell = (frame: object): void => socket.send(JSON.stringify(frame));
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.onopen = () => tell({ t: 'hello', v: VERSION, session: session.id, lastSeq: 0 });
    socket.onclose = ({ code }) => reject(new Error(`the line was closed: ${code}`));
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as FromServer;
      if (frame.t !== 'msg') return;
      shown.push(JSON.stringify(frame.body));
      tell({ t: 'ack', seq: frame.seq });
      // The greeting of a session comes by itself, and is not an answer to anything.
      resolve();
      for (const look of looks) look();
    };
  });
  await welcomed;
  return {
    say: async (text) => tell({ t: 'msg', cid: crypto.randomUUID(), body: { type: 'text', text } }),
    heard: () => shown,
    subscribe: (look) => {
      looks.add(look);
      return () => looks.delete(look);
    },
    close: async () => {
      socket.close();
      await post(`/kiosk/api/session/${session.id}/end`, { why: 'finished' });
    },
  };
}
