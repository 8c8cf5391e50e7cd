import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { trainRecogniser } from '#adapters/language/embedded/index.ts';
import { readCsv } from '../language/csv.ts';
import { loadTrainingData } from '../language/training-data.ts';

/** Trains the engine on one file and tests it on another (`text,intent`). Everything is fixed before the second is read. */
const { values } = parseArgs({ options: { train: { type: 'string' }, test: { type: 'string' } } });
if (!values.train || !values.test) {
  console.error('usage: nlu:bench -- --train A.csv --test B.csv');
  process.exit(2);
}

const OUT_OF_SCOPE = 'out-of-scope';

const rowsOf = async (file: string) =>
  readCsv(await readFile(file, 'utf8')).map(({ text = '', intent = '' }) => ({ text, intent: intent.trim() }));

const train = await rowsOf(values.train);
const { negatives } = await loadTrainingData();
const trainingStarted = performance.now();
const recogniser = trainRecogniser(train, negatives);
const trainMs = performance.now() - trainingStarted;

const test = await rowsOf(values.test);
const testingStarted = performance.now();
const said = test.map(({ text }) => recogniser.recognise(text));
const perMessageUs = ((performance.now() - testingStarted) * 1000) / Math.max(1, test.length);

/** The share of right answers among the rows chosen; null when there are none. */
const share = (isChosen: (intent: string) => boolean): number | null => {
  const chosen = test.flatMap(({ intent }, at) => (isChosen(intent) ? [said[at] === intent] : []));
  return chosen.length === 0 ? null : rounded(chosen.filter(Boolean).length / chosen.length);
};

/** Matthews correlation for many classes (Gorodkin 2004). */
function matthews(): number {
  const truly = count(test.map(({ intent }) => intent));
  const guessed = count(said);
  const right = test.filter(({ intent }, at) => said[at] === intent).length;
  const all = test.length;
  let together = 0;
  for (const [intent, times] of truly) together += times * (guessed.get(intent) ?? 0);
  const spread = (counts: Map<string, number>) => all ** 2 - [...counts.values()].reduce((sum, n) => sum + n * n, 0);
  const scale = Math.sqrt(spread(truly) * spread(guessed));
  return scale === 0 ? 0 : (right * all - together) / scale;
}

function count(intents: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const intent of intents) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return counts;
}

function rounded(figure: number): number {
  return Math.round(figure * 10000) / 10000;
}

console.log(
  JSON.stringify({
    accuracy: share(() => true),
    inScopeAccuracy: share((intent) => intent !== OUT_OF_SCOPE),
    outOfScopeRecall: share((intent) => intent === OUT_OF_SCOPE),
    mcc: rounded(matthews()),
    trainMs: Math.round(trainMs),
    perMessageUs: Math.round(perMessageUs),
  }),
);
