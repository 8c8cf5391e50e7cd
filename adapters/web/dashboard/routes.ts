import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Figures, Operating } from '#application/ports/in/operating.ts';
import type { ChannelEntries } from '#application/ports/out/channel-log.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { readable } from '../bilingual.ts';
import { languageOf, type PageLanguage } from '../language.ts';
import { type ChannelLogWorld, channelLogRoutes } from './channel-log-routes.ts';
import { type CostWorld, costRoutes } from './cost-routes.ts';
import { toCsv } from './csv.ts';
import { dashboardPage } from './dashboard-page.ts';
import { type KiosksWorld, kiosksRoutes } from './kiosk-routes.ts';
import { type OptInWorld, optInRoutes } from './opt-in-routes.ts';
import type { ShownFigures } from './page/api.ts';

export interface DashboardWorld
  extends Omit<ChannelLogWorld, 'channelEntries'>,
    Omit<CostWorld, 'channelEntries'>,
    OptInWorld,
    KiosksWorld {
  readonly channelEntries: Pick<ChannelEntries, 'find' | 'costs'>;
  readonly operating: Operating;
}

/** How the installation does, for administrators. */
export const dashboardRoutes = (world: DashboardWorld): Route[] => [
  {
    method: 'GET',
    path: '/dashboard',
    access: 'administrator',
    handle: (request) => dashboardPage(request, world, 'desk.dashboard.title'),
  },
  {
    method: 'GET',
    path: '/dashboard/api/figures',
    access: 'administrator',
    handle: (request) => figures(request, world),
  },
  { method: 'GET', path: '/dashboard/figures.csv', access: 'administrator', handle: (request) => csv(request, world) },
  ...channelLogRoutes(world),
  ...costRoutes(world),
  ...optInRoutes(world),
  ...kiosksRoutes(world),
];

async function figures(request: WebRequest, { operating, translator }: DashboardWorld): Promise<WebResponse> {
  return { status: 200, body: shown(await operating.figures(), translator, languageOf(request)) };
}

/** Codes, not words: a table for other programs does not change with the reader's language. */
async function csv(_request: WebRequest, { operating }: DashboardWorld): Promise<WebResponse> {
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="figures.csv"',
  };
  return { status: 200, headers, body: toCsv(await operating.figures()) };
}

function shown(from: Figures, translator: Translator, language: PageLanguage): ShownFigures {
  const named = (counts: Readonly<Record<string, number>>, keyOf: (code: string) => string) =>
    Object.entries(counts)
      .map(([code, count]) => ({ name: nameOf(keyOf(code), code, translator, language), count }))
      .sort((one, other) => other.count - one.count);
  const value = { money: { paise: from.collectedPaise } };
  return {
    inboxWaiting: from.inboxWaiting,
    inboxSetAside: from.inboxSetAside,
    outboxWaiting: from.outboxWaiting,
    outboxDead: from.outboxDead,
    outboxHeld: from.outboxHeld,
    oldestWaitingSeconds: from.oldestWaitingSeconds,
    collected: translator.say({ key: 'desk.value', values: { value } }, language),
    applicationsByStatus: named(from.applicationsByStatus, (code) => `status.${code}`),
    applicationsByService: named(from.applicationsByService, (code) => `services.${code}.name`),
    paymentsByStatus: named(from.paymentsByStatus, (code) => `desk.dashboard.payment.${code}`),
  };
}

const nameOf = (key: string, code: string, translator: Translator, language: PageLanguage): string =>
  translator.has(key, language) || translator.has(key, 'en') ? translator.say({ key }, language) : readable(code);
