import { z } from 'zod';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { type ChannelEntries, type ChannelEntryFilter, channelEvents } from '#application/ports/out/channel-log.ts';
import { channelKinds } from '#domain/shared/contact-point.ts';
import { NotUnderstood } from '../errors.ts';
import { languageOf } from '../language.ts';
import { linesToCsv } from './csv.ts';
import { type DashboardPages, dashboardPage } from './dashboard-page.ts';
import type { ShownEntries } from './page/api.ts';

export interface ChannelLogWorld extends DashboardPages {
  readonly channelEntries: Pick<ChannelEntries, 'find'>;
  /** Of all services, by id. */
  readonly departments: readonly string[];
}

/** What came and went by the channels, for administrators. */
export const channelLogRoutes = (world: ChannelLogWorld): Route[] => [
  {
    method: 'GET',
    path: '/dashboard/channels',
    access: 'administrator',
    handle: (request) =>
      dashboardPage(request, world, 'desk.channelLog.title', {
        channels: channelKinds,
        events: channelEvents,
        departments: world.departments.map((id) => ({
          id,
          name: world.translator.say({ key: `departments.${id}` }, languageOf(request)),
        })),
      }),
  },
  {
    method: 'GET',
    path: '/dashboard/api/channels',
    access: 'administrator',
    handle: async (request) => ({ status: 200, body: await lines(request, world) }),
  },
  { method: 'GET', path: '/dashboard/channels.csv', access: 'administrator', handle: (request) => csv(request, world) },
];

const PAGE = 100;

async function lines(request: WebRequest, { channelEntries }: ChannelLogWorld): Promise<ShownEntries> {
  const found = await channelEntries.find(filterIn(request, PAGE + 1));
  return { entries: found.slice(0, PAGE), hasOlder: found.length > PAGE };
}

/** As many as a spreadsheet opens at once. */
const MOST_EXPORTED = 20_000;

const COLUMNS = [
  ...([
    'at',
    'channel',
    'provider',
    'event',
    'department',
    'what',
    'code',
    'milliseconds',
    'segments',
    'paise',
  ] as const),
  ...(['who', 'message'] as const),
];

/** Codes, not words, as in every table for other programs. */
async function csv(request: WebRequest, { channelEntries }: ChannelLogWorld): Promise<WebResponse> {
  const entries = await channelEntries.find(filterIn(request, MOST_EXPORTED));
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="channel-log.csv"',
  };
  const lines = entries.map((entry) => COLUMNS.map((column) => entry[column] ?? ''));
  return { status: 200, headers, body: linesToCsv([COLUMNS, ...lines]) };
}

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
  department: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  outcome: z.literal('wrong').optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  /** The last line of the page before: its moment and its place among those of that moment. */
  older: z
    .string()
    .regex(/^[^~]+~\d{1,15}$/)
    .transform((text) => {
      const [at = '', position = ''] = text.split('~');
      return { at, position: Number(position) };
    })
    .refine(({ at }) => z.iso.datetime().safeParse(at).success)
    .optional(),
});

/** An empty field asks for everything. @throws NotUnderstood */
function filterIn({ query }: WebRequest, limit: number): ChannelEntryFilter {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const said = asked.safeParse(given).data;
  if (!said) throw new NotUnderstood();
  const { outcome, older, ...fields } = said;
  const wanted = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    ...wanted,
    ...(outcome && { isWrong: true }),
    ...(older && { olderThan: older }),
    limit,
  };
}
