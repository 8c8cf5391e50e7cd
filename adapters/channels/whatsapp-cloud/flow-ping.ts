import { createHmac } from 'node:crypto';
import { httpClient } from '#adapters/shared/http.ts';
import { openAnswer, sealRequest } from './flow-crypto.ts';

const TIMEOUT_MS = 5000;

/** What is asked: as a phone would, with the public key that it is given. */
export interface Pinging {
  readonly endpointUrl: string;
  readonly publicPem: string;
  readonly appSecret: string;
}

/**
 * Asks our own endpoint whether it is there, as Meta does before it publishes a form. `not-reached`: nobody answered, as
 * when the platform does not run; else the status with which it turns phones away.
 */
export async function pingEndpoint({
  endpointUrl,
  publicPem,
  appSecret,
}: Pinging): Promise<'answers' | 'not-reached' | number> {
  const { body, seal } = sealRequest({ version: '3.0', action: 'ping' }, publicPem);
  const text = JSON.stringify(body);
  const signature = `sha256=${createHmac('sha256', appSecret).update(text).digest('hex')}`;
  const result = await httpClient({ baseUrl: endpointUrl, timeoutMs: TIMEOUT_MS }).call('', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body: text,
  });
  if (!result.answered) return 'not-reached';
  const isOurs = result.status === 200 && openAnswer(Buffer.from(result.bytes).toString('utf8'), seal) !== undefined;
  return isOurs ? 'answers' : result.status;
}
