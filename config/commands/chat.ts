import { join } from 'node:path';
import { pinoLog } from '#adapters/system/pino-log.ts';
import { demoOfficers } from '../demo.ts';
import { reasonOf } from '../reason-of.ts';
import { startPlatform } from '../start.ts';

/** The whole platform in a terminal, with one citizen talking: no account, no phone, no real money. */
const { DATA_DIR = './data', LOG_LEVEL = 'silent' } = process.env;
const folder = join(DATA_DIR, 'chat');

try {
  const platform = await startPlatform({
    // A data folder and a port of its own, so that it runs beside `npm start`.
    environment: { ...process.env, DATA_DIR: folder, PORT: process.env.PORT ?? '0', MODE: 'demo', ROLE: 'all' },
    log: pinoLog(LOG_LEVEL),
    extraChannels: {
      console: { use: 'console', input: process.stdin, output: process.stdout, folder: join(folder, 'received') },
    },
  });
  const [registrar] = demoOfficers;
  console.log(`Ek Sandesh, in this terminal. Write as you would to a person, for example: mere ghar beti hui hai kagaz banwana hai
Officers' desk: ${platform.url}/desk (${registrar?.officer.signInName}, ${registrar?.password}). Sent documents: ${join(folder, 'received')}. Ctrl-D ends.
`);
  await platform.installation.channels.get('console')?.finished;
  await platform.stop();
  process.exit(0);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
