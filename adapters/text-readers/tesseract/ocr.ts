import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { type Picture, toPng } from './picture.ts';
import type { Word } from './words.ts';

const require = createRequire(import.meta.url);

/**
 * The trained data lies in its packages, nothing is fetched; but tesseract.js wants all of it in one folder, for as long
 * as it starts. `4.0.0` also holds the old engine's data, which finding the orientation needs.
 */
async function withTrained<T>(
  codes: readonly string[],
  version: '4.0.0' | '4.0.0_best_int',
  start: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'trained-'));
  try {
    for (const code of codes) {
      const home = dirname(require.resolve(`@tesseract.js-data/${code}/package.json`));
      const file = `${code}.traineddata.gz`;
      await copyFile(join(home, version, file), join(folder, file));
    }
    return await start(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const quiet = { gzip: true, cacheMethod: 'none', errorHandler: () => undefined };

/** One warm recogniser. English first: the Hindi model drops digits when it leads. */
export class Ocr {
  private readonly reading: Promise<Worker>;
  private turning: Promise<Worker> | undefined;

  constructor(languages: readonly string[]) {
    this.reading = startReading(languages);
  }

  async ready(): Promise<void> {
    await this.reading;
  }

  async words(picture: Picture): Promise<Word[]> {
    const worker = await this.reading;
    // Sparse text: the only mode that keeps the short cells of ruled tables; boxes pair them up again.
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT });
    return seen(worker, picture);
  }

  /** One line and nothing else, which finds even a lone letter. */
  async line(picture: Picture): Promise<Word[]> {
    const worker = await this.reading;
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE });
    return seen(worker, picture);
  }

  /** Degrees by which the page must be turned clockwise to stand upright. */
  async turnNeeded(picture: Picture): Promise<number> {
    this.turning ??= startTurning();
    const worker = await this.turning;
    const { data } = await worker.detect(await toPng(picture));
    return data.orientation_degrees ?? 0;
  }
}

const startReading = (languages: readonly string[]): Promise<Worker> =>
  withTrained(languages, '4.0.0_best_int', (langPath) =>
    createWorker([...languages], OEM.LSTM_ONLY, { ...quiet, langPath }),
  );

const startTurning = (): Promise<Worker> =>
  withTrained(['osd'], '4.0.0', (langPath) =>
    createWorker(['osd'], OEM.TESSERACT_ONLY, { ...quiet, langPath, legacyCore: true, legacyLang: true }),
  );

async function seen(worker: Worker, picture: Picture): Promise<Word[]> {
  const { data } = await worker.recognize(await toPng(picture), {}, { blocks: true, text: false });
  return (data.blocks ?? [])
    .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)))
    .map(({ text, confidence, bbox }) => ({ text, confidence: confidence / 100, ...bbox }));
}
