import { describe, expect, it, vi } from 'vitest';
import { openMemoryWakeup } from '#adapters/persistence/memory/index.ts';
import { startWorkers, type WorkerParts } from '#config/workers.ts';
import { rememberingLog } from '#test/kit/fakes.ts';

const none = async () => 0;

function workers(parts: Partial<WorkerParts['work']> = {}) {
  const wakeup = openMemoryWakeup();
  const log = rememberingLog();
  const work = { talks: none, messages: none, jobs: none, ...parts };
  const started = startWorkers({ work, count: { talks: 1, messages: 1, jobs: 1 }, regularly: [], wakeup, log });
  return { ...started, wakeup, log };
}

describe('the workers', () => {
  it('go on while there is something to do', async () => {
    let left = 5;
    const { stop } = workers({
      talks: async () => {
        left -= 1;
        return left;
      },
    });
    await vi.waitFor(() => expect(left).toBe(0));
    await stop();
  });

  it('wake at once when something comes', async () => {
    let rounds = 0;
    const { stop, wakeup } = workers({
      jobs: async () => {
        rounds += 1;
        return 0;
      },
    });
    await vi.waitFor(() => expect(rounds).toBe(1));
    wakeup.wake('jobs');
    await vi.waitFor(() => expect(rounds).toBe(2), { timeout: 500 });
    await stop();
  });

  it('survive what goes wrong in a round, with an alarm', async () => {
    let rounds = 0;
    const { stop, wakeup, log } = workers({
      messages: async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('the database is away');
        return 0;
      },
    });
    await vi.waitFor(() => expect(log.alarms).toEqual(['worker.failed']));
    wakeup.wake('messages');
    await vi.waitFor(() => expect(rounds).toBe(2));
    await stop();
  });

  it('finish what is in hand before they stop', async () => {
    const steps: string[] = [];
    let letGo: (() => void) | undefined;
    const { stop } = workers({
      talks: async () => {
        if (steps.length > 0) return 0;
        steps.push('begun');
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
        steps.push('done');
        return 0;
      },
    });
    await vi.waitFor(() => expect(steps).toEqual(['begun']));
    const stopped = stop().then(() => steps.push('stopped'));
    letGo?.();
    await stopped;
    expect(steps).toEqual(['begun', 'done', 'stopped']);
  });
});
