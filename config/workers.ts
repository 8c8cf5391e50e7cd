import type { Log } from '#application/ports/out/log.ts';
import type { Wakeup, Work } from '#application/ports/out/wakeup.ts';

/** Milliseconds after which a worker looks by itself, should a wake-up have been lost. */
const BACKSTOP = 1000;

export interface WorkerParts {
  /** Does some of it; returns how much there was. Nothing left means: sleep until woken. */
  readonly work: Readonly<Record<Work, () => Promise<number>>>;
  /** How many of each run side by side. */
  readonly count: Readonly<Record<Work, number>>;
  /** Done every so many seconds, by one at a time. */
  readonly regularly: readonly {
    readonly everySeconds: number;
    readonly run: () => Promise<unknown>;
    readonly name: string;
    readonly atStart?: true;
  }[];
  readonly wakeup: Wakeup;
  readonly log: Log;
}

/** Runs the workers until stopped; stopping waits for what is in hand. */
export function startWorkers({ work, count, regularly, wakeup, log }: WorkerParts): { stop(): Promise<void> } {
  let stopped = false;
  const sleepers = new Map<Work, Set<() => void>>();
  /** How often each kind was called for: who finds nothing looks again if he was called while he looked. */
  const calls = new Map<Work, number>();
  /** One is enough for one call; more would only look in vain. */
  const rouseOne = (kind: Work): void => {
    calls.set(kind, (calls.get(kind) ?? 0) + 1);
    const [wake] = sleepers.get(kind) ?? [];
    wake?.();
  };
  /** Jobs are slow and few: everybody takes a share at once. */
  const rouseAll = (kind: Work): void => {
    calls.set(kind, (calls.get(kind) ?? 0) + 1);
    for (const wake of sleepers.get(kind) ?? []) wake();
  };
  const sleep = (kind: Work): Promise<void> =>
    new Promise((resolve) => {
      const asleep = sleepers.get(kind) ?? new Set();
      sleepers.set(kind, asleep);
      const wake = (): void => {
        clearTimeout(timer);
        asleep.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, BACKSTOP);
      asleep.add(wake);
    });

  const loop = async (kind: Work): Promise<void> => {
    while (!stopped) {
      const before = calls.get(kind);
      try {
        if ((await work[kind]()) > 0 || calls.get(kind) !== before) continue;
      } catch (error) {
        log.alarm('worker.failed', { work: kind }, error);
      }
      if (!stopped) await sleep(kind);
    }
  };

  const unlisten = wakeup.onWake((called) => {
    if (called === 'jobs') rouseAll(called);
    else if (called !== 'screens') rouseOne(called);
  });
  const kinds = Object.keys(work) as Work[];
  const loops = kinds.flatMap((kind) => Array.from({ length: count[kind] }, () => loop(kind)));
  const timers = regularly.map((each) => every(each, log));
  return {
    async stop() {
      stopped = true;
      unlisten();
      for (const end of timers) end();
      for (const kind of kinds) rouseAll(kind);
      await Promise.all(loops);
    },
  };
}

/** One run after the other, never two at once. */
function every({ everySeconds, run, name, atStart }: WorkerParts['regularly'][number], log: Log): () => void {
  let isRunning = false;
  const runOnce = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      await run();
    } catch (error) {
      log.alarm('worker.failed', { work: name }, error);
    } finally {
      isRunning = false;
    }
  };
  if (atStart) void runOnce();
  const timer = setInterval(runOnce, everySeconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
