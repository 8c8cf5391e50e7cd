import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Line } from './table.ts';

const WANTED = 10_000;
const SERVER = fileURLToPath(new URL('./sockets-server.ts', import.meta.url));
const PAGES = fileURLToPath(new URL('./sockets-pages.ts', import.meta.url));

/** What the two processes say to this one. */
export type SaidOfSockets =
  | { readonly type: 'listening'; readonly port: number; readonly tickets: readonly string[] }
  | { readonly type: 'opened'; readonly count: number }
  | { readonly type: 'shown'; readonly milliseconds: number }
  | { readonly type: 'held'; readonly count: number; readonly megabytes: number };

/** Kiosks that are connected at once to one process, each with its session, over real sockets of this machine. */
export async function measureSockets(): Promise<readonly Line[]> {
  const server = new Side(SERVER, [String(WANTED)]);
  const { port, tickets } = await server.says('listening');
  const before = await server.asks('count', 'held');
  const pages = new Side(PAGES, [String(port)]);
  const start = performance.now();
  pages.tell(tickets);
  const { count } = await pages.says('opened');
  const seconds = (performance.now() - start) / 1000;
  const held = await server.asks('count', 'held');
  server.tell('show');
  const { milliseconds } = await pages.says('shown');
  const after = await server.asks('count', 'held');
  for (const side of [pages, server]) side.end();
  return [
    // The open files that the system allows one process may be fewer.
    { what: `kiosk sockets held by one process, of ${WANTED}`, value: held.count, unit: '', aim: { atLeast: WANTED } },
    {
      what: 'memory of that process',
      value: Math.max(held.megabytes, after.megabytes),
      unit: 'MB',
      aim: { atMost: 1024 },
    },
    {
      what: 'memory for a socket',
      value: ((held.megabytes - before.megabytes) * 1024) / Math.max(1, held.count),
      unit: 'kB',
    },
    { what: 'kiosk sockets opened and greeted', value: count / seconds, unit: '/s' },
    { what: 'a message on every screen', value: milliseconds, unit: 'ms' },
  ];
}

/** One end of the sockets, in a process of its own. */
class Side {
  readonly #child: ChildProcess;

  constructor(file: string, given: readonly string[]) {
    this.#child = fork(file, given, { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  tell(what: string | readonly string[]): void {
    this.#child.send(what);
  }

  async says<Type extends SaidOfSockets['type']>(type: Type): Promise<Extract<SaidOfSockets, { type: Type }>> {
    for (;;) {
      const ended = once(this.#child, 'exit').then(() => {
        throw new Error('one end of the sockets is gone');
      });
      const [said] = (await Promise.race([once(this.#child, 'message'), ended])) as [SaidOfSockets];
      if (said.type === type) return said as Extract<SaidOfSockets, { type: Type }>;
    }
  }

  asks<Type extends SaidOfSockets['type']>(what: string, type: Type): Promise<Extract<SaidOfSockets, { type: Type }>> {
    this.tell(what);
    return this.says(type);
  }

  end(): void {
    this.#child.kill();
  }
}
