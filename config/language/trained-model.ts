import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModel, encodeModel, MODEL_VERSION, type Model, train } from '#adapters/language/embedded/index.ts';
import { loadTrainingData, type TrainingData } from './training-data.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ENGINE = join(ROOT, 'adapters', 'language', 'embedded');

/** Built things that can be made again at any time; not committed, and need not survive. */
export const BUILT = join(ROOT, 'dist');

/**
 * The model for the sentences as they stand: the file from last time when nothing has changed, else trained anew,
 * which takes some seconds. A folder that cannot be written to costs time at every start and nothing else.
 */
export async function loadLanguageModel(folder: string = BUILT): Promise<Model> {
  const data = await loadTrainingData();
  const file = join(folder, `language-model-${await fingerprintOf(data)}.bin`);
  const known = await readFile(file).then(decodeModel, () => undefined);
  if (known) return known;
  const model = train(data.rows, data.lexicon, data.negatives);
  await keep(file, folder, encodeModel(model)).catch(() => undefined);
  return model;
}

/** Of the sentences and of the engine's own code: a change of either makes another model. */
async function fingerprintOf(data: TrainingData): Promise<string> {
  const hash = createHash('sha256').update(`${MODEL_VERSION}\n${JSON.stringify(data)}`);
  for (const file of (await readdir(ENGINE)).sort()) hash.update(await readFile(join(ENGINE, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Written beside and renamed, so that a process starting at the same time never reads half a file. */
async function keep(file: string, folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}
