import { chmod, mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MasterKeys, openMasterKey } from '#adapters/persistence/sealing/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { hashingOfKnownPasswords } from '#adapters/system/hashing.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import { buildPages } from '#adapters/web/build-pages.ts';
import type { JoinSettings } from '#adapters/web/join/ways.ts';
import { pageTextsIn } from '#adapters/web/page-texts.ts';
import { webRoutes } from '#adapters/web/routes.ts';
import { type OpenServer, openServer } from '#adapters/web/server.ts';
import { Traffic } from '#adapters/web/traffic.ts';
import type { Operating } from '#application/ports/in/operating.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import defaultConfig from './default.ts';
import type { InstallationConfig } from './define-installation.ts';
import { channelLogDays } from './delivery-limits.ts';
import { demoOfficers, putDemoOfficers } from './demo.ts';
import { joinSettings } from './join-settings.ts';
import { languages } from './languages.ts';
import { type Installation, openInstallation } from './open-installation.ts';
import { openStore } from './open-store.ts';
import { Ports } from './ports.ts';
import { type ProcessSettings, readProcessSettings } from './process-settings.ts';
import { simulatorOf } from './simulator.ts';
import { startWorkers } from './workers.ts';

export interface StartOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly config?: InstallationConfig;
  readonly extraChannels?: InstallationConfig['channels'];
  readonly clock?: Clock;
  readonly log?: Log;
  /** Opens what is kept; PostgreSQL unless told. */
  readonly openStore?: (settings: ProcessSettings, masterKeys: MasterKeys, clock: Clock, log: Log) => Promise<Store>;
}

export interface Platform {
  /** Absent in a process that only works. */
  readonly url: string | undefined;
  readonly settings: ProcessSettings;
  readonly installation: Installation;
  readonly store: Store;
  stop(): Promise<void>;
}

/** Starts what the process's role asks for. What was opened is closed again when the start fails. @throws SettingMistake */
export async function startPlatform(options: StartOptions = {}): Promise<Platform> {
  const { environment = process.env, config = defaultConfig } = options;
  const asked = readProcessSettings(environment);
  const clock = options.clock ?? systemClock(asked.clock);
  const log = options.log ?? pinoLog(asked.logLevel);
  await mkdir(asked.dataDir, { recursive: true });
  // The database may run under another account, which has to pass through to its own folder.
  await chmod(asked.dataDir, 0o711);
  const masterKeys = openMasterKey({
    directory: join(asked.dataDir, 'keys'),
    ...(asked.masterKey !== undefined && { fromEnvironment: asked.masterKey }),
  });
  const { settings, letGo } = await holdPort(asked);

  const opened: (() => Promise<void>)[] = [letGo];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.reverse()) await close();
  };
  try {
    const store = await (options.openStore ?? openStore)(settings, masterKeys, clock, log);
    opened.push(() => store.close());
    const { extraChannels } = options;
    const installation = await openInstallation({
      config,
      settings,
      environment,
      store,
      masterKeys,
      clock,
      log,
      ...(extraChannels && { extraChannels }),
    });
    opened.push(() => installation.close());
    if (settings.mode === 'demo') await putDemoOfficers(store.officers, hashingOfKnownPasswords);
    if (settings.role !== 'web') opened.push(workersOf(installation, store, log).stop);
    await letGo();
    const server =
      settings.role === 'worker'
        ? undefined
        : await openWeb(installation, settings, joinSettings(config, environment), log);
    if (server) opened.push(() => server.close());
    return { url: server?.url, settings, installation, store, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/**
 * Port 0 means any free one. Links in messages need to know it before the server listens; until then it is held, lest a
 * connection to the database be given it.
 */
async function holdPort(settings: ProcessSettings): Promise<{ settings: ProcessSettings; letGo: () => Promise<void> }> {
  if (settings.port !== 0) return { settings, letGo: async () => undefined };
  const holder = createServer((socket) => socket.destroy());
  await new Promise<void>((listening) => holder.listen(0, settings.host, listening));
  const { port } = holder.address() as AddressInfo;
  return {
    settings: { ...settings, port, publicUrl: settings.publicUrl.replace(/:0$/, `:${port}`) },
    letGo: () => new Promise((closed) => holder.close(() => closed())),
  };
}

const TURNS_AT_ONCE = 20;
const MESSAGES_AT_ONCE = 50;
const JOBS_AT_ONCE = 4;
/** Providers send a message again for a week at most; what was done longer ago than this is forgotten. */
const KEEP_DONE_MINUTES = 30 * 24 * 60;

/** Which forms the provider has; those that it does not have are not offered. */
async function askAboutForms(channels: Installation['channels']): Promise<void> {
  for (const { forms } of channels.values()) await forms?.refresh();
}

function workersOf({ container, channels }: Installation, store: Store, log: Log): { stop(): Promise<void> } {
  const turnTaker = container.get(Ports.turnTaker);
  const delivering = container.get(Ports.delivering);
  const jobRunner = container.get(Ports.jobRunner);
  const reconciling = container.get(Ports.reconciling);
  const assisting = container.get(Ports.assisting);
  const clock = container.get(Ports.clock);
  const templates = container.get(Ports.followingTemplates);
  const returningTalks = container.get(Ports.returningTalks);
  const forgettingTalks = container.get(Ports.forgettingTalks);
  const late = container.get(Ports.movingLate);
  return startWorkers({
    work: {
      talks: () => turnTaker.takeTurns(TURNS_AT_ONCE),
      messages: () => delivering.deliver(MESSAGES_AT_ONCE),
      jobs: () => jobRunner.run(JOBS_AT_ONCE),
    },
    count: { talks: 2, messages: 2, jobs: 3 },
    regularly: [
      { everySeconds: 60, run: () => reconciling.reconcile(), name: 'reconcile-payments' },
      { everySeconds: 30, run: () => late.move(), name: 'move-late-messages' },
      { everySeconds: 15, run: () => assisting.sweep(), name: 'sweep-sessions' },
      { everySeconds: 3600, run: () => templates.ask(), name: 'ask-templates', atStart: true },
      {
        everySeconds: 3600,
        run: () => store.channelEntries.prune(plusMinutes(clock.now(), -channelLogDays.value * 24 * 60)),
        name: 'prune-channel-log',
      },
      { everySeconds: 3600, run: () => askAboutForms(channels), name: 'ask-forms', atStart: true },
      { everySeconds: 60, run: () => returningTalks.sweep(), name: 'return-silent-talks' },
      { everySeconds: 3600, run: () => forgettingTalks.forget(), name: 'forget-talks' },
      { everySeconds: 3600, run: () => store.prune(plusMinutes(clock.now(), -KEEP_DONE_MINUTES)), name: 'prune' },
    ],
    wakeup: store.wakeup,
    log,
  });
}

async function openWeb(
  { container, routes, upgrades, standIns }: Installation,
  settings: ProcessSettings,
  join: JoinSettings,
  log: Log,
): Promise<OpenServer> {
  const assets = await buildPages();
  const translator = container.get(Ports.translator);
  const traffic = new Traffic();
  const { mode, host, port, publicUrl } = settings;
  const texts = pageTextsIn(fileURLToPath(new URL('./locales', import.meta.url)));
  const deciding = container.get(Ports.deciding);
  const operator = container.get(Ports.operating);
  const operating: Operating = {
    isReady: () => operator.isReady(),
    check: () => operator.check(),
    figures: () => operator.figures(),
    reportDelivery: (channel, statuses) => container.get(Ports.reporting).reportDelivery(channel, statuses),
  };
  const ours = webRoutes({
    deciding,
    attending: container.get(Ports.attending),
    verifying: container.get(Ports.verifying),
    paying: container.get(Ports.paying),
    uploading: container.get(Ports.uploading),
    operating,
    translator,
    languages,
    channelEntries: container.get(Ports.channelEntries),
    categoryOf: (template) => container.get(Ports.messageTemplates).find(({ name }) => name === template)?.category,
    departments: [...new Set(container.get(Ports.catalogue).services.map(({ department }) => department))].toSorted(),
    optIns: container.get(Ports.optIns),
    kiosks: container.get(Ports.keepingKiosks),
    texts,
    assets,
    traffic,
    publicUrl,
    mode,
    demoUsers: demoOfficers.map(({ officer, password, roleKey }) => ({ name: officer.signInName, password, roleKey })),
    join,
    serviceOf: (id) => container.get(Ports.catalogue).find(id),
  });
  const simulator = simulatorOf(standIns, container.get(Ports.clock), { assets, texts, translator, languages, mode });
  return openServer({
    host,
    port,
    publicUrl,
    mode,
    routes: [...ours, ...routes, ...simulator],
    upgrades,
    assets,
    languages,
    sessionOf: (token) => deciding.sessionOf(token),
    translator,
    log,
    traffic,
  });
}
