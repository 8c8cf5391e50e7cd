import { GraphError, laterCodeOf } from './errors.ts';
import type { Failure, Failures } from './failures.ts';
import type { Flows } from './flows.ts';
import type { MediaShelf } from './media.ts';
import type { Orders } from './orders.ts';
import type { KnownPerson, People } from './people.ts';
import type { Templates } from './templates.ts';
import type { DeliveryWord, Transcript } from './transcript.ts';
import { readMark, type SentMessage, validated, validMessage } from './validate.ts';
import type { Webhooks } from './webhooks.ts';

export interface StandInWorld {
  readonly url: string;
  readonly accessToken: string;
  /** Ids of our numbers. */
  readonly lines: readonly string[];
  readonly businessAccountId: string;
  readonly templates: Templates;
  readonly orders: Orders;
  readonly flows: Flows;
  /** Whether free text outside the session window is refused. */
  readonly keepsWindow: boolean;
  readonly now: () => number;
  readonly people: People;
  readonly transcript: Transcript;
  readonly failures: Failures;
  readonly media: MediaShelf;
  readonly webhooks: Webhooks;
}

/** A call to the Graph API, read. */
export interface Call {
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer<ArrayBuffer>;
  /** Absent when the body is none. */
  readonly json: unknown;
}

export const isReadMark = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && 'status' in json;

/** Paths are `/<version>/<id>` and `/<version>/<number id>/<edge>`, and the addresses of files. */
export function dispatch(world: StandInWorld, call: Call, failure: Failure | undefined): unknown {
  const { method, parts } = call;
  const [version = '', id = '', edge] = parts;
  if (version === 'media-bytes' && method === 'GET') return bytesAt(world, id);
  if (!/^v\d+\.\d+$/.test(version)) throw new GraphError(400, 2500, 'Unknown path components');
  if (edge === undefined) return method === 'DELETE' ? removeMedia(world, id) : lookUp(world, id);
  if (id === world.businessAccountId && edge === 'message_templates') return askAboutTemplates(world, call);
  if (id === world.businessAccountId && edge === 'flows') return askAboutFlows(world, call);
  if (world.lines.includes(id) && edge === 'whatsapp_business_encryption') return askAboutKey(world, id, call);
  if (world.lines.includes(id) && edge === 'payments' && method === 'GET') return world.orders.about(parts[4] ?? '');
  if (edge === 'deprecate' && method === 'POST') return world.flows.deprecate(id);
  if (!world.lines.includes(id) || method !== 'POST') throw unknownObject();
  if (edge === 'messages') return takeMessage(world, id, call, failure);
  if (edge === 'media') return upload(world, call);
  throw new GraphError(400, 2500, 'Unknown path components');
}

const unknownObject = () => new GraphError(400, 100, 'Unsupported request. Object does not exist');

function askAboutFlows({ flows }: StandInWorld, { method, json, query }: Call): object {
  if (method === 'GET') return flows.list(query.get('after'), Number(query.get('limit') ?? 25));
  if (method === 'POST') return flows.create(json);
  throw unknownObject();
}

function askAboutKey({ flows }: StandInWorld, line: string, { method, body }: Call): object {
  if (method === 'GET') return flows.showKey(line);
  return flows.keepKey(line, new URLSearchParams(body.toString('utf8')).get('business_public_key') ?? '');
}

function askAboutTemplates({ templates }: StandInWorld, { method, json, query }: Call): object {
  if (method === 'GET') return templates.list();
  if (method === 'POST') return templates.create(json);
  if (method === 'DELETE') return templates.remove(query.get('name') ?? '');
  throw unknownObject();
}

function lookUp({ lines, media, url }: StandInWorld, id: string): object {
  if (lines.includes(id)) {
    return { id, verified_name: 'Stand-in', display_phone_number: '+1 555-000-0000', quality_rating: 'GREEN' };
  }
  const file = media.get(id);
  if (!file) throw unknownObject();
  return {
    messaging_product: 'whatsapp',
    url: `${url}${media.pathTo(id)}`,
    mime_type: file.mime,
    sha256: file.sha256,
    file_size: String(file.bytes.length),
    id,
  };
}

export function bytesAt({ media }: StandInWorld, key: string): Uint8Array {
  const file = media.at(key);
  if (!file) throw new GraphError(404, 100, 'Not found');
  return file.bytes;
}

function removeMedia({ media }: StandInWorld, id: string): object {
  if (!media.remove(id)) throw unknownObject();
  return { success: true };
}

async function upload({ media }: StandInWorld, { body, contentType }: Call): Promise<object> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (form?.get('messaging_product') !== 'whatsapp' || !(file instanceof File)) {
    throw new GraphError(400, 100, 'The parameters messaging_product and file are required');
  }
  const id = media.upload({ bytes: await file.bytes(), mime: file.type, fileName: file.name });
  return { id };
}

function takeMessage(world: StandInWorld, line: string, { json }: Call, failure: Failure | undefined): object {
  if (isReadMark(json)) return markRead(world, json);
  const message = validMessage(json);
  requireMedia(world, message);
  if (message.type === 'interactive' && message.interactive.type === 'flow')
    world.flows.find(String(message.interactive.action.parameters.flow_name));
  const { to, recipient } = message;
  const phone = to === undefined ? undefined : `+${to.replace('+', '')}`;
  const person = world.people.meet(
    phone !== undefined ? { phone } : { ...(recipient !== undefined && { userId: recipient }) },
  );
  if (message.type === 'template' && phone === undefined) world.templates.requireNoCode(message.template);
  const shown = message.type === 'template' ? world.templates.show(message.template) : undefined;
  if (!shown) requireWindow(world, line, person.key);
  takeOrder(world, message);
  const added = { direction: 'from-us', user: person.key, line, message, ...(shown && { shown }) } as const;
  const { id } = world.transcript.add(added);
  void world.webhooks.track(reportOn(world, line, id, person, message.biz_opaque_callback_data, failure));
  const contact = phone === undefined ? { input: recipient, user_id: recipient } : { input: to, wa_id: phone.slice(1) };
  return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] };
}

const DAY_MS = 24 * 60 * 60_000;

function requireWindow({ keepsWindow, transcript, now }: StandInWorld, line: string, user: string): void {
  if (!keepsWindow) return;
  const heard = transcript.entries(user).some((each) => {
    return each.direction === 'to-us' && each.line === line && each.at > now() - DAY_MS;
  });
  if (!heard) throw new GraphError(400, 131047, 'Re-engagement message');
}

function markRead({ transcript }: StandInWorld, given: object): object {
  const { message_id } = validated(readMark, given);
  if (!transcript.markRead(message_id)) throw new GraphError(400, 131009, 'Parameter message_id is not valid');
  return { success: true };
}

/** A second order of one reference is refused, and an update that does not follow from what was said before. */
function takeOrder({ orders }: StandInWorld, message: SentMessage): void {
  if (message.type !== 'interactive') return;
  const { interactive } = message;
  if (interactive.type === 'order_details') orders.requireNew(interactive.action.parameters.reference_id);
  if (interactive.type !== 'order_status') return;
  const { reference_id, order } = interactive.action.parameters;
  orders.update(reference_id, order.status);
}

function requireMedia({ media }: StandInWorld, message: SentMessage): void {
  const { id } = message.type === 'document' ? message.document : message.type === 'image' ? message.image : {};
  const file = id === undefined ? undefined : media.get(id);
  if (id !== undefined && !file) throw new GraphError(400, 131009, 'Parameter value is not valid: no such media');
  if (message.type === 'image' && file && !file.mime.startsWith('image/')) {
    throw new GraphError(400, 131053, 'Media upload error: not an image');
  }
}

/** How a phone at hand takes a message: it comes, and it is read. */
async function reportOn(
  { webhooks, transcript }: StandInWorld,
  line: string,
  messageId: string,
  person: KnownPerson,
  reference: string | undefined,
  failure: Failure | undefined,
): Promise<void> {
  const failsWith = laterCodeOf(failure);
  // The answer to the call goes out first.
  await new Promise((next) => setImmediate(next));
  const reached: readonly DeliveryWord[] = failure === 'phone-off' ? ['sent'] : ['sent', 'delivered', 'read'];
  const course: readonly DeliveryWord[] = failsWith === undefined ? reached : ['failed'];
  for (const status of course) {
    transcript.setStatus(messageId, status);
    const note = {
      messageId,
      status,
      ...(reference !== undefined && { reference }),
      ...(failsWith !== undefined && { code: failsWith }),
    };
    await webhooks.postStatus(person, note, line);
  }
}
