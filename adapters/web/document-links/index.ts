import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { DocumentStore } from '#application/ports/out/document-store.ts';
import type { DocumentLinks } from '#application/ports/out/installation.ts';
import { LinkExpired, PageUnknown } from '../errors.ts';

export interface DocumentLinkSettings {
  readonly publicUrl: string;
  /** Signs the links; whoever has it can open every document. */
  readonly secret: Uint8Array;
}

/** Links that open one document for some time, for channels that carry no files and people who have lost the message. */
export const documentLinks = ({ publicUrl, secret }: DocumentLinkSettings): DocumentLinks => ({
  linkTo: (documentId, citizenId, until) => {
    const seconds = Math.floor(Date.parse(until) / 1000).toString(36);
    const signature = sign(secret, documentId, citizenId, seconds);
    return `${publicUrl}/d/${documentId}.${citizenId}.${seconds}.${signature}`;
  },
});

export const documentRoute = (settings: DocumentLinkSettings, documents: DocumentStore, clock: Clock): Route => ({
  method: 'GET',
  path: '/d/:token',
  access: 'public',
  handle: (request) => answer(request, settings, documents, clock),
});

async function answer(
  { params }: WebRequest,
  { secret }: DocumentLinkSettings,
  documents: DocumentStore,
  clock: Clock,
): Promise<WebResponse> {
  const [documentId = '', citizenId = '', seconds = '', signature = ''] = (params.token ?? '').split('.');
  if (!isSame(signature, sign(secret, documentId, citizenId, seconds))) throw new PageUnknown();
  if (Number.parseInt(seconds, 36) * 1000 < Date.parse(clock.now())) throw new LinkExpired();
  const file = await documents.get(documentId, citizenId);
  if (!file) throw new PageUnknown();
  return {
    status: 200,
    headers: {
      'content-type': file.mime,
      'content-disposition': 'inline',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    },
    body: file.bytes,
  };
}

const sign = (secret: Uint8Array, ...parts: string[]): string =>
  createHmac('sha256', secret).update(parts.join('.')).digest('base64url').slice(0, 32);

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
