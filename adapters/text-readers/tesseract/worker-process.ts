import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Reading } from '#domain/document/reading.ts';
import { ReaderDown } from '#domain/shared/failure.ts';
import type { FromWorker, Job, Setup, ToWorker } from './protocol.ts';

/** Loading the trained data, on a slow or busy machine. */
const START_MILLISECONDS = 60_000;

export class WorkerDied extends Error {
  readonly reason: 'died' | 'timeout';
  constructor(reason: 'died' | 'timeout') {
    super(reason);
    this.reason = reason;
  }
}

export interface Worker {
  /** Resolves once the trained data is loaded. */
  readonly ready: Promise<void>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly gone: Promise<void>;
  /** One file; again only when the one before is done. @throws WorkerDied, ReaderDown */
  read(job: Job): Promise<Reading>;
  kill(): Promise<void>;
}

/** Starts a process that holds a warm recogniser. It inherits no environment. */
export function startWorker(setup: Setup, pageMilliseconds: number): Worker {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [], {
    env: {},
    execArgv: ['--no-warnings', '--max-old-space-size=1024'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const ready = ask(child, { setup }, START_MILLISECONDS).then((answer) => {
    if (answer.type === 'ready') return;
    child.kill('SIGKILL');
    throw new WorkerDied('died');
  });
  // Whoever asks for a reading hears of a failed start; nobody else has to.
  ready.catch(() => undefined);
  return {
    ready,
    gone,
    read: async (job) => {
      await ready;
      const answer = await ask(child, { job }, pageMilliseconds);
      if (answer.type === 'read') return answer.reading;
      throw new ReaderDown(answer.type === 'failed' ? answer.error : 'no-reading', { retry: false });
    },
    kill: () => {
      // An idle worker is let go of; whoever waits for its end must see it.
      child.ref();
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** Sends one message and waits for the answer; every page begun gives another `milliseconds`. */
function ask(child: ChildProcess, message: ToWorker, milliseconds: number): Promise<FromWorker> {
  hold(child, true);
  return new Promise<FromWorker>((resolve, reject) => {
    const expire = (): void => {
      child.kill('SIGKILL');
      finish(() => reject(new WorkerDied('timeout')));
    };
    const died = (): void => finish(() => reject(new WorkerDied('died')));
    const hear = (answer: FromWorker): void => {
      if (answer.type === 'page') timer.refresh();
      else finish(() => resolve(answer));
    };
    const timer = setTimeout(expire, milliseconds);
    const finish = (then: () => void): void => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', died).off('error', died);
      hold(child, false);
      then();
    };
    child.on('message', hear).on('exit', died).on('error', died);
    if (child.connected) child.send(message, (error) => error && died());
    else died();
  });
}

/** An idle worker does not keep a program from ending. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
