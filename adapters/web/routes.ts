import { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { Attending } from '#application/ports/in/attending.ts';
import type { Deciding } from '#application/ports/in/deciding.ts';
import type { KeepingKiosks } from '#application/ports/in/keeping-kiosks.ts';
import type { Operating } from '#application/ports/in/operating.ts';
import type { Paying } from '#application/ports/in/paying.ts';
import type { ShowingOptIn } from '#application/ports/in/showing-opt-in.ts';
import type { Uploading } from '#application/ports/in/uploading.ts';
import type { Verifying } from '#application/ports/in/verifying.ts';
import type { ChannelEntries } from '#application/ports/out/channel-log.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { ServiceId } from '#domain/shared/ids.ts';
import type { Route } from '../shared/route.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { type JoinWorld, joinRoutes } from './join/routes.ts';
import { kioskRoutes } from './kiosk/routes.ts';
import { payRoutes } from './pay/routes.ts';
import type { DemoUser, PageTexts, Surroundings } from './shell.ts';
import type { Traffic } from './traffic.ts';
import { uploadRoutes } from './upload/routes.ts';
import { verifyRoutes } from './verify/routes.ts';

export interface WebWorld extends Surroundings {
  readonly deciding: Deciding;
  readonly attending: Attending;
  readonly verifying: Verifying;
  readonly paying: Paying;
  readonly uploading: Uploading;
  readonly operating: Operating;
  readonly channelEntries: Pick<ChannelEntries, 'find' | 'costs'>;
  readonly categoryOf: (template: string) => string | undefined;
  readonly departments: readonly string[];
  readonly optIns: ShowingOptIn;
  readonly kiosks: KeepingKiosks;
  readonly texts: PageTexts;
  readonly traffic: Traffic;
  readonly publicUrl: string;
  readonly join: JoinWorld['join'];
  readonly demoUsers: readonly DemoUser[];
  readonly serviceOf: (id: ServiceId) => ServiceDefinition | undefined;
}

/** Looks at documents and payment links from one address: thirty at once, then one every two seconds. */
const PUBLIC_LIMIT = { capacity: 30, perSecond: 0.5 };

/** Files from one address, or by one link: ten at once, then one a minute. */
const UPLOAD_LIMIT = { capacity: 10, perSecond: 1 / 60 };

/** Every page of our own; channels and gateways bring theirs. */
export function webRoutes(world: WebWorld): Route[] {
  const ours = { ...world, demoUsers: world.mode === 'demo' ? world.demoUsers : [] };
  const limit = new TokenBuckets(PUBLIC_LIMIT);
  return [
    ...homeRoutes(ours),
    ...deskRoutes(ours),
    ...dashboardRoutes(ours),
    ...kioskRoutes(ours),
    ...joinRoutes({ ...ours, limit }),
    ...verifyRoutes({ ...ours, limit }),
    ...payRoutes({ ...ours, limit }),
    ...uploadRoutes({ ...ours, limit, uploadLimit: new TokenBuckets(UPLOAD_LIMIT) }),
    ...healthRoutes(ours),
  ];
}
