import type { ChannelWorld } from '#adapters/channels/channel-plugin.ts';
import { openMemoryStore } from '#adapters/persistence/memory/index.ts';
import type { WebRequest } from '#adapters/shared/route.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { GatewayReport } from '#application/ports/out/payment-gateway.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { DeliveryStatus, InboundMessage } from '#domain/conversation/message.ts';
import type { TemplateWord } from '#domain/notification/template-standing.ts';
import { plusHours } from '#domain/shared/time.ts';

/** What a channel leans on, and what it told. */
export interface HearingWorld extends ChannelWorld {
  readonly heard: InboundMessage[];
  readonly statuses: DeliveryStatus[];
  readonly templateWords: TemplateWord[];
  readonly settled: GatewayReport[];
  readonly alarms: string[];
  readonly logged: string[];
  /** From now on nothing can be stored. */
  breakStore(): void;
}

export function aChannelWorld(): HearingWorld {
  const heard: InboundMessage[] = [];
  const statuses: DeliveryStatus[] = [];
  const templates: TemplateWord[] = [];
  const settled: GatewayReport[] = [];
  const alarms: string[] = [];
  const logged: string[] = [];
  let isBroken = false;
  const note = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields ?? {})}`);
  const store = <T>(into: T[], what: readonly T[]) => {
    if (isBroken) throw new Error('the database is away');
    into.push(...what);
  };
  return {
    heard,
    statuses,
    templateWords: templates,
    alarms,
    logged,
    breakStore: () => {
      isBroken = true;
    },
    settled,
    paying: { settle: async (report) => store(settled, [report]) },
    conversing: { receive: async (messages) => store(heard, messages) },
    assisting: notAssisted,
    kiosks: new Proxy({} as ChannelWorld['kiosks'], { get: notHere }),
    secretFor: (use) => Buffer.from(use),
    chatLink: async () => undefined,
    usedTickets: openMemoryStore({ clock: { now: () => '2026-03-05T04:30:00.000Z' } }).usedTickets,
    forms: noForms,
    operating: { reportDelivery: async (_channel, reported) => store(statuses, reported) },
    templates: { hear: async (words) => store(templates, words) },
    clock: { now: () => '2026-03-05T04:30:00.000Z' },
    log: { info: note, warn: note, alarm: (event) => void alarms.push(event) },
  };
}

/** For channels whose forms are not looked at. */
const noForms: ChannelWorld['forms'] = {
  filling: { look: async () => notHere(), give: async () => notHere() },
  catalogue: catalogueOf([], ''),
  languages: [],
  translator: { say: () => '' },
  publicUrl: 'http://127.0.0.1',
  mostMegabytes: 10,
  isPicture: () => false,
};

const notHere = () => {
  throw new Error('nobody is assisted here');
};

/** For channels that know of no operator. */
const notAssisted: ChannelWorld['assisting'] = new Proxy({} as ChannelWorld['assisting'], { get: notHere });

/** Goes on by an hour whenever it is looked at, so that nobody has to wait for a provider's pace. */
export function aHurryingClock(): Clock {
  let hours = 0;
  return { now: () => plusHours('2026-03-05T04:30:00.000Z', hours++) };
}

export function aWebRequest(request: Partial<WebRequest> & { readonly path: string }): WebRequest {
  const empty = { params: {}, query: {}, headers: {}, cookies: {} };
  return { method: 'POST', body: Buffer.alloc(0), ip: '127.0.0.1', ...empty, ...request };
}
