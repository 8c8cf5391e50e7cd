import * as z from 'zod';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { ShowingOptIn, ShownOptIn } from '#application/ports/in/showing-opt-in.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { jsonIn } from '../json-body.ts';
import { type DashboardPages, dashboardPage } from './dashboard-page.ts';
import type { OptInShown } from './page/api.ts';

export interface OptInWorld extends DashboardPages {
  readonly optIns: ShowingOptIn;
}

/** How a person said yes to being written to, for administrators. The number never stands in an address. */
export const optInRoutes = (world: OptInWorld): Route[] => [
  {
    method: 'GET',
    path: '/dashboard/opt-in',
    access: 'administrator',
    handle: (request) => dashboardPage(request, world, 'desk.optIn.title'),
  },
  { method: 'POST', path: '/dashboard/api/opt-in', access: 'administrator', handle: (request) => find(request, world) },
];

const asked = z.object({ number: z.string().trim().min(1).max(40) });

async function find(request: WebRequest, { optIns, translator }: OptInWorld): Promise<WebResponse> {
  const { number } = jsonIn(request, asked);
  const found = await optIns.show(request.officer?.officer.id ?? '', number);
  return { status: 200, body: { found: found.map((each) => shown(each, translator)) } };
}

/** The sentences that he was shown are put into the words that they have now; the version tells whether they had others. */
function shown({ optIn, stopped }: ShownOptIn, translator: Translator): OptInShown {
  if (!optIn) return { stopped };
  const { shown: wording, ...given } = optIn;
  const text = wording?.keys.map((key) => translator.say({ key }, wording.language)).join('\n');
  return { stopped, ...given, ...(wording && { shown: text ?? '', version: wording.version }) };
}
