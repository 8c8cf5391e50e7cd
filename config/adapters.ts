import type { BillWorld } from '#adapters/bills/bill-plugin.ts';
import type { ChannelWorld, OpenChannel } from '#adapters/channels/channel-plugin.ts';
import type { LanguageHelperWorld } from '#adapters/language/language-helper-plugin.ts';
import type { OpenGateway, PaymentWorld } from '#adapters/payments/payment-plugin.ts';
import type { TextReaderWorld } from '#adapters/text-readers/text-reader-plugin.ts';
import type { BillSource } from '#application/ports/out/bill-source.ts';
import type { LanguageHelper } from '#application/ports/out/language-helper.ts';
import type { SpeechReader } from '#application/ports/out/speech-reader.ts';
import type { TextReader } from '#application/ports/out/text-reader.ts';
import type { ChannelConfig, InstallationConfig } from './define-installation.ts';
import { type Configured, resolveSettings, SettingMistake } from './environment.ts';
import { billSources, channels, gateways, languageHelpers, speechReaders, textReaders } from './registry.ts';

/** What every plugin has in common: config's own type has made sure that the settings are this adapter's. */
interface Plugin<World, Opened> {
  open(settings: unknown, world: World): Opened;
}

/** An adapter that config names, or the word that its credentials are not there. */
export type Chosen<World, Opened> =
  | { readonly is: 'complete'; readonly open: (world: World) => Opened }
  | { readonly is: 'absent'; readonly missing: readonly string[] };

function choose<World, Opened>(
  plugins: Readonly<Record<string, unknown>>,
  { use, ...settings }: { readonly use: string },
  what: string,
  environment: NodeJS.ProcessEnv,
): Chosen<World, Opened> {
  const plugin = plugins[use] as Plugin<World, Opened>;
  const resolved = resolveSettings(settings as Configured<object>, `${what} "${use}"`, environment);
  if (resolved.is === 'absent') return resolved;
  return { is: 'complete', open: (world) => plugin.open(resolved.settings, world) };
}

export const chooseChannel = (
  { optional: _, ...config }: ChannelConfig,
  environment: NodeJS.ProcessEnv,
): Chosen<ChannelWorld, OpenChannel> => choose(channels, config, 'The channel', environment);

export const chooseGateway = (
  config: InstallationConfig['payments'],
  environment: NodeJS.ProcessEnv,
): Chosen<PaymentWorld, OpenGateway> => choose(gateways, config, 'The payment gateway', environment);

export const chooseTextReader = (
  config: InstallationConfig['textReader'],
  environment: NodeJS.ProcessEnv,
): Chosen<TextReaderWorld, TextReader> => choose(textReaders, config, 'The text reader', environment);

export const chooseBills = (
  config: InstallationConfig['bills'],
  environment: NodeJS.ProcessEnv,
): Chosen<BillWorld, BillSource> => choose(billSources, config, 'The bill source', environment);

export const chooseLanguageHelper = (
  config: NonNullable<InstallationConfig['languageHelper']>,
  environment: NodeJS.ProcessEnv,
): Chosen<LanguageHelperWorld, LanguageHelper> => choose(languageHelpers, config, 'The language helper', environment);

export const chooseSpeechReader = (
  config: NonNullable<InstallationConfig['speechReader']>,
  environment: NodeJS.ProcessEnv,
): Chosen<void, SpeechReader> => choose(speechReaders, config, 'The speech reader', environment);

/** For what nothing can stand in. @throws SettingMistake */
export function required<World, Opened>(chosen: Chosen<World, Opened>, what: string): (world: World) => Opened {
  if (chosen.is === 'complete') return chosen.open;
  throw new SettingMistake(`${what} is named in config but ${chosen.missing.join(', ')} is not set.`);
}
