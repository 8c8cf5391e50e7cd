import { z } from 'zod';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { KeepingKiosks } from '#application/ports/in/keeping-kiosks.ts';
import { jsonIn } from '../json-body.ts';
import { type DashboardPages, dashboardPage } from './dashboard-page.ts';

export interface KiosksWorld extends DashboardPages {
  readonly kiosks: Pick<KeepingKiosks, 'all' | 'expectDevice' | 'disable' | 'enable'>;
}

/** Which kiosks there are and which of them serve, for administrators. */
export const kiosksRoutes = (world: KiosksWorld): Route[] => [
  {
    method: 'GET',
    path: '/dashboard/kiosks',
    access: 'administrator',
    handle: (request) => dashboardPage(request, world, 'desk.kiosks.title'),
  },
  { method: 'GET', path: '/dashboard/api/kiosks', access: 'administrator', handle: () => all(world) },
  {
    method: 'POST',
    path: '/dashboard/api/kiosks',
    access: 'administrator',
    handle: (request) => expectDevice(request, world),
  },
  {
    method: 'POST',
    path: '/dashboard/api/kiosks/:id/disable',
    access: 'administrator',
    handle: (request) => change('disable', request, world),
  },
  {
    method: 'POST',
    path: '/dashboard/api/kiosks/:id/enable',
    access: 'administrator',
    handle: (request) => change('enable', request, world),
  },
];

const expected = z.object({
  // It stands in addresses, and is read out on the telephone.
  id: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/),
  place: z.string().trim().min(1).max(80),
});

const administratorOf = ({ officer }: WebRequest): string => officer?.officer.id ?? '';

const all = async ({ kiosks }: KiosksWorld): Promise<WebResponse> => ({
  status: 200,
  body: { kiosks: await kiosks.all() },
});

async function expectDevice(request: WebRequest, { kiosks }: KiosksWorld): Promise<WebResponse> {
  return { status: 200, body: await kiosks.expectDevice(administratorOf(request), jsonIn(request, expected)) };
}

async function change(how: 'disable' | 'enable', request: WebRequest, world: KiosksWorld): Promise<WebResponse> {
  await world.kiosks[how](administratorOf(request), request.params.id ?? '');
  return all(world);
}
