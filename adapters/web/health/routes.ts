import type { Route } from '#adapters/shared/route.ts';
import type { Operating } from '#application/ports/in/operating.ts';
import type { Traffic } from '../traffic.ts';
import { prometheusText } from './metrics.ts';

/** What load balancers, orchestrators and Prometheus ask. */
export const healthRoutes = ({ operating, traffic }: { operating: Operating; traffic: Traffic }): Route[] => [
  { method: 'GET', path: '/health/live', access: 'public', handle: () => ({ status: 200, body: 'ok' }) },
  {
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    handle: async () =>
      (await isReady(operating)) ? { status: 200, body: 'ready' } : { status: 503, body: 'not ready' },
  },
  {
    method: 'GET',
    path: '/metrics',
    access: 'public',
    handle: async () => ({
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: prometheusText(await operating.figures(), traffic),
    }),
  },
];

/** A database that throws is a reason to say "not ready", not a mistake to be logged every few seconds. */
const isReady = (operating: Operating): Promise<boolean> => operating.isReady().catch(() => false);
