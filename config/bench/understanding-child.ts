import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openLanguageEngine, train } from '#adapters/language/embedded/index.ts';
import { readCsv } from '../language/csv.ts';
import { loadLanguageModel } from '../language/trained-model.ts';
import { loadTrainingData } from '../language/training-data.ts';

/** What a language engine was seen to do. */
export interface Understood {
  readonly perSecond: number;
  readonly megabytes: number;
  readonly trainSeconds: number;
  /** Share of unseen messages about a service whose service was found. */
  readonly services: number;
}

/** Answers with the name of the intent. */
type Understand = (text: string) => string | Promise<string>;

const UNSEEN = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'language', 'unseen.csv');
const SECONDS = 3;

const [, , which, folder = '', peerName = ''] = process.argv;
const data = await loadTrainingData();

async function measured(understand: Understand, trainSeconds: number): Promise<Understood> {
  const unseen = readCsv(await readFile(UNSEEN, 'utf8')).flatMap(({ text = '', intent = '' }) =>
    /^(general:|out-of-scope)/.test(intent) ? [] : [{ text, service: intent.split(':')[0] }],
  );
  let right = 0;
  for (const { text, service } of unseen) if ((await understand(text)) === service) right += 1;
  const start = performance.now();
  let count = 0;
  // No message is the same twice: neither may answer from memory.
  while (performance.now() - start < SECONDS * 1000)
    await understand(`${unseen[count % unseen.length]?.text ?? ''} ${count++}`);
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: count / seconds,
    megabytes: process.memoryUsage().rss / 2 ** 20,
    trainSeconds,
    services: right / unseen.length,
  };
}

async function ours(): Promise<Understood> {
  const start = performance.now();
  train(data.rows, data.lexicon, data.negatives);
  const trainSeconds = (performance.now() - start) / 1000;
  const engine = openLanguageEngine(await loadLanguageModel());
  return measured((text) => {
    const { intent } = engine.understand(text);
    return intent.type === 'service' ? intent.service : intent.type;
  }, trainSeconds);
}

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ readonly intent: string }>;
}

/** Hindi is understood by English's rules there: three ways of writing share one model, as with us. */
async function peer(): Promise<Understood> {
  const require = createRequire(join(folder, 'package.json'));
  const { NlpManager } = require(peerName) as { NlpManager: new (settings: object) => NlpManager };
  const manager = new NlpManager({ languages: ['en'], autoSave: false, autoLoad: false, nlu: { log: false } });
  for (const { text, intent } of data.rows) manager.addDocument('en', text, intent);
  for (const text of data.negatives) manager.addDocument('en', text, 'None');
  const start = performance.now();
  await manager.train();
  const trainSeconds = (performance.now() - start) / 1000;
  return measured(async (text) => (await manager.process('en', text)).intent, trainSeconds);
}

process.send?.(await (which === 'peer' ? peer() : ours()));
