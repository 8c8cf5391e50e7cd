import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Work } from '#application/ports/out/wakeup.ts';
import { startWorkers } from '#config/workers.ts';

/** Looks for talks that end when the test says so. */
function someTalks() {
  const looks: ((found: number) => void)[] = [];
  return { looks, look: () => new Promise<number>((resolve) => looks.push(resolve)) };
}

describe('calls to the workers', () => {
  // Nobody looks by himself after a second here: what a call does not do is not done.
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const started = (talks: () => Promise<number>, count: number) => {
    let call = (_: Work): void => undefined;
    const workers = startWorkers({
      work: { talks, messages: async () => 0, jobs: async () => 0 },
      count: { talks: count, messages: 0, jobs: 0 },
      regularly: [],
      wakeup: {
        wake: () => undefined,
        onWake: (listener) => {
          call = listener;
          return () => undefined;
        },
      },
      log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
    });
    return { ...workers, call: () => call('talks') };
  };
  const settled = () => vi.advanceTimersByTimeAsync(0);

  it('are not lost when they come while a worker looks in vain', async () => {
    const { looks, look } = someTalks();
    const workers = started(look, 1);
    workers.call();
    looks[0]?.(0);
    await settled();
    expect(looks).toHaveLength(2);
    looks[1]?.(0);
    await workers.stop();
  });

  it('wake one who sleeps, each call one', async () => {
    const { looks, look } = someTalks();
    const workers = started(look, 2);
    for (const end of looks) end(0);
    await settled();
    expect(looks).toHaveLength(2);
    workers.call();
    await settled();
    expect(looks).toHaveLength(3);
    workers.call();
    await settled();
    expect(looks).toHaveLength(4);
    for (const end of looks) end(0);
    await workers.stop();
  });
});
