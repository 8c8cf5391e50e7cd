import type { BillPlugin } from '#adapters/bills/bill-plugin.ts';
import type { ChannelPlugin } from '#adapters/channels/channel-plugin.ts';
import type { LanguageHelperPlugin } from '#adapters/language/language-helper-plugin.ts';
import type { PaymentPlugin } from '#adapters/payments/payment-plugin.ts';
import type { SpeechReaderPlugin } from '#adapters/speech/speech-reader-plugin.ts';
import type { TextReaderPlugin } from '#adapters/text-readers/text-reader-plugin.ts';
import type { JoinSettings } from '#adapters/web/join/ways.ts';
import type { SessionLimits } from '#domain/assisting/session-limits.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Configured } from './environment.ts';
import type { billSources, channels, gateways, languageHelpers, speechReaders, textReaders } from './registry.ts';

type SettingsOf<Plugin> =
  Plugin extends ChannelPlugin<infer Settings>
    ? Settings
    : Plugin extends PaymentPlugin<infer Settings>
      ? Settings
      : Plugin extends TextReaderPlugin<infer Settings>
        ? Settings
        : Plugin extends BillPlugin<infer Settings>
          ? Settings
          : Plugin extends LanguageHelperPlugin<infer Settings>
            ? Settings
            : Plugin extends SpeechReaderPlugin<infer Settings>
              ? Settings
              : never;

/** `use` names an adapter of a registry, and the rest are that adapter's own settings. */
type Use<Registry> = {
  [Name in keyof Registry]: { readonly use: Name } & Configured<SettingsOf<Registry[Name]>>;
}[keyof Registry];

export type ChannelConfig = Use<typeof channels> & { readonly optional?: true };

/** A description of a gateway that is spoken to over HTTP. */
export type HttpSmsConfig = Extract<ChannelConfig, { use: 'http-sms' }>;

/** One of several; its weight 0 means that it is asked only when no other can send. */
export type ProviderConfig = ChannelConfig & { readonly weight: number };

/** The providers that config names for a channel, be they one or several. */
export const providersOf = (named: ChannelConfig | readonly ProviderConfig[]): readonly ProviderConfig[] =>
  isSeveral(named) ? named : [{ ...named, weight: 1 }];

const isSeveral = (named: ChannelConfig | readonly ProviderConfig[]): named is readonly ProviderConfig[] =>
  Array.isArray(named);

export interface InstallationConfig {
  /**
   * By the channel as citizens know it; one that is left out is off. Without credentials each is stood in for in demo
   * mode; in production an `optional` one is off, and any other stops the start.
   * A list is of several providers, each with its share by weight; they take over from one another.
   */
  readonly channels: {
    readonly [Kind in ChannelKind]?: ChannelConfig | readonly [ProviderConfig, ...ProviderConfig[]];
  };
  /** Where people reach us, as it stands on posters and on the page `/join`; what is empty is not offered. */
  readonly join: Configured<JoinSettings>;
  /** Which channel is tried next when one does not deliver. */
  readonly fallback: readonly ChannelKind[];
  /** In demo mode the demo gateway stands in until this one has its credentials. */
  readonly payments: Use<typeof gateways>;
  readonly textReader: Use<typeof textReaders>;
  readonly bills: Use<typeof billSources>;
  /** Sessions at kiosks, in which an operator helps. */
  readonly assisted: SessionLimits;
  /** Helps the embedded language engine where it is not sure; off without its settings. */
  readonly languageHelper?: Use<typeof languageHelpers>;
  /** Writes down voice notes; off without its settings, and then citizens are asked to write. */
  readonly speechReader?: Use<typeof speechReaders>;
  /** The language of a first talk. */
  readonly language: Language;
  readonly paymentMinutes: number;
  /** Changes with the text of the consent notice; everybody is then asked once more. */
  readonly consentNotice: string;
}

/** The identity function; a misspelt name or a missing setting does not compile. */
export const defineInstallation = (config: InstallationConfig): InstallationConfig => config;
