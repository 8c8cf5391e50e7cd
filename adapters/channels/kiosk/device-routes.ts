import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { KioskUnknown } from '#domain/assisting/errors.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import { devicePresentIn, enrollingIn } from './bodies.ts';
import type { Devices } from './devices.ts';
import type { KioskInfo, Standing } from './page/api.ts';
import { notUnderstood, operatorOf } from './requests.ts';
import { infoOf } from './session-info.ts';
import type { Holder } from './sockets.ts';
import type { Tickets } from './tickets.ts';

type World = Pick<ChannelWorld, 'assisting' | 'kiosks'>;

/** By which a page becomes a kiosk and shows that it is one. All of it needs a signed-in operator. */
export const deviceRoutes = (tickets: Tickets<Holder>, devices: Devices, world: World): Route[] => [
  {
    method: 'GET',
    path: '/kiosk/api/session',
    access: 'officer',
    handle: (request) => standing(request, devices, world),
  },
  { method: 'POST', path: '/kiosk/api/enrol', access: 'officer', handle: (request) => enrol(request, devices, world) },
  {
    method: 'POST',
    path: '/kiosk/api/present',
    access: 'officer',
    handle: (request) => present(request, devices, world),
  },
  {
    method: 'POST',
    path: '/kiosk/api/ticket',
    access: 'officer',
    handle: (request) => ticket(request, tickets, devices, world),
  },
];

/** Why a page is let in or not; a browser cannot read that from a socket that is refused. */
async function standing(request: WebRequest, devices: Devices, { assisting, kiosks }: World): Promise<WebResponse> {
  const operatorId = operatorOf(request);
  const kiosk = request.query.kiosk === undefined ? undefined : await kiosks.find(request.query.kiosk);
  const session = await assisting.current(operatorId);
  const body: Standing = {
    challenge: devices.challenge(operatorId),
    ...(kiosk && { kiosk: { id: kiosk.id, place: kiosk.place, state: kiosk.state } }),
    // On the screen where it was opened, and on no other.
    ...(session && session.kiosk === kiosk?.id && { session: infoOf(session, assisting) }),
  };
  return { status: 200, body };
}

async function enrol(request: WebRequest, devices: Devices, { kiosks }: World): Promise<WebResponse> {
  const asked = enrollingIn(request);
  if (!asked) return notUnderstood;
  const { code, publicKey, ...proof } = asked;
  const operatorId = operatorOf(request);
  if (!(await devices.holds(operatorId, proof, publicKey))) throw new KioskUnknown();
  const { id, place } =
    code === undefined
      ? await kiosks.enrolItself(operatorId, publicKey)
      : await kiosks.enrol(operatorId, { code, publicKey });
  const kiosk: KioskInfo = { id, place, state: 'enrolled' };
  await kiosks.noteSeen([id]);
  return { status: 200, body: { kiosk } };
}

/** Between two citizens there is no socket, and the page says so often that it is there. */
async function present(request: WebRequest, devices: Devices, world: World): Promise<WebResponse> {
  await proven(request, devices, world);
  return { status: 200, body: {} };
}

async function ticket(
  request: WebRequest,
  tickets: Tickets<Holder>,
  devices: Devices,
  world: World,
): Promise<WebResponse> {
  const kiosk = await proven(request, devices, world);
  return { status: 200, body: { ticket: tickets.issue({ operatorId: operatorOf(request), kiosk }) } };
}

/** @throws KioskUnknown @throws KioskDisabled */
async function proven(request: WebRequest, devices: Devices, { kiosks }: World): Promise<string> {
  const asked = devicePresentIn(request);
  if (!asked) throw new KioskUnknown();
  const kiosk = await devices.prove(operatorOf(request), asked.device);
  await kiosks.noteSeen([kiosk]);
  return kiosk;
}
