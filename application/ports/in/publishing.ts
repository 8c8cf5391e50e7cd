import type { CertificateSnapshot } from '#domain/document/certificate.ts';
import type { PrintJob } from '../out/certificate-printer.ts';

export interface Publishing {
  /** Seals, prints and keeps a document; says that it exists only when all of that is done. @throws PrinterFailed */
  publish(
    issued: Omit<CertificateSnapshot, 'hash' | 'revokedAt'>,
    printed: Pick<PrintJob, 'template' | 'title' | 'data'>,
  ): Promise<void>;
}
