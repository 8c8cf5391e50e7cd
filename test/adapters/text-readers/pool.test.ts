import { describe, expect, it } from 'vitest';
import { Pool } from '#adapters/text-readers/tesseract/pool.ts';
import type { Job } from '#adapters/text-readers/tesseract/protocol.ts';
import { startWorker, type Worker, WorkerDied } from '#adapters/text-readers/tesseract/worker-process.ts';
import { papers } from '#config/papers/index.ts';
import type { Reading } from '#domain/document/reading.ts';
import { birthSlipScan } from '#test/kit/papers.ts';

const reading: Reading = { type: 'birth-slip', quality: 'good', facts: {}, problems: [] };
const jobOf = (first: number): Job => ({ file: new Uint8Array([first]), expected: [], today: '2026-11-02' });

/** Workers that do as the first byte of the file says: 0 reads, 1 dies, 2 takes too long. A tired worker dies at once. */
function aPool({ workers = 1, tired = 0 } = {}) {
  const troubles: string[] = [];
  let started = 0;
  let atWork = 0;
  let mostAtWork = 0;
  const start = (): Worker => {
    started += 1;
    const isTired = started <= tired;
    let end = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      end = resolve;
    });
    const read = async ({ file }: Job): Promise<Reading> => {
      atWork += 1;
      mostAtWork = Math.max(mostAtWork, atWork);
      await Promise.resolve();
      atWork -= 1;
      if (!isTired && file[0] === 0) return reading;
      end();
      throw new WorkerDied(file[0] === 2 ? 'timeout' : 'died');
    };
    const kill = async (): Promise<void> => end();
    return { ready: Promise.resolve(), gone, read, kill };
  };
  const pool = new Pool({ workers, start, onTrouble: (event) => troubles.push(event) });
  return { pool, troubles, counts: () => ({ started, mostAtWork }) };
}

describe('the pool of workers', () => {
  it('keeps one worker warm and gives it one file at a time', async () => {
    const { pool, counts } = aPool();
    expect(await Promise.all([0, 0, 0].map((first) => pool.read(jobOf(first))))).toEqual([reading, reading, reading]);
    expect(counts()).toEqual({ started: 1, mostAtWork: 1 });
  });

  it('starts no more workers than allowed', async () => {
    const { pool, counts } = aPool({ workers: 2 });
    await Promise.all([0, 0, 0, 0, 0].map((first) => pool.read(jobOf(first))));
    expect(counts()).toEqual({ started: 2, mostAtWork: 2 });
  });

  it('gives a file whose worker died to a new one', async () => {
    const { pool, troubles, counts } = aPool({ tired: 1 });
    expect(await pool.read(jobOf(0))).toEqual(reading);
    expect({ troubles, started: counts().started }).toEqual({ troubles: ['worker-died'], started: 2 });
  });

  it('gives up a file that killed two workers, and reads the next', async () => {
    const { pool } = aPool();
    const deadly = pool.read(jobOf(1));
    const next = pool.read(jobOf(0));
    await expect(deadly).rejects.toMatchObject({ name: 'ReaderDown', code: 'worker-died', retry: true });
    expect(await next).toEqual(reading);
  });

  it('gives up a file that takes too long at once, and reads the next', async () => {
    const { pool, counts } = aPool();
    const slow = pool.read(jobOf(2));
    const next = pool.read(jobOf(0));
    await expect(slow).rejects.toMatchObject({ name: 'ReaderDown', code: 'timeout', retry: true });
    expect(await next).toEqual(reading);
    expect(counts().started).toBe(2);
  });

  it('turns files away once it is closed', async () => {
    const { pool } = aPool();
    await pool.close();
    await expect(pool.read(jobOf(0))).rejects.toMatchObject({ name: 'ReaderDown', code: 'closed', retry: true });
  });
});

describe('a worker process', { timeout: 30_000 }, () => {
  const setup = { papers, languages: ['eng'] };
  const slip = async (): Promise<Job> => ({ ...jobOf(0), file: await birthSlipScan(), expected: ['birth-slip'] });

  it('is killed when a page takes longer than allowed', async () => {
    const worker = startWorker(setup, 1);
    await expect(worker.read(await slip())).rejects.toMatchObject({ reason: 'timeout' });
    await expect(worker.gone).resolves.toBeUndefined();
  });

  it('tells of its death in the middle of a page', async () => {
    const worker = startWorker(setup, 30_000);
    await worker.ready;
    const [outcome] = await Promise.allSettled([worker.read(await slip()), worker.kill()]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'died' } });
  });

  it('does not start without its trained data', async () => {
    const worker = startWorker({ papers, languages: ['nowhere'] }, 1000);
    await expect(worker.ready).rejects.toMatchObject({ reason: 'died' });
    await expect(worker.gone).resolves.toBeUndefined();
  });
});
