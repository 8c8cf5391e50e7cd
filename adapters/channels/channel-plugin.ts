import type { Assisting } from '#application/ports/in/assisting.ts';
import type { Conversing } from '#application/ports/in/conversing.ts';
import type { Filling } from '#application/ports/in/filling.ts';
import type { FollowingTemplates } from '#application/ports/in/following-templates.ts';
import type { KeepingKiosks } from '#application/ports/in/keeping-kiosks.ts';
import type { Operating } from '#application/ports/in/operating.ts';
import type { Paying } from '#application/ports/in/paying.ts';
import type { Capabilities, Channel, Destination, WordedMessage } from '#application/ports/out/channel.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { UsedTickets } from '#application/ports/out/repositories.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';
import type { Route, Upgrade } from '../shared/route.ts';

/** A kind of channel that config can name; it becomes a channel when it is opened with settings. */
export interface ChannelPlugin<Settings> {
  readonly name: string;
  readonly serves: ChannelKind;
  readonly capabilities: Capabilities;
  open(settings: Settings, world: ChannelWorld): OpenChannel;
}

/** What a channel is given: where messages go in, and what it may lean on. */
export interface ChannelWorld {
  readonly conversing: Conversing;
  readonly operating: Pick<Operating, 'reportDelivery'>;
  readonly templates: Pick<FollowingTemplates, 'hear'>;
  readonly assisting: Assisting;
  readonly kiosks: KeepingKiosks;
  /** A secret for this use, the same in every process of the installation. */
  readonly secretFor: (use: string) => Uint8Array;
  readonly usedTickets: UsedTickets;
  /** For channels on which people can pay. */
  readonly paying: Pick<Paying, 'settle'>;
  /** Where a phone that scans a code goes on in a chat, with this text ready to be sent; absent where no chat is reached by a link. */
  readonly chatLink: (text: string) => Promise<string | undefined>;
  /** For channels that have forms of their own beside the talk. */
  readonly forms: FormsWorld;
  readonly clock: Clock;
  readonly log: Log;
}

/** What forms are made from and where they lead. */
export interface FormsWorld {
  readonly filling: Filling;
  readonly catalogue: Catalogue;
  readonly languages: readonly InstalledLanguage[];
  readonly translator: Pick<Translator, 'say'>;
  /** The largest paper that may be handed over, in megabytes of a million bytes. */
  readonly mostMegabytes: number;
  /** Whether a document type is a picture, of which there is no PDF. */
  readonly isPicture: (type: string) => boolean;
  /** Our own address, as the provider reaches it. */
  readonly publicUrl: string;
}

export interface OpenChannel extends Channel {
  /** Where the provider calls us. */
  readonly routes: readonly Route[];
  /** Where pages of ours open sockets to us. */
  readonly upgrades?: readonly Upgrade[];
  /** Of SMS: how many the message will be, known before it is sent. */
  segmentsOf?(message: WordedMessage, to: Destination): number;
  /** Tells the provider where to call us, and whatever else it shows of us; returns what it does now. @throws SettingMistake */
  connect?(): Promise<string>;
  /** Of a channel that ends by itself, as a terminal whose input is closed: settled when all that was said is stored. */
  readonly finished?: Promise<void>;
}
