import type { TextReader } from '#application/ports/out/text-reader.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { PaperDefinition } from '../paper-definition.ts';
import type { TextReaderPlugin } from '../text-reader-plugin.ts';
import { Pool } from './pool.ts';
import { startWorker } from './worker-process.ts';

export interface TesseractSettings {
  /** The document types it can tell apart and read. */
  readonly papers: readonly PaperDefinition[];
  /** Tesseract's names, those with digits to trust first; `eng` and `hin` unless told. */
  readonly languages?: readonly string[];
  /** Processes of about 450 MB each, started when first needed; 1 unless told. One reads about 40 pages a minute. */
  readonly workers?: number;
  /** A page that takes longer is given up; 30 unless told. */
  readonly secondsPerPage?: number;
}

/** Reads photographs and PDFs on this machine; nothing leaves it. */
export const tesseract: TextReaderPlugin<TesseractSettings> = {
  name: 'tesseract',
  open({ papers, languages = ['eng', 'hin'], workers = 1, secondsPerPage = 30 }, world): TextReader {
    const { clock, log, mostMegabytes } = world;
    const onTrouble = (event: string): void => log.warn(`text-reader.${event}`);
    const start = () => startWorker({ papers, languages }, secondsPerPage * 1000);
    const pool = new Pool({ workers, start, onTrouble });
    return {
      name: 'tesseract',
      read: async (file, expected) => {
        if (file.byteLength > mostMegabytes * 1_000_000)
          return { quality: 'unusable', facts: {}, problems: ['tooLarge'] };
        return pool.read({ file, expected, today: dayOf(clock.now()) });
      },
      check: async () => {
        try {
          await pool.warm();
          return { ok: true, note: languages.join('+') };
        } catch {
          return { ok: false, problem: `the recogniser for ${languages.join('+')} does not start` };
        }
      },
      close: () => pool.close(),
    };
  },
};
