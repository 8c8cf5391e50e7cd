import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import { readLine } from './read-line.ts';

export interface Listening {
  readonly from: ContactPoint;
  readonly world: ChannelWorld;
  choiceAt(number: number): string | undefined;
}

export interface Listener {
  /** Settled when the input has ended and all its lines are stored. */
  readonly finished: Promise<void>;
  close(): Promise<void>;
}

/** Takes in line by line, in order. */
export function listen(input: Readable, { from, world, choiceAt }: Listening): Listener {
  const lines = createInterface({ input, terminal: false });
  let stored = Promise.resolve();

  async function take(line: string): Promise<void> {
    const content = await readLine(line, choiceAt);
    if (!content) return;
    try {
      await world.conversing.receive([{ id: randomUUID(), from: [from], at: world.clock.now(), content }]);
    } catch (error) {
      world.log.alarm('channel.call-not-stored', { channel: 'console' }, error);
    }
  }

  lines.on('line', (line) => {
    stored = stored.then(() => take(line));
  });
  const finished = new Promise<void>((ended) => lines.once('close', ended)).then(() => stored);
  return {
    finished,
    close() {
      lines.close();
      return finished;
    },
  };
}
