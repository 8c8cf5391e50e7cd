import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CertificatePrinter, PrintJob } from '#application/ports/out/certificate-printer.ts';
import { PrinterFailed } from '#domain/shared/failure.ts';
import type { PrintOrder } from './order.ts';
import { startPrintThread } from './print-thread.ts';

export interface PrinterSettings {
  /** The folder that templates are named from; their `/` begins here. Usually `config/`. */
  readonly templatesDir: string;
  /** The typesetter keeps a little memory of each page, so its thread is replaced after so many. 500 unless told. */
  readonly printsPerThread?: number;
  /** A print that takes longer is given up. 20 unless told: a fresh thread on a busy machine needs a few. */
  readonly secondsPerPrint?: number;
}

/** Typst in a worker thread: PDF/A-2a, tagged. A letter that the fonts lack is a failure, never an empty box. */
export function openCertificatePrinter(settings: PrinterSettings): CertificatePrinter {
  const templatesDir = resolve(settings.templatesDir);
  const thread = startPrintThread({
    templatesDir,
    prints: settings.printsPerThread ?? 500,
    milliseconds: (settings.secondsPerPrint ?? 20) * 1000,
  });

  return {
    print: async (job) => thread.print(orderOf(job, templatesDir)),
    async check() {
      try {
        await access(resolve(templatesDir, 'templates/print/shared.typ'));
        await thread.print('probe');
        return { ok: true, note: 'a page was set' };
      } catch (error) {
        return {
          ok: false,
          problem: error instanceof PrinterFailed ? describe(error) : `no templates in ${templatesDir}`,
        };
      }
    },
    close: () => thread.close(),
  };
}

function orderOf(job: PrintJob, templatesDir: string): PrintOrder {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(job.template)) throw new PrinterFailed('template', { retry: false });
  const { template, verifyUrl, ...printed } = job;
  return {
    file: resolve(templatesDir, `${template}.typ`),
    job: JSON.stringify({ ...printed, link: verifyUrl.split('#', 1)[0] }),
    qr: verifyUrl,
    createdSeconds: Math.floor(Date.parse(job.issuedAt) / 1000),
  };
}

const describe = ({ code, cause }: PrinterFailed): string =>
  cause instanceof Error ? `${code}: ${cause.message}` : code;
