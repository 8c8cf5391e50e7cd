import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** As `npm start` does it. */
const START = ['-r', here('../node.cjs'), here('../main.ts')];

export interface ChildPlatform {
  readonly url: string;
  readonly pid: number;
  /** Ends at once, as by a power cut. */
  kill(): Promise<void>;
  /** Ends in order. */
  stop(): Promise<void>;
}

/** The platform as an operator starts it, in a process of its own; returns when it says that it is ready. */
export async function startChild(
  environment: Readonly<Record<string, string>>,
  nodeFlags: readonly string[] = [],
): Promise<ChildPlatform> {
  const port = environment.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...nodeFlags, ...START], {
    env: { PATH: process.env.PATH ?? '', MODE: 'demo', ...environment, PORT: port },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded(child)) return;
    child.kill(signal);
    await ended;
  };
  while (!(await isReady(url))) {
    if (hasEnded(child)) throw new Error(`the platform did not start: ${said.join('')}`);
    await pause(20);
  }
  return { url, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );

/**
 * A port that nobody listens on, from below those that systems give to connections (Linux: from 32768), lest one of
 * those be given it before the platform listens, or between two of its lives.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_768);
  return (await isFree(port)) ? port : freePort();
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
