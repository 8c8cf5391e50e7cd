import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface Finished {
  /** Absent when it could not be run at all, or was ended by a signal. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * PostgreSQL's programs need none of our environment, which holds secrets; English messages, so that they can be told apart.
 * They start in the root folder, because ours may be closed to the account.
 */
export const surroundings = { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }, cwd: '/' };

/** Runs a program to its end. Never throws. */
export function run(program: string, args: readonly string[], account: Account = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...surroundings, ...account, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', (error) => resolve({ code: undefined, stdout, stderr: error.message }));
    child.once('close', (code) => resolve({ code: code ?? undefined, stdout, stderr }));
  });
}
