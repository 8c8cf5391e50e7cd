import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { NotUnderstood, PageUnknown } from '../errors.ts';
import { languageOf, rememberLanguage } from '../language.ts';
import { appPage, htmlHeaders, type PageTexts, type Surroundings } from '../shell.ts';
import { actIn, holderIn, stepIn, usersIn } from './bodies.ts';
import { liveBubbles } from './live.ts';
import type { Act, Mishap, SimulatorPageData } from './page/api.ts';
import type { Holder, Phone, PhoneAct, SentFile } from './phone.ts';

/** A paper of an invented person, to be sent without having one on disk. */
export interface Sample extends Omit<SentFile, 'bytes'> {
  readonly id: string;
  readonly labelKey: string;
  bytes(): Promise<Uint8Array>;
}

/** Accounts of invented people for which something is owed. */
export interface DemoBill {
  readonly labelKey: string;
  readonly accounts: readonly string[];
}

export interface SimulatorWorld extends Surroundings {
  /** Shown in this order; at least one. */
  readonly phones: readonly Phone[];
  readonly samples: readonly Sample[];
  readonly bills: readonly DemoBill[];
  readonly texts: PageTexts;
}

/** As much as the provider takes of a photo, and enough for a scanned paper. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** A phone in the browser, which plays a citizen through the provider's own wire format. */
export const simulatorRoutes = (world: SimulatorWorld): Route[] => [
  { method: 'GET', path: '/simulator', access: 'demo', handle: (request) => page(request, world) },
  { method: 'GET', path: '/simulator/live/:phone', access: 'demo', handle: (request) => live(request, world) },
  { method: 'GET', path: '/simulator/media/:phone/:id', access: 'demo', handle: (request) => media(request, world) },
  { method: 'POST', path: '/simulator/api/:phone/acts', access: 'demo', handle: (request) => postAct(request, world) },
  {
    method: 'POST',
    path: '/simulator/api/:phone/files',
    access: 'demo',
    maxBytes: MAX_FILE_BYTES,
    handle: (request) => postFile(request, world),
  },
  {
    method: 'POST',
    path: '/simulator/api/:phone/form',
    access: 'demo',
    maxBytes: MAX_FILE_BYTES,
    handle: (request) => postStep(request, world),
  },
];

function page(request: WebRequest, world: SimulatorWorld): WebResponse {
  const { translator, texts, phones, samples, bills } = world;
  const language = languageOf(request);
  const label = (key: string) => translator.say({ key }, language);
  const data: SimulatorPageData = {
    phones: phones.map(({ kind }) => kind),
    mishaps: Object.fromEntries(phones.map(({ kind, mishaps = [] }) => [kind, mishaps])),
    samples: samples.map(({ id, labelKey }) => ({ id, label: label(labelKey) })),
    bills: bills.map(({ labelKey, accounts }) => ({ label: label(labelKey), accounts })),
  };
  return {
    status: 200,
    headers: { ...htmlHeaders, ...rememberLanguage(request) },
    body: appPage({
      language,
      title: label('simulator.title'),
      around: world,
      app: 'simulator',
      data: { language, texts: texts('simulator', language), ...data },
    }),
  };
}

/** @throws PageUnknown */
function phoneIn({ params }: WebRequest, { phones }: SimulatorWorld): Phone {
  const phone = phones.find(({ kind }) => kind === params.phone);
  if (!phone) throw new PageUnknown();
  return phone;
}

function live(request: WebRequest, world: SimulatorWorld): WebResponse {
  const phone = phoneIn(request, world);
  const users = usersIn(request);
  const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
  return { status: 200, headers, ...(request.method === 'GET' && { body: liveBubbles(phone, users) }) };
}

async function postAct(request: WebRequest, world: SimulatorWorld): Promise<WebResponse> {
  const phone = phoneIn(request, world);
  const { holder, act } = actIn(request);
  if (act.type === 'pay') await pay(act, phone, holder);
  else if (act.type === 'call') await ring(phone, holder);
  else if (act.type === 'fail') fail(act.how, phone);
  else await phone.act(holder, await phoneActOf(act, holder, phone, world));
  return { status: 204 };
}

/** @throws NotUnderstood for what was never offered, and for a sample that does not exist */
async function phoneActOf(
  act: Exclude<Act, PayAct | { type: 'call' | 'fail' }>,
  holder: Holder,
  phone: Phone,
  { samples }: SimulatorWorld,
): Promise<PhoneAct> {
  if (act.type === 'choice' && !wasOffered(act.id, phone, holder)) throw new NotUnderstood();
  if (act.type !== 'sample') return act;
  const sample = samples.find(({ id }) => id === act.id);
  if (!sample) throw new NotUnderstood();
  const { mime, fileName } = sample;
  return { type: 'file', bytes: await sample.bytes(), mime, fileName };
}

/** @throws NotUnderstood */
async function ring(phone: Phone, holder: Holder): Promise<void> {
  if (!phone.call) throw new NotUnderstood();
  await phone.call(holder);
}

/** @throws NotUnderstood */
function fail(how: Mishap, { fail: befall, mishaps = [] }: Phone): void {
  if (!befall || !mishaps.includes(how)) throw new NotUnderstood();
  befall(how);
}

type PayAct = Extract<Act, { type: 'pay' }>;

/** @throws NotUnderstood for an order that is closed, or another's */
async function pay({ reference, outcome }: PayAct, phone: Phone, holder: Holder): Promise<void> {
  if (!phone.pay || !isPayable(reference, phone, holder)) throw new NotUnderstood();
  await phone.pay(reference, outcome);
}

const isPayable = (reference: string, phone: Phone, { user }: Holder): boolean =>
  phone
    .bubbles(user)
    .some(({ order }) => order?.reference === reference && (order.state === 'open' || order.state === 'processing'));

const wasOffered = (choice: string, phone: Phone, { user }: Holder): boolean =>
  phone
    .bubbles(user)
    .flatMap(({ buttons = [], list }) => [...buttons, ...(list?.sections ?? []).flatMap(({ rows }) => rows)])
    .some(({ id }) => id === choice);

/** The body is the file itself, in its own type: such a call cannot come from another site's form. */
async function postFile(request: WebRequest, world: SimulatorWorld): Promise<WebResponse> {
  const phone = phoneIn(request, world);
  const holder = holderIn(request);
  const { body: bytes, headers, query } = request;
  const mime = headers['content-type'] ?? '';
  const isFile = /^(image|audio|video|application)\/[\w.+-]+$/.test(mime) && mime !== formType;
  if (!isFile || !phone.media || bytes.length === 0) throw new NotUnderstood();
  await phone.act(holder, { type: 'file', bytes, mime, fileName: (query.file ?? '').slice(0, 200) || 'file' });
  return { status: 204 };
}

/** @throws NotUnderstood on a phone to which no form was sent */
async function postStep(request: WebRequest, world: SimulatorWorld): Promise<WebResponse> {
  const phone = phoneIn(request, world);
  const { holder, step } = stepIn(request);
  const wasSent = phone.bubbles(holder.user).some(({ form }) => form !== undefined);
  if (!phone.form || !wasSent) throw new NotUnderstood();
  return { status: 200, body: await phone.form(holder, step) };
}

const formType = 'application/x-www-form-urlencoded';

/** What a browser only shows, and never runs. */
const isShown = (mime: string): boolean =>
  /^(image\/(jpeg|png|webp|gif)|application\/pdf|(audio|video)\/[\w.+-]+)$/.test(mime);

function media(request: WebRequest, world: SimulatorWorld): WebResponse {
  const file = phoneIn(request, world).media?.(request.params.id ?? '');
  if (!file) throw new PageUnknown();
  const name = encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const headers = {
    'content-type': isShown(file.mime) ? file.mime : 'application/octet-stream',
    'content-disposition': `${isShown(file.mime) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
  };
  return { status: 200, headers, body: file.bytes };
}
