import { readFile, readlink, realpath } from 'node:fs/promises';
import { platform } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from './command.ts';

/**
 * Names one life of a process: the number alone is given again after a restart of the machine or container.
 * Absent when there is no such process, or when it has ended and only nobody has collected it (a container's first process may not).
 */
export async function lifeOf(pid: number): Promise<string | undefined> {
  if (platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined) return undefined;
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    // proc(5): the 22nd field is the start time; three fields stand before `rest`.
    return state === 'Z' || state === 'X' ? undefined : `${boot.trim()}/${rest[18]}`;
  }
  if (!exists(pid)) return undefined;
  const { code, stdout } = await run('/bin/ps', ['-o', 'lstart=', '-p', String(pid)]);
  return code === 0 ? stdout.trim() : 'unknown';
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is a PostgreSQL that works on this data folder. */
export async function servesFolder(pid: number, data: string): Promise<boolean> {
  if ((await lifeOf(pid)) === undefined) return false;
  // PostgreSQL makes the data folder its working folder. One that we may not look into is another user's, and so not ours.
  if (platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(data));
  const { stdout } = await run('/bin/ps', ['-o', 'command=', '-p', String(pid)]);
  return stdout.includes('postgres') && stdout.includes(data);
}

/** Waits until the process has ended, at most so long. Returns whether it has. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  for (const until = performance.now() + withinMs; performance.now() < until; await pause(10))
    if ((await lifeOf(pid)) === undefined) return true;
  return false;
}

/** Asks for a clean end, then insists: after SIGQUIT PostgreSQL recovers from its log at the next start and loses nothing. */
export async function end(pid: number): Promise<boolean> {
  for (const [signal, withinMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return (await lifeOf(pid)) === undefined;
    }
    if (await hasEnded(pid, withinMs)) return true;
  }
  return false;
}
