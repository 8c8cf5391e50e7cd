import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import { paysAt } from '../kit/a-browser-payment.ts';
import { aChat } from '../kit/a-chat.ts';
import { aProvider, credentialsFor, movableClock } from '../kit/a-platform.ts';
import { aFreePort, aProcess, type TestProcess } from '../kit/a-process.ts';
import { aDatabase, type TestDatabase } from '../kit/postgres.ts';

const NOW = '2026-03-16T05:30:00Z';

describe('one process that listens and two that work, on one database', () => {
  let folder: string;
  let database: TestDatabase;
  let graph: GraphStandIn;
  let url: string;
  let processes: readonly TestProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-'));
    database = await aDatabase();
    const port = await aFreePort();
    url = `http://127.0.0.1:${port}`;
    graph = await aProvider(() => `${url}/webhooks/whatsapp`, movableClock(NOW));
    const shared = {
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      PORT: String(port),
      CLOCK: NOW,
      ...credentialsFor(graph),
    };
    processes = ['web', 'worker', 'worker'].map((ROLE) => aProcess({ ...shared, ROLE }));
    await answers(`${url}/health/ready`, processes);
  });
  afterAll(async () => {
    const codes = await Promise.all(processes.map((each) => each.stop()));
    await graph.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
    expect(codes).toEqual([0, 0, 0]);
  });

  it('serve a citizen as one would, from the bill to the receipt', async () => {
    const chat = aChat({ graph }, { phone: '+910000000701' });
    await chat.says('house tax bharna hai');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/UPIC/);
    await chat.says('112000700000041');
    await chat.hears(/Kul/);
    await chat.taps('bill/pay/full');
    await chat.hears(/Payment ke baad raseed/);
    await paysAt(chat.lastLink() ?? '', 'success');
    const receipt = await chat.receives(/raseed, no/i);
    expect(Buffer.from(receipt.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('answer each of many citizens in the order in which he wrote', async () => {
    const citizens = Array.from({ length: 12 }, (_, at) => aChat({ graph }, { phone: `+9100000008${at + 10}` }));
    await Promise.all(
      citizens.map(async (chat) => {
        // Not waiting for answers: the next words are sent as soon as the ones before are stored.
        for (const words of ['house tax bharna hai', 'haan', '134000800000223']) await chat.says(words);
        await chat.receivesText(/bakaya nahi/);
      }),
    );
    for (const chat of citizens) {
      const order = chat.heard().map((said) => ORDER.findIndex((words) => words.test(said)));
      expect(order).toEqual([0, 1, 2, 3]);
    }
  });
});

const ORDER = [/Shuru karein/, /UPIC\) kya hai/, /Bill dekh raha/, /bakaya nahi/];

/** Waits until the address answers 200, or a process has ended. */
async function answers(url: string, processes: readonly TestProcess[]): Promise<void> {
  let isOver = false;
  void Promise.race(processes.map(({ ended }) => ended)).then(() => {
    isOver = true;
  });
  for (;;) {
    const status = await fetch(url).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (isOver) throw new Error(`a process ended: ${processes.map(({ said }) => said()).join('\n')}`);
    await pause(50);
  }
}
