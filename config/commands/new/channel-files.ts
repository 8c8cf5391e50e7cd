import type { ChannelKind } from '#domain/shared/contact-point.ts';
import { camelCase, type Files, pascalCase } from './write-files.ts';

interface NewChannel {
  readonly name: string;
  readonly serves: ChannelKind;
}

/** A channel that works as it stands, against a provider that speaks the plainest JSON there is. */
export function channelFiles(channel: NewChannel): { readonly files: Files; readonly next: readonly string[] } {
  const { name, serves } = channel;
  const folder = `adapters/channels/${name}`;
  const variable = name.replaceAll('-', '_').toUpperCase();
  return {
    files: {
      [`${folder}/index.ts`]: index(channel),
      [`${folder}/signature.ts`]: signature,
      [`${folder}/parse.ts`]: parse(channel),
      [`${folder}/render.ts`]: render,
      [`${folder}/client.ts`]: client(channel),
      [`test/adapters/channels/${name}/${name}.test.ts`]: test(channel),
      [`test/fixtures/${name}/text.json`]: fixture,
    },
    next: [
      '  config/registry.ts, among the imports and in `channels`:',
      `    import { ${camelCase(name)} } from '#adapters/channels/${name}/index.ts';`,
      `    '${name}': ${camelCase(name)},`,
      `  config/default.ts, in \`channels\`, in place of what serves ${serves} there:`,
      `    ${serves}: {`,
      `      use: '${name}',`,
      `      apiUrl: env('${variable}_API_URL', 'https://api.provider.example'),`,
      `      accessToken: env('${variable}_ACCESS_TOKEN'),`,
      `      secret: env('${variable}_SECRET'),`,
      '    },',
      `  it passes the laws of channels as it stands: npx vitest run --project unit test/adapters/channels/${name}`,
      `  then put what the provider really sends into test/fixtures/${name}/, and fill in the folder until they hold again;`,
      '  a channel with buttons and files to imitate is adapters/channels/whatsapp-cloud',
      `  at the end: npx biome check --write && npm run check, and npm run doctor with ${variable}_ACCESS_TOKEN and ${variable}_SECRET set`,
    ],
  };
}

const index = ({ name, serves }: NewChannel): string => `import { webhookChannel } from '../webhook-channel.ts';
import { check, type ${pascalCase(name)}Settings, post } from './client.ts';
import { parse } from './parse.ts';
import { MAX_TEXT_LENGTH, type Payload, render } from './render.ts';
import { isSigned } from './signature.ts';

export type { ${pascalCase(name)}Settings } from './client.ts';

/** ${serves} by ${name}. */
export const ${camelCase(name)} = webhookChannel<${pascalCase(name)}Settings, Payload>({
  name: '${name}',
  serves: '${serves}',
  capabilities: { maxTextLength: MAX_TEXT_LENGTH, buttons: 0, listRows: 0, attachments: false },
  paths: ['/webhooks/${name}'],
  isGenuine: (request, { secret }) => isSigned(request.body, request.headers['x-signature'], secret),
  parse,
  render,
  post,
  check,
});
`;

const signature = `import { createHmac } from 'node:crypto';
import { isSameSecret } from '#adapters/shared/same-secret.ts';

/** \`header\` is the HMAC-SHA256 of the raw bytes in hexadecimal. */
export function isSigned(body: Uint8Array, header: string | undefined, secret: string): boolean {
  // Without a secret anybody could compute the HMAC.
  if (secret === '') return false;
  return isSameSecret(header, createHmac('sha256', secret).update(body).digest('hex'));
}
`;

const parse = ({ serves }: NewChannel): string => `import { z } from 'zod';
import type { DeliveryStatus, InboundMessage } from '#domain/conversation/message.ts';
import type { Heard } from '../webhook-channel.ts';

const instant = z.iso.datetime().transform((at) => new Date(at).toISOString());
const message = z.object({
  id: z.string().min(1).max(256),
  from: z.string().regex(/^\\+\\d{6,15}$/),
  at: instant,
  text: z.string(),
});
const status = z.object({
  id: z.string().min(1).max(256),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  at: instant,
});
const webhook = z.object({ messages: z.array(z.unknown()).default([]), statuses: z.array(z.unknown()).default([]) });

/** Every message and status of a call; what we do not know yields none. */
export function parse(body: unknown): Heard | undefined {
  const call = webhook.safeParse(body).data;
  if (!call) return undefined;
  return { messages: call.messages.flatMap(messageOf), statuses: call.statuses.flatMap(statusOf) };
}

function messageOf(raw: unknown): InboundMessage[] {
  const said = message.safeParse(raw).data;
  if (!said) return [];
  const { id, from, at, text } = said;
  return [{ id, at, from: [{ channel: '${serves}', kind: 'phone', address: from }], content: { type: 'text', text } }];
}

function statusOf(raw: unknown): DeliveryStatus[] {
  const told = status.safeParse(raw).data;
  return told ? [{ messageId: told.id, status: told.status, at: told.at }] : [];
}
`;

const render = `import type { WordedMessage } from '#application/ports/out/channel.ts';
import { splitText } from '../split-text.ts';

export interface Payload {
  readonly text: string;
}

export const MAX_TEXT_LENGTH = 1600;

/** Everything as text: choices as a numbered menu, links and documents by their address. */
export function render({ text, choices = [], link, document }: WordedMessage): readonly Payload[] {
  const lines = [
    text,
    ...choices.map(({ label, byWord }, i) => byWord ?? \`\${i + 1}. \${label}\`),
    ...(link ? [\`\${link.label} \${link.url}\`] : []),
    ...(document?.link === undefined ? [] : [document.link]),
  ];
  return splitText(lines.join('\\n'), MAX_TEXT_LENGTH)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ text: part }));
}
`;

const client = ({ name }: NewChannel): string => `import { z } from 'zod';
import { type HttpResult, httpClient } from '#adapters/shared/http.ts';
import { isWorthRetrying, retryAfterSeconds } from '#adapters/shared/retry.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { Payload } from './render.ts';

export interface ${pascalCase(name)}Settings {
  readonly apiUrl: string;
  readonly accessToken: string;
  /** Signs what the provider sends us. */
  readonly secret: string;
}

const accepted = z.object({ id: z.string().min(1) });

const provider = ({ apiUrl, accessToken }: ${pascalCase(name)}Settings) =>
  httpClient({ baseUrl: apiUrl, headers: { authorization: \`Bearer \${accessToken}\` } });

/** Hands one payload over. @throws NotDelivered */
export async function post(payload: Payload, to: Destination, settings: ${pascalCase(name)}Settings): Promise<string> {
  const result = await provider(settings).call('/messages', {
    method: 'POST',
    json: { to: to.contactPoint.address, text: payload.text, reference: to.reference },
  });
  if (!result.answered || !isGood(result.status)) throw failureOf(result);
  const taken = accepted.safeParse(result.json).data;
  // Trying again could say it twice, and nothing tells that it was not taken.
  if (!taken) throw new NotDelivered('answer-not-understood', { retry: false, instead: 'nothing' });
  return taken.id;
}

/** Asks for our own account: that needs the right address and token, and changes nothing. */
export async function check(settings: ${pascalCase(name)}Settings): Promise<Checked> {
  const result = await provider(settings).call('/account');
  if (!result.answered) return { ok: false, problem: result.why };
  return isGood(result.status) ? { ok: true } : { ok: false, problem: \`answered \${result.status}\` };
}

const isGood = (status: number): boolean => status >= 200 && status < 300;

function failureOf(result: HttpResult): NotDelivered {
  if (!result.answered) return new NotDelivered(result.why, { retry: true });
  const afterSeconds = retryAfterSeconds(result.headers);
  return new NotDelivered(\`http-\${result.status}\`, {
    retry: isWorthRetrying(result.status),
    ...(afterSeconds !== undefined && { afterSeconds }),
  });
}
`;

const test = ({ name, serves }: NewChannel): string => `import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ${camelCase(name)} } from '#adapters/channels/${name}/index.ts';
import { aWebRequest } from '#test/contracts/channel-world.ts';
import { describeChannel } from '#test/contracts/describe-channel.ts';
import { inHeader } from '#test/contracts/proof.ts';

const SECRET = 'secret-of-the-test';
const ASHA = { channel: '${serves}', kind: 'phone', address: '+910000000001' } as const;
const AT = '2026-03-05T04:00:00.000Z';

const fixture = (file: string) => readFileSync(new URL(\`../../../fixtures/${name}/\${file}.json\`, import.meta.url));

const signed = (body: string | Buffer) =>
  aWebRequest({
    path: '/webhooks/${name}',
    headers: {
      'content-type': 'application/json',
      'x-signature': createHmac('sha256', SECRET).update(body).digest('hex'),
    },
    body: Buffer.from(body),
  });

const sent = z.object({ text: z.string() });

describeChannel(${camelCase(name)}, {
  settings: (apiUrl) => ({ apiUrl, accessToken: 'token-of-the-test', secret: SECRET }),
  secrets: ['token-of-the-test', SECRET],
  signed,
  proof: inHeader('x-signature'),
  inbound: [
    {
      name: 'a text',
      request: signed(fixture('text')),
      becomes: [{ id: 'message-1', from: [ASHA], at: AT, content: { type: 'text', text: 'namaste' } }],
    },
    { name: 'nothing in a kind that it does not know', request: signed('{"messages":[{"id":"1"}]}'), becomes: [] },
  ],
  statuses: [
    {
      name: 'delivered',
      request: signed(JSON.stringify({ statuses: [{ id: 'ours-1', status: 'delivered', at: AT }] })),
      becomes: [{ messageId: 'ours-1', status: 'delivered', at: AT }],
    },
  ],
  to: { contactPoint: ASHA, reference: 'reference-1' },
  typed: (text) => signed(JSON.stringify({ messages: [{ id: 'message-2', from: ASHA.address, at: AT, text }] })),
  accepts: () => ({ status: 200, body: { id: 'ours-1' } }),
  shows: ({ json }) => sent.parse(json),
  refusals: [
    {
      name: 'how long the provider wants to rest',
      answer: { status: 429, headers: { 'retry-after': '30' } },
      is: { retry: true, afterSeconds: 30 },
    },
    {
      name: 'an acceptance without an id',
      answer: { status: 200, body: {} },
      is: { retry: false, instead: 'nothing' },
    },
  ],
});
`;

const fixture = `{
  "messages": [{ "id": "message-1", "from": "+910000000001", "at": "2026-03-05T04:00:00Z", "text": "namaste" }]
}
`;
