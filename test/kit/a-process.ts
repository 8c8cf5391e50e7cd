import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const inConfig = (name: string): string => fileURLToPath(new URL(`../../config/${name}`, import.meta.url));

/** The platform in a process of its own, started as an operator starts it; or one of the commands beside it. */
export interface TestProcess {
  readonly said: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop, as a service manager does, and waits until it has. */
  stop(): Promise<number | null>;
}

export function aProcess(environment: Readonly<Record<string, string>>, script = 'main.ts'): TestProcess {
  const child: ChildProcess = spawn(process.execPath, ['-r', inConfig('node.cjs'), inConfig(script)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part.toString()));
  child.stderr?.on('data', (part: Buffer) => parts.push(part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    said: () => parts.join(''),
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export async function aFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}
