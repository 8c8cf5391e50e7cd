import { Api, type RawApi } from 'grammy';
import { z } from 'zod';
import { type HttpResult, httpClient } from '#adapters/shared/http.ts';

export interface TelegramSettings {
  /** Base of the Bot API; the stand-in's address in tests. */
  readonly apiUrl: string;
  /** As BotFather gave it. It is part of every address that we call, so no address may ever be logged. */
  readonly botToken: string;
  /** What was given as `secret_token` when the webhook was set; every call of Telegram carries it. */
  readonly secretToken: string;
}

/** No answer came; grammY hands it on inside its own error. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.why = why;
  }
}

const TIMEOUT_MS = 30_000;

const agreed = z.object({ ok: z.literal(true), result: z.unknown().optional() });
const refused = z.object({
  ok: z.literal(false),
  error_code: z.int(),
  description: z.string().catch(''),
  parameters: z.object({ retry_after: z.number().min(0).optional(), migrate_to_chat_id: z.int().optional() }).catch({}),
});

/** The Bot API by grammY's names and types, over our own way to call. */
export function botApi({ apiUrl, botToken }: TelegramSettings): RawApi {
  const { call } = httpClient({ baseUrl: apiUrl, timeoutMs: TIMEOUT_MS });
  const fetch = async (url: string, { headers, body }: FetchOptions) => {
    const result = await call(url, {
      method: 'POST',
      headers: { 'content-type': headers['content-type'] },
      body: typeof body === 'string' ? body : await bytesOf(body),
    });
    return { json: async () => answerOf(result) };
  };
  return new Api(botToken, { apiRoot: withoutSlash(apiUrl), fetch }).raw;
}

/** Where a file lies of which `getFile` told the path. */
export const fileUrl = ({ apiUrl, botToken }: TelegramSettings, path: string): string =>
  `${withoutSlash(apiUrl)}/file/bot${botToken}/${path.split('/').map(encodeURIComponent).join('/')}`;

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

interface FetchOptions {
  readonly headers: { readonly 'content-type': string };
  /** A stream for what carries a file. */
  readonly body: string | AsyncIterable<Uint8Array>;
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What does not look like the Bot API, such as a gateway's page between it and us, is told by its status. */
function answerOf(result: HttpResult): object {
  if (!result.answered) throw new NoAnswer(result.why);
  const { status, json } = result;
  const said = status === 200 ? agreed.safeParse(json).data : undefined;
  return said ?? refused.safeParse(json).data ?? { ok: false, error_code: status, description: '' };
}
