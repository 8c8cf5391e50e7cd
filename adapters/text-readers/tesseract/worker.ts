import sharp from 'sharp';
import { Ocr } from './ocr.ts';
import type { FromWorker, Job, Setup, ToWorker } from './protocol.ts';
import { readPaper } from './read-paper.ts';

// A process of its own: hostile files are opened here, with no settings, no secrets and no database in reach,
// and when one hangs or kills it nothing else stops. It reads one file at a time.
sharp.concurrency(1);
sharp.cache(false);

let ocr: Ocr | undefined;
let setup: Setup | undefined;

const tell = (message: FromWorker): void => {
  process.send?.(message);
};

async function begin(given: Setup): Promise<FromWorker> {
  setup = given;
  ocr = new Ocr(given.languages);
  await ocr.ready();
  return { type: 'ready' };
}

async function work({ file, expected, today }: Job): Promise<FromWorker> {
  if (!ocr || !setup) return { type: 'failed', error: 'not-set-up' };
  const onPage = (): void => tell({ type: 'page' });
  const wanted = { papers: setup.papers, expected, today, onPage };
  return { type: 'read', reading: await readPaper(file, wanted, ocr) };
}

process.on('message', (message: ToWorker) => {
  const outcome = 'setup' in message ? begin(message.setup) : work(message.job);
  outcome.then(tell, (error: unknown) =>
    tell({ type: 'failed', error: error instanceof Error ? error.name : 'unknown' }),
  );
});
process.on('disconnect', () => process.exit());
