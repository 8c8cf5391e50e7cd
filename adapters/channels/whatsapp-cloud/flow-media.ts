import { z } from 'zod';
import { httpClient } from '#adapters/shared/http.ts';
import { isWorthRetrying } from '#adapters/shared/retry.ts';
import { MediaUnavailable } from '#domain/shared/failure.ts';
import { type FlowMedia, mediaSchema, openMedia } from './flow-crypto.ts';

const PREFIX = 'flow:';
const TIMEOUT_MS = 60_000;

/** What it takes to fetch a file from a Flow's picker, and to open it. */
export const mediaRefOf = (media: FlowMedia): string =>
  `${PREFIX}${Buffer.from(JSON.stringify(media)).toString('base64url')}`;

/** Meta's own hosts, and in demo mode the stand-in: nobody can have us fetch from elsewhere. */
const isMetas = (url: string, apiUrl: string): boolean => {
  const { protocol, hostname, origin } = new URL(url);
  return (
    (protocol === 'https:' && /(^|\.)(whatsapp\.net|fbcdn\.net|fbsbx\.com)$/.test(hostname)) ||
    origin === new URL(apiUrl).origin
  );
};

const inRef = z.string().transform((text) => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
});

export const isFlowMedia = (ref: string): boolean => ref.startsWith(PREFIX);

/** The file behind a reference from a Flow, opened. @throws MediaUnavailable */
export async function fetchFlowMedia(ref: string, maxBytes: number, apiUrl: string): Promise<Uint8Array> {
  const media = inRef.pipe(mediaSchema).safeParse(ref.slice(PREFIX.length)).data;
  if (!media || !isMetas(media.cdn_url, apiUrl)) throw new MediaUnavailable('no-address', { retry: false });
  const plain = await download(media, maxBytes + SEALING_BYTES);
  if (plain.length > maxBytes) throw new MediaUnavailable('too-large', { retry: false });
  return plain;
}

/** By how much a file may be longer when it is sealed: a block, and what proves it whole. */
const SEALING_BYTES = 16 + 10;

async function download(media: FlowMedia, maxBytes: number): Promise<Uint8Array> {
  const file = await httpClient({ baseUrl: media.cdn_url, timeoutMs: TIMEOUT_MS }).call(media.cdn_url, { maxBytes });
  if (!file.answered) throw new MediaUnavailable(file.why, { retry: file.why !== 'too-large' });
  if (file.status !== 200) throw new MediaUnavailable(`http-${file.status}`, { retry: isWorthRetrying(file.status) });
  const plain = openMedia(file.bytes, media);
  if (!plain) throw new MediaUnavailable('digest-differs', { retry: false });
  return plain;
}
