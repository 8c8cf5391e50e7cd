import type { Instant } from '#domain/shared/time.ts';
import type { Checked } from './checked.ts';

/** Makes the PDF of a certificate or receipt. The same input gives the same bytes. */
export interface CertificatePrinter {
  /** PDF/A-2a, tagged, Hindi and English. @throws PrinterFailed */
  print(job: PrintJob): Promise<Uint8Array>;
  check(): Promise<Checked>;
  close?(): Promise<void>;
}

export interface PrintJob {
  /** The template's path below `config/`, without its ending: `services/mcd/birth-certificate/certificate`, `templates/print/receipt`. */
  readonly template: string;
  readonly title: string;
  readonly number: string;
  readonly issuedAt: Instant;
  /** Printed as a QR code and as a link. */
  readonly verifyUrl: string;
  /** Plain data for the template: texts are printed as they are and never read as mark-up. */
  readonly data: PrintData;
}

export type PrintData = {
  readonly [name: string]: string | number | boolean | null | PrintData | readonly PrintData[] | readonly string[];
};
