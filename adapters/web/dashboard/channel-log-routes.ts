import { z } from 'zod';
import type { Route, WebRequest } from '#adapters/shared/route.ts';
import { type ChannelEntries, type ChannelEntryFilter, channelEvents } from '#application/ports/out/channel-log.ts';
import { channelKinds } from '#domain/shared/contact-point.ts';
import { NotUnderstood } from '../errors.ts';
import { type DashboardPages, dashboardPage } from './dashboard-page.ts';

export interface ChannelLogWorld extends DashboardPages {
  readonly channelEntries: Pick<ChannelEntries, 'find'>;
}

/** What came and went by the channels, for administrators. */
export const channelLogRoutes = (world: ChannelLogWorld): Route[] => [
  {
    method: 'GET',
    path: '/dashboard/channels',
    access: 'administrator',
    handle: (request) =>
      dashboardPage(request, world, 'desk.channelLog.title', { channels: channelKinds, events: channelEvents }),
  },
  {
    method: 'GET',
    path: '/dashboard/api/channels',
    access: 'administrator',
    handle: async (request) => ({ status: 200, body: { entries: await world.channelEntries.find(filterIn(request)) } }),
  },
];

const LIMIT = 200;

const asked = z.object({
  channel: z.enum(channelKinds as [(typeof channelKinds)[number]]).optional(),
  event: z.enum(channelEvents).optional(),
  who: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional(),
  message: z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .optional(),
  before: z.iso.datetime().optional(),
});

/** An empty field asks for everything. @throws NotUnderstood */
function filterIn({ query }: WebRequest): ChannelEntryFilter {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const said = asked.safeParse(given).data;
  if (!said) throw new NotUnderstood();
  const { channel, event, who, message, before } = said;
  return {
    ...(channel && { channel }),
    ...(event && { event }),
    ...(who !== undefined && { who }),
    ...(message !== undefined && { message }),
    ...(before !== undefined && { before }),
    limit: LIMIT,
  };
}
