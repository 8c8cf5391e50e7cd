import { type ChildProcess, spawn } from 'node:child_process';
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

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}
