import type { Capabilities } from '#application/ports/out/channel.ts';
import { MediaUnavailable, NotDelivered } from '#domain/shared/failure.ts';
import type { ChannelPlugin, ChannelWorld, OpenChannel } from '../channel-plugin.ts';
import { shownAs } from './content.ts';
import { deviceRoutes } from './device-routes.ts';
import { Devices } from './devices.ts';
import { sessionRoutes } from './session-routes.ts';
import { type Holder, Sockets } from './sockets.ts';
import { Tickets } from './tickets.ts';

// A screen takes any length, and pages what is too many for it by itself.
const capabilities: Capabilities = {
  maxTextLength: Number.MAX_SAFE_INTEGER,
  buttons: Number.MAX_SAFE_INTEGER,
  listRows: 0,
  attachments: true,
};

/** A shared touch screen with an operator, on a socket that may be cut at any time. */
export const kiosk: ChannelPlugin<object> = { name: 'kiosk', serves: 'kiosk', capabilities, open: openKiosk };

function openKiosk(_settings: object, world: ChannelWorld): OpenChannel {
  const tickets = new Tickets<Holder>(world.secretFor('kiosk-tickets'), world.usedTickets);
  const challenges = new Tickets<{ operatorId: string }>(world.secretFor('kiosk-challenges'), world.usedTickets);
  const devices = new Devices(challenges, { keyOf: (id) => world.kiosks.keyOf(id) });
  const sockets = new Sockets(tickets, world);
  return {
    name: kiosk.name,
    serves: kiosk.serves,
    capabilities,
    routes: [...deviceRoutes(tickets, devices, world), ...sessionRoutes(devices, world)],
    upgrades: [
      { path: '/kiosk/socket', handle: (request, socket, head) => void sockets.upgrade(request, socket, head) },
    ],
    async send(message, { contactPoint, reference }) {
      // Stored first; whoever holds the socket, in whatever process, fetches it from there.
      const isShown = await world.assisting.show(contactPoint.address, reference, { ...shownAs(message) });
      if (!isShown) throw new NotDelivered('session-over', { retry: false });
      return [reference];
    },
    async fetchMedia({ ref }, maxBytes) {
      const file = await world.assisting.fileAt(ref);
      if (!file) throw new MediaUnavailable('no-such-file', { retry: false });
      if (file.bytes.byteLength > maxBytes) throw new MediaUnavailable('too-large', { retry: false });
      return file.bytes;
    },
    check: async () => ({ ok: true, note: `open sockets: ${sockets.count}` }),
    close: async () => sockets.close(),
  };
}
