import type { Reading } from '#domain/document/reading.ts';
import { ReaderDown } from '#domain/shared/failure.ts';
import type { Job } from './protocol.ts';
import { type Worker, WorkerDied } from './worker-process.ts';

export interface PoolSettings {
  readonly workers: number;
  start(): Worker;
  /** Something happened to a worker: `worker-died`, `worker-timeout`. */
  onTrouble(event: string): void;
}

interface Waiting {
  readonly job: Job;
  readonly attempt: number;
  resolve(reading: Reading): void;
  reject(error: Error): void;
}

/** Warm workers that read one file each at a time. They start when first needed and stay. */
export class Pool {
  private readonly settings: PoolSettings;
  private readonly workers = new Set<Worker>();
  private readonly idle: Worker[] = [];
  private readonly queue: Waiting[] = [];
  private closed = false;

  constructor(settings: PoolSettings) {
    this.settings = settings;
  }

  /** @throws ReaderDown */
  read(job: Job): Promise<Reading> {
    return new Promise((resolve, reject) => {
      if (this.closed) reject(new ReaderDown('closed', { retry: true }));
      this.queue.push({ job, attempt: 1, resolve, reject });
      this.next();
    });
  }

  /** Starts a worker, if there is none, and waits until it could read. @throws WorkerDied */
  async warm(): Promise<void> {
    const [running] = this.workers;
    if (running) return running.ready;
    const worker = this.start();
    await worker.ready;
    this.idle.push(worker);
    this.next();
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.queue.splice(0)) waiting.reject(new ReaderDown('closed', { retry: true }));
    await Promise.all([...this.workers].map((worker) => worker.kill()));
  }

  private next(): void {
    const worker = this.queue.length > 0 && !this.closed ? this.freeWorker() : undefined;
    const waiting = worker && this.queue.shift();
    if (worker && waiting) void this.work(worker, waiting);
  }

  private freeWorker(): Worker | undefined {
    return this.idle.pop() ?? (this.workers.size < this.settings.workers ? this.start() : undefined);
  }

  private start(): Worker {
    const worker = this.settings.start();
    this.workers.add(worker);
    void worker.gone.then(() => this.forget(worker));
    return worker;
  }

  private async work(worker: Worker, waiting: Waiting): Promise<void> {
    try {
      waiting.resolve(await worker.read(waiting.job));
      this.idle.push(worker);
    } catch (error) {
      if (error instanceof WorkerDied) this.afterDeath(error, waiting);
      else {
        waiting.reject(error instanceof Error ? error : new ReaderDown('unknown', { retry: false }));
        this.idle.push(worker);
      }
    }
    this.next();
  }

  /** A death may be chance, so the file gets one more worker. One that took too long would keep others waiting once more: whoever asked decides. */
  private afterDeath({ reason }: WorkerDied, { job, attempt, resolve, reject }: Waiting): void {
    this.settings.onTrouble(`worker-${reason}`);
    if (reason === 'died' && attempt === 1 && !this.closed) this.queue.unshift({ job, attempt: 2, resolve, reject });
    else reject(new ReaderDown(reason === 'timeout' ? 'timeout' : 'worker-died', { retry: true }));
  }

  private forget(worker: Worker): void {
    this.workers.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    this.next();
  }
}
