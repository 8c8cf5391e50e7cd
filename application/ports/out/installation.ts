import type { UploadLimits } from '#domain/document/upload-limits.ts';
import type { CitizenId, DepartmentId, ServiceId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Instant } from '#domain/shared/time.ts';

/** What the rules need to know of this installation. */
export interface Installation {
  /** The address that links in messages carry, without a slash at the end. */
  readonly publicUrl: string;
  /** The language of a first talk. */
  readonly language: Language;
  /** Minutes for which a payment link can be paid. */
  readonly paymentMinutes: number;
  /** Documents are marked as specimens: nobody may take a demonstration for the real thing. */
  readonly isDemo: boolean;
  /** In a demonstration devices become kiosks by themselves, and stand here; absent otherwise. */
  readonly demoPlace?: string;
  /** How a department's certificates and receipts are numbered: `MCD`. */
  readonly series: (department: DepartmentId) => string;
  /** The template of a service's document: its own, or the one that all others share. */
  readonly templateOf: (department: DepartmentId, service: ServiceId) => string;
}

/** Links to the upload page, for one paper of one citizen. */
export interface UploadLinks {
  /** `asked` names the request for the paper; see `nameOf`. */
  linkTo(citizenId: CitizenId, asked: string, until: Instant): string;
  /** Absent when the token is not one of ours. */
  read(
    token: string,
  ): { readonly citizenId: CitizenId; readonly until: Instant; readonly isFor: (asked: string) => boolean } | undefined;
}

/** How papers come where the channel carries none. */
export interface Uploads {
  readonly links: UploadLinks;
  readonly limits: UploadLimits;
}

/** A link under which a document may be fetched for some time by whoever has it. */
export interface DocumentLinks {
  linkTo(documentId: string, citizenId: string, until: Instant): string;
}
