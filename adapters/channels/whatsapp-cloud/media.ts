import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { HttpResult } from '#adapters/shared/http.ts';
import { isWorthRetrying } from '#adapters/shared/retry.ts';
import type { MediaRef } from '#domain/conversation/message.ts';
import { MediaUnavailable } from '#domain/shared/failure.ts';
import { graph, isGood, type WhatsAppSettings } from './client.ts';
import { fetchFlowMedia, isFlowMedia } from './flow-media.ts';
import { mostBytesOf } from './media-limits.ts';

const found = z.object({ url: z.url(), file_size: z.coerce.number().optional().catch(undefined) });
const DOWNLOAD_TIMEOUT_MS = 60_000;

/** Looks up where the file lies, which holds for five minutes, and downloads it from there. @throws MediaUnavailable */
export async function fetchMedia(media: MediaRef, maxBytes: number, settings: WhatsAppSettings): Promise<Uint8Array> {
  if (isFlowMedia(media.ref)) return fetchFlowMedia(media.ref, maxBytes, settings.apiUrl);
  const first = await download(media, maxBytes, settings);
  // An address that has just run out is answered 404; a fresh one helps.
  const result = first.answered && first.status === 404 ? await download(media, maxBytes, settings) : first;
  if (!isGood(result)) throw unavailable(result);
  if (media.sha256 !== undefined && differs(result.bytes, media.sha256)) {
    throw new MediaUnavailable('digest-differs', { retry: true });
  }
  return result.bytes;
}

async function download(media: MediaRef, maxBytes: number, settings: WhatsAppSettings): Promise<HttpResult> {
  const lookedUp = await graph(settings).call(`/${encodeURIComponent(media.ref)}`);
  if (!isGood(lookedUp)) throw unavailable(lookedUp);
  const { url, file_size = 0 } = found.safeParse(lookedUp.json).data ?? {};
  if (url === undefined || !mayCarryToken(url, settings)) throw new MediaUnavailable('no-address', { retry: false });
  const most = mostBytesOf(media.kind, maxBytes);
  if (file_size > most) throw new MediaUnavailable('too-large', { retry: false });
  return graph(settings).call(url, { maxBytes: most, timeoutMs: DOWNLOAD_TIMEOUT_MS });
}

/** The download needs our access token, which must not travel in the clear, unless to the API's own host: a stand-in. */
const mayCarryToken = (url: string, { apiUrl }: WhatsAppSettings): boolean =>
  url.startsWith('https://') || new URL(url).hostname === new URL(apiUrl).hostname;

function unavailable(result: HttpResult): MediaUnavailable {
  if (!result.answered) return new MediaUnavailable(result.why, { retry: result.why !== 'too-large' });
  return new MediaUnavailable(`http-${result.status}`, { retry: isWorthRetrying(result.status) });
}

/** Meta writes digests in Base64; what is no digest at all proves nothing either way. */
function differs(bytes: Uint8Array, sha256: string): boolean {
  const claimed = Buffer.from(sha256, 'base64');
  return claimed.length === 32 && !claimed.equals(createHash('sha256').update(bytes).digest());
}
