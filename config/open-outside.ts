import { join } from 'node:path';
import type { Container } from 'inversify';
import type { ChannelWorld, OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { failingOver, type Provider } from '#adapters/channels/failing-over.ts';
import { type Note, watchedChannel, watchedWorld } from '#adapters/channels/log/index.ts';
import { demo as demoGateway } from '#adapters/payments/demo/index.ts';
import type { OpenGateway, PaymentWorld } from '#adapters/payments/payment-plugin.ts';
import type { LanguageHelper } from '#application/ports/out/language-helper.ts';
import type { SpeechReader } from '#application/ports/out/speech-reader.ts';
import { type ChannelKind, channelKinds, type Line } from '#domain/shared/contact-point.ts';
import { chooseChannel, chooseGateway, chooseLanguageHelper, chooseSpeechReader } from './adapters.ts';
import { chatLinkBy } from './chat-link.ts';
import { circuitLimits } from './circuit-limits.ts';
import { type ProviderConfig, providersOf } from './define-installation.ts';
import { SettingMistake } from './environment.ts';
import { type Foundations, secretFor } from './foundations.ts';
import { joinSettings } from './join-settings.ts';
import { pictures } from './papers/types.ts';
import { Ports } from './ports.ts';
import { smsTariffs } from './sms-tariffs.ts';
import { joined, type StandIns, type StoodIn, standInsByAdapter } from './stand-ins.ts';
import { uploadLimits } from './upload-limits.ts';

/** Opens the channels of config. Without credentials each is stood in for in demo mode; in production an optional one is off, and any other stops the start. */
export async function openChannels(
  { config, settings, environment, clock, log, store, masterKeys, extraChannels }: Foundations,
  container: Container,
  note: Note,
): Promise<{ channels: ReadonlyMap<ChannelKind, OpenChannel>; standIns: StandIns }> {
  const channels = new Map<ChannelKind, OpenChannel>();
  const stoodIn: StoodIn[] = [];
  const world: ChannelWorld = {
    conversing: container.get(Ports.conversing),
    operating: container.get(Ports.reporting),
    paying: container.get(Ports.settling),
    // Only once all channels are open can it be asked for: it asks them in turn.
    templates: { hear: (words) => container.get(Ports.followingTemplates).hear(words) },
    // Only when it is first used: it answers through channels, which are being opened here.
    get assisting() {
      return container.get(Ports.assisting);
    },
    get kiosks() {
      return container.get(Ports.keepingKiosks);
    },
    secretFor: (use) => secretFor(use, masterKeys),
    usedTickets: store.usedTickets,
    chatLink: chatLinkBy({
      join: joinSettings(config, environment),
      channels,
      isPlayed: (kind) => stoodIn.some(({ channel }) => channel.serves === kind),
      simulator: `${settings.publicUrl}/simulator`,
    }),
    forms: {
      filling: container.get(Ports.filling),
      catalogue: container.get(Ports.catalogue),
      languages: container.get(Ports.languages),
      translator: container.get(Ports.translator),
      publicUrl: settings.publicUrl,
      mostMegabytes: uploadLimits.mostMegabytes.value,
      isPicture: (type) => pictures.has(type),
    },
    clock,
    log,
  };
  // Twilio signs the address that it calls: whatever of our address was not set is known by now.
  const given = { ...environment, PUBLIC_URL: settings.publicUrl, PUBLIC_URL_FILE: undefined };
  for (const kind of channelKinds) {
    const named = extraChannels?.[kind] ?? config.channels[kind];
    if (!named) continue;
    const { channel, standIn } = await openChannel(kind, providersOf(named), given, settings, world, note);
    if (channel) channels.set(kind, channel);
    if (standIn) stoodIn.push(standIn);
  }
  return { channels, standIns: joined(stoodIn) };
}

interface Opened {
  readonly channel?: OpenChannel;
  readonly standIn?: StoodIn;
}

/** Opens one channel, by all of its providers that have their credentials. */
async function openChannel(
  kind: ChannelKind,
  named: readonly ProviderConfig[],
  given: NodeJS.ProcessEnv,
  { mode, publicUrl, dataDir }: Foundations['settings'],
  world: ChannelWorld,
  note: Note,
): Promise<Opened> {
  let lines: readonly Line[] = [];
  const around = (name: string) => watchedWorld({ name, serves: kind, lines: () => lines }, world, note);
  const watched = (channel: OpenChannel) => {
    lines = [...lines, ...(channel.lines ?? [])];
    return watchedChannel(channel, world, note, smsTariffs[channel.name]);
  };
  const opened: Provider[] = [];
  for (const { weight, ...config } of named) {
    const chosen = chooseChannel(config, given);
    if (chosen.is === 'complete') opened.push({ channel: watched(chosen.open(around(config.use))), weight });
    else if (mode === 'production' && !config.optional)
      throw new SettingMistake(`The channel ${kind} is named in config but ${chosen.missing.join(', ')} is not set.`);
  }
  const [first, ...others] = opened;
  if (first && others.length === 0) return { channel: first.channel };
  if (first)
    return {
      channel: failingOver([first, ...others], {
        clock: world.clock,
        log: around(first.channel.name).log,
        limits: circuitLimits,
      }),
    };
  const [main] = named;
  const standIn =
    mode === 'demo' && main
      ? await standInsByAdapter[main.use]?.(publicUrl, around(main.use), { dataDir, named: main, environment: given })
      : undefined;
  return standIn ? { channel: watched(standIn.channel), standIn } : {};
}

/** The helper of the language engine, where config names one and the environment has its settings. */
export function openLanguageHelper({ config, environment, clock, log }: Foundations): LanguageHelper | undefined {
  const chosen = config.languageHelper && chooseLanguageHelper(config.languageHelper, environment);
  return chosen?.is === 'complete' ? chosen.open({ clock, log }) : undefined;
}

/** Who writes down voice notes, where config names one and the environment has its settings. */
export function openSpeechReader({ config, environment }: Foundations): SpeechReader | undefined {
  const chosen = config.speechReader && chooseSpeechReader(config.speechReader, environment);
  return chosen?.is === 'complete' ? chosen.open() : undefined;
}

/** Opens the gateway of config; in demo mode the demo gateway stands in until it has credentials. */
export function openGateway(
  { config, settings, environment, clock, log, masterKeys }: Foundations,
  container: Container,
): OpenGateway {
  const chosen = chooseGateway(config.payments, environment);
  const isDemo = config.payments.use === 'demo';
  // Only when it is first used: it asks the gateway, which is being opened here.
  const world: PaymentWorld = {
    paying: {
      settle: (report) => container.get(Ports.paying).settle(report),
      settleRefund: (report) => container.get(Ports.paying).settleRefund(report),
      open: (paymentId) => container.get(Ports.paying).open(paymentId),
    },
    clock,
    log,
  };
  if (settings.mode === 'production') {
    if (isDemo) throw new SettingMistake('Payments cannot use the demo gateway in production.');
    if (chosen.is === 'absent')
      throw new SettingMistake(`Payments are named in config but ${chosen.missing.join(', ')} is not set.`);
  }
  if (chosen.is === 'complete') return chosen.open(world);
  return demoGateway.open(
    {
      publicUrl: settings.publicUrl,
      secret: secretFor('demo-gateway', masterKeys).toString('base64url'),
      directory: join(settings.dataDir, 'demo-gateway'),
    },
    world,
  );
}
