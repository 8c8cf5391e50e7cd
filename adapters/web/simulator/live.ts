import { Readable } from 'node:stream';
import type { Phone } from './phone.ts';

/** Proxies cut connections on which nothing is said. */
const BEAT_MS = 20_000;

/** Server-sent events: `all` with the talks so far, then `one` for each bubble that is new or has changed. */
export function liveBubbles(phone: Phone, users: readonly string[]): Readable {
  const stream = new Readable({ read: () => undefined });
  const say = (event: string, data: object) => stream.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const end = phone.subscribe((bubble) => {
    if (users.includes(bubble.user)) say('one', bubble);
  });
  const beat = setInterval(() => stream.push(':\n\n'), BEAT_MS).unref();
  stream.once('close', () => {
    clearInterval(beat);
    end();
  });
  stream.push('retry: 1000\n');
  say('all', users.flatMap(phone.bubbles));
  return stream;
}
