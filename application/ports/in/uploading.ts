import type { ServiceId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';

/** Papers that come by a page of ours, from people whose channel carries no pictures. */
export interface Uploading {
  /** What the link is for. @throws UploadUnknown, UploadExpired, UploadUsed */
  look(token: string): Promise<WantedPaper>;
  /** Takes the paper in, durably; the talk goes on where it is held. @throws UploadUnknown, UploadExpired, UploadUsed, NoPaperSent */
  take(token: string, bytes: Uint8Array): Promise<void>;
}

/** Nothing that tells who is asked: whoever finds the phone sees this. */
export interface WantedPaper {
  /** Absent when the paper is to answer an officer's question. */
  readonly paper?: { readonly serviceId: ServiceId; readonly requirement: string };
  /** It has come and is being read. */
  readonly isBeingRead: boolean;
  readonly mostMegabytes: number;
  /** That of the talk. */
  readonly language: Language;
}
