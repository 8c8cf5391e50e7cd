import { toDataURL } from 'qrcode';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import { endingIn, openingIn, passwordAskedIn } from './bodies.ts';
import type { Devices } from './devices.ts';
import type { LinkInfo, PicturedCode, SlipInfo } from './page/api.ts';
import { notUnderstood, operatorOf } from './requests.ts';
import { infoOf } from './session-info.ts';

/** A photograph as a tablet takes it, or a scan of some pages. */
const MAX_FILE_BYTES = 12 * 1024 * 1024;

type World = Pick<ChannelWorld, 'assisting' | 'chatLink'>;

/** What the page asks about the session of a citizen. All of it needs a signed-in operator, and to open one a kiosk's own device. */
export const sessionRoutes = (devices: Devices, world: World): Route[] => [
  { method: 'POST', path: '/kiosk/api/password', access: 'officer', handle: (request) => password(request, world) },
  { method: 'POST', path: '/kiosk/api/session', access: 'officer', handle: (request) => open(request, devices, world) },
  { method: 'POST', path: '/kiosk/api/session/:id/end', access: 'officer', handle: (request) => end(request, world) },
  {
    method: 'POST',
    path: '/kiosk/api/session/:id/link',
    access: 'officer',
    handle: (request) => link(request, world),
  },
  {
    method: 'POST',
    path: '/kiosk/api/session/:id/slip',
    access: 'officer',
    handle: (request) => slip(request, world),
  },
  {
    method: 'POST',
    path: '/kiosk/api/session/:id/files',
    access: 'officer',
    maxBytes: MAX_FILE_BYTES,
    handle: (request) => keepFile(request, world),
  },
];

const sessionIn = ({ params }: WebRequest): string => params.id ?? '';

async function password(request: WebRequest, { assisting }: World): Promise<WebResponse> {
  const asked = passwordAskedIn(request);
  if (!asked) return notUnderstood;
  return { status: 200, body: await assisting.sendPassword(operatorOf(request), asked) };
}

async function open(request: WebRequest, devices: Devices, { assisting }: World): Promise<WebResponse> {
  const asked = openingIn(request);
  if (!asked) return notUnderstood;
  const { device, queueToken, ...rest } = asked;
  const kiosk = await devices.prove(operatorOf(request), device);
  const opening = { ...rest, kiosk, ...(queueToken && { queueToken }) };
  const session = await assisting.open(operatorOf(request), opening);
  return { status: 200, body: { session: infoOf(session, assisting) } };
}

async function end(request: WebRequest, { assisting }: World): Promise<WebResponse> {
  const ending = endingIn(request);
  if (!ending) return notUnderstood;
  await assisting.end(operatorOf(request), sessionIn(request), ending.why);
  return { status: 200, body: {} };
}

async function link(request: WebRequest, { assisting, chatLink }: World): Promise<WebResponse> {
  const { code, minutes } = await assisting.linkFor(operatorOf(request), sessionIn(request));
  const info: LinkInfo = { code, minutes, ...(await pictured(code, chatLink)) };
  return { status: 200, body: info };
}

async function slip(request: WebRequest, { assisting, chatLink }: World): Promise<WebResponse> {
  const made = await assisting.slipFor(operatorOf(request), sessionIn(request));
  if (!made) return { status: 200, body: {} };
  const info: SlipInfo = { ...made, ...(await pictured(made.code, chatLink)) };
  return { status: 200, body: { slip: info } };
}

async function pictured(code: string, chatLink: World['chatLink']): Promise<PicturedCode> {
  const link = await chatLink(code);
  const picture = await toDataURL(link ?? code, { errorCorrectionLevel: 'M', margin: 2, scale: 8 });
  return { picture, ...(link && { link }) };
}

/** The body is the file itself, in its own type: such a call cannot come from another site's form. */
async function keepFile(request: WebRequest, { assisting }: World): Promise<WebResponse> {
  const mime = request.headers['content-type'] ?? '';
  if (!/^(image\/[\w.+-]+|application\/pdf)$/.test(mime) || request.body.length === 0) return notUnderstood;
  const ref = await assisting.keepFile(operatorOf(request), sessionIn(request), { bytes: request.body, mime });
  return { status: 200, body: { ref } };
}
