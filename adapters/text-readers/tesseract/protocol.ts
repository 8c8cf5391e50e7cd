import type { Reading } from '#domain/document/reading.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import type { PaperDefinition } from '../paper-definition.ts';

/** What a worker is told once, before anything else. */
export interface Setup {
  readonly papers: readonly PaperDefinition[];
  readonly languages: readonly string[];
}

export interface Job {
  readonly file: Uint8Array;
  readonly expected: readonly string[];
  readonly today: IsoDate;
}

export type ToWorker = { readonly setup: Setup } | { readonly job: Job };

/** `page`: still at work, on the next page. `failed`: a mistake of ours, by the name of the error only. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'page' }
  | { readonly type: 'read'; readonly reading: Reading }
  | { readonly type: 'failed'; readonly error: string };
