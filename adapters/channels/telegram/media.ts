import { z } from 'zod';
import { httpClient } from '#adapters/shared/http.ts';
import { isWorthRetrying } from '#adapters/shared/retry.ts';
import type { MediaRef } from '#domain/conversation/message.ts';
import { MediaUnavailable } from '#domain/shared/failure.ts';
import { botApi, fileUrl, type TelegramSettings } from './api.ts';
import { failureOf } from './errors.ts';

// A path on a disk, as a server of one's own tells when it runs in local mode, is none that can be downloaded.
const path = z
  .string()
  .max(500)
  .regex(/^[^/\\]/)
  .refine((text) => !text.split('/').includes('..'));
const found = z.object({ file_path: path, file_size: z.number().catch(0) });
const DOWNLOAD_TIMEOUT_MS = 60_000;

/** Looks up where the file lies, which holds for an hour, and downloads it from there. @throws MediaUnavailable */
export async function fetchMedia(media: MediaRef, maxBytes: number, settings: TelegramSettings): Promise<Uint8Array> {
  const { file_path, file_size } = await lookUp(media.ref, settings);
  if (file_size > maxBytes) throw new MediaUnavailable('too-large', { retry: false });
  const client = httpClient({ baseUrl: settings.apiUrl, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  const result = await client.call(fileUrl(settings, file_path), { maxBytes });
  if (!result.answered) throw new MediaUnavailable(result.why, { retry: result.why !== 'too-large' });
  if (result.status !== 200) {
    throw new MediaUnavailable(`http-${result.status}`, { retry: isWorthRetrying(result.status) });
  }
  return result.bytes;
}

async function lookUp(ref: string, settings: TelegramSettings): Promise<z.infer<typeof found>> {
  const file: unknown = await botApi(settings)
    .getFile({ file_id: ref })
    .catch((error: unknown) => {
      const { code, retry } = failureOf(error);
      throw new MediaUnavailable(code, { retry });
    });
  const lying = found.safeParse(file).data;
  if (!lying) throw new MediaUnavailable('no-address', { retry: false });
  return lying;
}
