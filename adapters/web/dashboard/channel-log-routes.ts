import { z } from 'zod';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { type ChannelEntries, type ChannelEntryFilter, channelEvents } from '#application/ports/out/channel-log.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { channelKinds } from '#domain/shared/contact-point.ts';
import { NotUnderstood } from '../errors.ts';
import { languageOf, rememberLanguage } from '../language.ts';
import { appPage, htmlHeaders, type PageTexts, type Surroundings } from '../shell.ts';

export interface ChannelLogWorld extends Surroundings {
  readonly channelEntries: Pick<ChannelEntries, 'find'>;
  readonly translator: Translator;
  readonly texts: PageTexts;
}

/** What came and went by the channels, for administrators. */
export const channelLogRoutes = (world: ChannelLogWorld): Route[] => [
  { method: 'GET', path: '/dashboard/channels', access: 'administrator', handle: (request) => page(request, world) },
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

function page(request: WebRequest, world: ChannelLogWorld): WebResponse {
  const language = languageOf(request);
  const { officer, csrfToken } = request.officer ?? {};
  return {
    status: 200,
    headers: { ...htmlHeaders, ...rememberLanguage(request) },
    body: appPage({
      language,
      title: world.translator.say({ key: 'desk.channelLog.title' }, language),
      around: world,
      app: 'dashboard',
      data: {
        ...{ language, csrfToken, texts: world.texts('desk', language), officer },
        ...{ channels: channelKinds, events: channelEvents },
      },
    }),
  };
}
