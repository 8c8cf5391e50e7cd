import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { kiosk } from '#adapters/channels/kiosk/index.ts';
import type { Shown } from '#adapters/channels/kiosk/page/frames.ts';
import type { Assets } from '#adapters/web/build-pages.ts';
import { kioskRoutes } from '#adapters/web/kiosk/routes.ts';
import { pageTextsIn } from '#adapters/web/page-texts.ts';
import { type OpenServer, openServer } from '#adapters/web/server.ts';
import type { SignedIn } from '#application/ports/in/deciding.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { languages } from '#config/languages.ts';
import { aChannelWorld } from '#test/contracts/channel-world.ts';
import { type AnAssisting, anAssisting, SESSION } from './an-assisting.ts';
import { someKiosks } from './some-kiosks.ts';

const texts = pageTextsIn(fileURLToPath(new URL('../../../../config/locales', import.meta.url)));
const sentence = (key: string, language: string): string | undefined =>
  language === 'hi-Latn' ? undefined : ['kiosk', 'home'].map((context) => texts(context, language)[key]).find(Boolean);
const translator: Translator = {
  say: (phrase, language) => ('key' in phrase ? (sentence(phrase.key, language) ?? phrase.key) : ''),
  sayValue: String,
  has: (key, language) => sentence(key, language) !== undefined,
};

const operator: SignedIn = {
  token: 'token-of-the-session',
  csrfToken: 'csrf',
  officer: { id: 'kamla', name: 'Kamla Bisht', role: 'operator', department: 'mcd', isAdministrator: false },
};

/** A kiosk's page on a real server, with an operator signed in and the rest of the platform played. */
export interface AKiosk extends OpenServer {
  readonly assisting: AnAssisting;
  readonly kiosks: ReturnType<typeof someKiosks>;
  shows(body: Shown): Promise<void>;
  /** Every socket is gone at once, as when a cable is pulled. */
  cutLines(): void;
}

/** `mode`: in a demonstration the browser becomes a kiosk by itself. */
export async function aKiosk(assets: Assets, mode: 'demo' | 'production' = 'demo'): Promise<AKiosk> {
  const assisting = anAssisting();
  assisting.isOver = true;
  const kiosks = someKiosks(assisting, mode === 'demo' ? 'Karol Bagh' : undefined);
  const world = Object.assign(aChannelWorld(), { assisting, kiosks });
  const channel = kiosk.open({}, world);
  const around = { assets, translator, languages, mode };
  const sockets = new Set<Duplex>();
  const server = await openServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1:3000',
    ...around,
    routes: [...kioskRoutes({ ...around, texts }), ...channel.routes],
    upgrades: (channel.upgrades ?? []).map(({ path, handle }) => ({
      path,
      handle: (request, socket, head) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        handle(request, socket, head);
      },
    })),
    sessionOf: async (token) => (token === operator.token ? operator : undefined),
    log: world.log,
  });
  let shown = 0;

  return {
    ...server,
    assisting,
    kiosks,
    shows: async (body) => {
      shown += 1;
      await assisting.show(SESSION, `m-${shown}`, { ...body });
    },
    cutLines: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      await channel.close?.();
      await server.close();
    },
  };
}
