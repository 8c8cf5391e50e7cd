import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { ChannelEntries, CostLine } from '#application/ports/out/channel-log.ts';
import { languageOf } from '../language.ts';
import { linesToCsv } from './csv.ts';
import { type DashboardPages, dashboardPage } from './dashboard-page.ts';
import type { ShownCost } from './page/api.ts';

export interface CostWorld extends DashboardPages {
  readonly channelEntries: Pick<ChannelEntries, 'costs'>;
  /** What the provider takes an approved text for, by its name. */
  readonly categoryOf: (template: string) => string | undefined;
}

/** What messages cost, for administrators: as known before they were sent, and as far as providers say. */
export const costRoutes = (world: CostWorld): Route[] => [
  {
    method: 'GET',
    path: '/dashboard/costs',
    access: 'administrator',
    handle: (request) => dashboardPage(request, world, 'desk.costs.title'),
  },
  { method: 'GET', path: '/dashboard/api/costs', access: 'administrator', handle: (request) => shown(request, world) },
  { method: 'GET', path: '/dashboard/costs.csv', access: 'administrator', handle: () => csv(world) },
];

/** As long as the channel log is kept. */
const EVER = '1970-01-01T00:00:00.000Z';

type Cost = Omit<CostLine, 'template'> & { readonly category?: string };

/** Providers price a text by its category, whichever it is. */
async function costsIn({ channelEntries, categoryOf }: CostWorld): Promise<readonly Cost[]> {
  const sums = new Map<string, Cost>();
  for (const { template, ...line } of await channelEntries.costs(EVER)) {
    const category = template === undefined ? undefined : categoryOf(template);
    const key = JSON.stringify([line.day, line.channel, line.provider, line.department, category]);
    const before = sums.get(key);
    sums.set(key, {
      ...line,
      ...(category !== undefined && { category }),
      messages: line.messages + (before?.messages ?? 0),
      segments: line.segments + (before?.segments ?? 0),
      paise: line.paise + (before?.paise ?? 0),
      reportedSegments: line.reportedSegments + (before?.reportedSegments ?? 0),
    });
  }
  return [...sums.values()];
}

async function shown(request: WebRequest, world: CostWorld): Promise<WebResponse> {
  const language = languageOf(request);
  const costs = await costsIn(world);
  const rupees = (paise: number): string =>
    world.translator.say({ key: 'desk.value', values: { value: { money: { paise: Math.round(paise) } } } }, language);
  const rows = costs.map(
    ({ paise, department, ...line }): ShownCost => ({
      ...line,
      ...(department !== undefined && {
        department: world.translator.say({ key: `departments.${department}` }, language),
      }),
      cost: rupees(paise),
    }),
  );
  const sum = (of: (cost: Cost) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
  const total = {
    messages: sum((of) => of.messages),
    segments: sum((of) => of.segments),
    cost: rupees(sum((of) => of.paise)),
  };
  return { status: 200, body: { rows, total } };
}

const COLUMNS = [
  ...(['day', 'channel', 'provider', 'department', 'category', 'messages'] as const),
  ...(['segments', 'reportedSegments', 'paise'] as const),
];

/** Codes, not words, as in every table for other programs. */
async function csv(world: CostWorld): Promise<WebResponse> {
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="message-costs.csv"',
  };
  const lines = (await costsIn(world)).map((cost) => COLUMNS.map((column) => cost[column] ?? ''));
  return { status: 200, headers, body: linesToCsv([COLUMNS, ...lines]) };
}
