import { join } from 'node:path';
import { openSession, seededCitizens } from '#adapters/persistence/measuring/index.ts';
import { type ChildPlatform, startChild } from './child.ts';
import { type BenchServer, openBenchServer } from './databases.ts';
import { type FastGraph, openFastGraph } from './graph.ts';
import { openPeer } from './peer.ts';
import { type Line, median, percentile } from './table.ts';
import { answerTimes, Talkers } from './talk.ts';
import { credentials } from './webhooks.ts';

const CITIZENS = 500;
const IN_FLIGHT = 64;
const ROUNDS = 5;
const RATE = 330;
const FEW = 1000;
const MANY = 1_000_000;

interface Town {
  readonly platform: ChildPlatform;
  readonly graph: FastGraph;
  readonly talkers: Talkers;
  close(): Promise<void>;
}

/** The chat from webhook to reply, through a platform in a process of its own, on a durable PostgreSQL. */
export async function measureChat(
  databaseUrl: string | undefined,
  nodeFlags: readonly string[],
  say: (what: string) => void,
): Promise<readonly Line[]> {
  const server = await openBenchServer(databaseUrl);
  const towns: Town[] = [];
  try {
    const peer = await openPeer(await server.create(), server.folder);
    say(`seeding ${FEW} and ${MANY} citizens`);
    const small = await settle(server, 'small', FEW, nodeFlags);
    towns.push(small);
    const big = await settle(server, 'big', MANY, []);
    towns.push(big);
    const rounds: { small: number; peer: number; big: number }[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`chat, round ${round} of ${ROUNDS}`);
      rounds.push({
        small: await small.talkers.measure(IN_FLIGHT, 5),
        peer: await peer.measure(4),
        big: await big.talkers.measure(IN_FLIGHT, 5),
      });
    }
    say('webhooks at a steady rate');
    const times = await answerTimes({ url: small.platform.url, graph: small.graph, citizens: CITIZENS }, RATE, 6);
    const middle = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map(of));
    return [
      {
        what: `chat turns a second, ${IN_FLIGHT} in flight (PostgreSQL ${server.version})`,
        value: middle((round) => round.small),
        unit: '/s',
        peer: { name: peer.name, value: middle((round) => round.peer) },
        ratio: middle((round) => round.small / round.peer),
        aim: { atLeast: 0.5 },
      },
      { what: `webhook answered at ${RATE}/s, p50`, value: percentile(times, 0.5), unit: 'ms', aim: { atMost: 50 } },
      { what: `webhook answered at ${RATE}/s, p99`, value: percentile(times, 0.99), unit: 'ms', aim: { atMost: 250 } },
      {
        what: `time a turn takes with ${MANY} citizens`,
        value: middle((round) => 1000 / round.big),
        unit: 'ms',
        peer: { name: `with ${FEW} citizens`, value: middle((round) => 1000 / round.small) },
        ratio: middle((round) => round.small / round.big),
        aim: { atMost: 1.2 },
      },
    ];
  } finally {
    for (const town of towns) await town.close();
    await server.close();
  }
}

/** A platform on a database with so many citizens, of whom some are met already. */
async function settle(
  server: BenchServer,
  name: string,
  citizens: number,
  nodeFlags: readonly string[],
): Promise<Town> {
  const graph = await openFastGraph();
  const url = await server.create();
  const environment = {
    ...credentials,
    DATABASE_URL: url,
    DATA_DIR: join(server.folder, name),
    WHATSAPP_API_URL: graph.url,
  };
  const platform = await startChild(environment, nodeFlags);
  const session = await openSession(url);
  for (const statement of seededCitizens(citizens)) await session.run(statement);
  await session.close();
  const talkers = new Talkers({ url: platform.url, graph, citizens: CITIZENS });
  await talkers.meet();
  await talkers.measure(IN_FLIGHT, 2);
  return {
    platform,
    graph,
    talkers,
    close: async () => {
      await platform.stop();
      await graph.close();
    },
  };
}
