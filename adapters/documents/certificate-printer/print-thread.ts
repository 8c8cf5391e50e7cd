import { Worker } from 'node:worker_threads';
import { PrinterFailed } from '#domain/shared/failure.ts';
import type { Order, Printed } from './order.ts';

export interface PrintThread {
  /** One after the other, in the order asked. @throws PrinterFailed */
  print(order: Order): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Prints in a thread that is replaced after so many prints, when it takes too long, and when it dies. */
export function startPrintThread(limits: { templatesDir: string; prints: number; milliseconds: number }): PrintThread {
  let worker: Worker | undefined;
  let printed = 0;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const old = worker;
    worker = undefined;
    printed = 0;
    await old?.terminate();
  };

  const start = (): Worker => {
    const fresh = new Worker(new URL('./print-worker.ts', import.meta.url), {
      workerData: { templatesDir: limits.templatesDir },
    });
    // An idle printer must not keep the process alive; a thread that dies between two prints is replaced by the next.
    fresh.unref();
    fresh.on('error', () => undefined);
    fresh.on('exit', () => {
      if (worker === fresh) worker = undefined;
    });
    return fresh;
  };

  const printNow = async (order: Order): Promise<Uint8Array> => {
    if (closed) throw new PrinterFailed('closed', { retry: false });
    worker ??= start();
    let answer: Printed;
    try {
      answer = await ask(worker, order, limits.milliseconds);
    } catch (error) {
      await stop();
      throw error;
    }
    printed += 1;
    if (printed >= limits.prints) await stop();
    if ('bytes' in answer) return answer.bytes;
    throw new PrinterFailed(answer.failed, { retry: false, cause: new Error(answer.detail) });
  };

  return {
    print(order) {
      const result = last.then(() => printNow(order));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await last;
      await stop();
    },
  };
}

function ask(worker: Worker, order: Order, milliseconds: number): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      settle();
    };
    const fail = (code: string, cause?: unknown) => end(() => reject(new PrinterFailed(code, { retry: true, cause })));
    const onMessage = (answer: Printed) => end(() => resolve(answer));
    const onError = (error: unknown) => fail('thread', error);
    const onExit = () => fail('thread');
    const timer = setTimeout(() => fail('timeout'), milliseconds);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(order);
  });
}
