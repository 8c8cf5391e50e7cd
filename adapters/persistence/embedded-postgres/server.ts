import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import { surroundings } from './command.ts';
import { DatabaseCannotStart } from './errors.ts';

/** A running PostgreSQL. */
export interface Server {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason, with what it said last. */
  readonly ended: Promise<string>;
}

/** Beyond what initdb writes: for one installation on a small machine, reached from this machine only. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  synchronous_commit: 'on',
  fsync: 'on',
  timezone: 'UTC',
  // Short queries only; containers give too little shared memory to parallel ones.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  // Statements and the details of errors carry personal data; the application hears of its errors itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
};

/** Starts PostgreSQL and returns when it takes connections. @throws DatabaseCannotStart */
export async function startServer(options: {
  readonly postgres: string;
  readonly data: string;
  readonly port: number;
  readonly account: Account;
}): Promise<Server> {
  const args = Object.entries({ ...settings, port: String(options.port) }).flatMap(([n, v]) => ['-c', `${n}=${v}`]);
  const child = spawn(options.postgres, ['-D', options.data, ...args], {
    ...surroundings,
    ...options.account,
    // A process group of its own: Ctrl-C in the terminal is for us, and we stop the database last.
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    if (said.length > 20) said.shift();
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(lastWord(said)));
  });
  // The database does not keep us alive: whoever forgets to stop it may still exit.
  child.unref();
  if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref();

  const state = { hasEnded: false };
  const failed = ended.then((word) => {
    state.hasEnded = true;
    return word;
  });
  const pid = child.pid;
  if (pid !== undefined)
    for (; !state.hasEnded; await pause(10)) if (await isReady(options.data, pid)) return { pid, ended };
  throw cannotStart(options.data, await failed);
}

/** PostgreSQL writes its state into the eighth line of postmaster.pid; pg_ctl waits for the same word. */
async function isReady(data: string, pid: number): Promise<boolean> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[0]?.trim() === String(pid) && lines[7]?.trim() === 'ready';
}

const lastWord = (lines: readonly string[]): string =>
  (lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|LOG): +/, '');

function cannotStart(data: string, word: string): DatabaseCannotStart {
  const message = `PostgreSQL did not start on ${data}: ${word || 'it said nothing'}`;
  if (/could not (bind|create any TCP)/.test(word)) return new DatabaseCannotStart(message, 'port-taken');
  // The last children of a killed PostgreSQL are still on their way out.
  if (/pre-existing shared memory|lock file .* already exists/.test(word))
    return new DatabaseCannotStart(message, 'memory-in-use');
  return new DatabaseCannotStart(message);
}
