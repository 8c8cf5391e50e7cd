/** What came of a call: an answer, whatever its status, or the reason why there was none. Never thrown, so that each caller maps it to its own failure. */
export type HttpResult = HttpAnswer | HttpFailure;

export interface HttpAnswer {
  readonly answered: true;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as JSON; absent when it is none. */
  readonly json: unknown;
}

export interface HttpFailure {
  readonly answered: false;
  readonly why: 'timeout' | 'unreachable' | 'too-large';
  readonly cause?: unknown;
}

export interface HttpSettings {
  /** Paths are put after it; it may have a path of its own. */
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the whole call, the body included. */
  readonly timeoutMs?: number;
  /** Larger answers are given up while they are being read. */
  readonly maxBytes?: number;
}

export interface HttpCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is: a form, a multipart form, bytes. */
  readonly body?: URLSearchParams | FormData | string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Redirects are answers like any other unless this is set: our headers carry secrets. */
  readonly followsRedirects?: boolean;
}

export interface HttpClient {
  /** `target` is a path after the base URL, or a whole URL. */
  call(target: string, call?: HttpCall): Promise<HttpResult>;
}

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 15_000;

export function httpClient(settings: HttpSettings): HttpClient {
  const base = settings.baseUrl.replace(/\/+$/, '');
  return {
    async call(target, call = {}) {
      const url = /^https?:\/\//.test(target) ? target : `${base}${target}`;
      const signal = AbortSignal.timeout(call.timeoutMs ?? settings.timeoutMs ?? TIMEOUT_MS);
      try {
        const response = await fetch(url, { ...requestOf(call, settings), signal });
        const bytes = await readAtMost(call.maxBytes ?? settings.maxBytes ?? MAX_BYTES, response);
        if (bytes === undefined) return { answered: false, why: 'too-large' };
        return {
          answered: true,
          status: response.status,
          headers: response.headers,
          bytes,
          get json() {
            return parsed(bytes);
          },
        };
      } catch (cause) {
        return { answered: false, why: signal.aborted ? 'timeout' : 'unreachable', cause };
      }
    },
  };
}

function requestOf(call: HttpCall, settings: HttpSettings): RequestInit {
  const body = call.json === undefined ? call.body : JSON.stringify(call.json);
  return {
    method: call.method ?? 'GET',
    redirect: call.followsRedirects ? 'follow' : 'manual',
    headers: {
      ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...settings.headers,
      ...call.headers,
    },
    ...(body === undefined ? {} : { body }),
  };
}

async function readAtMost(maxBytes: number, response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, so that the rest is not downloaded.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
