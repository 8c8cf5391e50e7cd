import type { CitizenId } from '#domain/shared/ids.ts';

export interface Consenting {
  /** Keeps the artefact; the same consent given again changes nothing. */
  give(consent: {
    citizenId: CitizenId;
    purpose: string;
    noticeVersion: string;
    language: string;
    channel: string;
  }): Promise<void>;
  withdrawAll(citizenId: CitizenId): Promise<void>;
}
