import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: less than anybody waits who tries again. */
const AGAIN_MS = 25;

/** Does it until somebody is there who takes it: a call that is cut is made again. */
export async function untilTaken<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      // What fetch throws when there is no answer.
      if (!(error instanceof TypeError)) throw error;
      await pause(AGAIN_MS);
    }
  }
}

/** What lies behind a link. */
export async function fetched(url: string): Promise<Uint8Array> {
  return untilTaken(async () => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`);
    return answer.bytes();
  });
}
