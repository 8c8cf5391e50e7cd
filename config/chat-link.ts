import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { type JoinSettings, waysIn } from '#adapters/web/join/ways.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';

interface Reached {
  /** What stands on posters counts first. */
  readonly join: JoinSettings;
  readonly channels: ReadonlyMap<ChannelKind, Pick<OpenChannel, 'number'>>;
  /** Whose provider is played: a number of theirs is none. */
  readonly isPlayed: (kind: ChannelKind) => boolean;
  readonly simulator: string;
}

/** Finds where a phone goes on with a text: by a number that posters name, else by a channel's own number, else in the simulator. */
export function chatLinkBy({ join, channels, isPlayed, simulator }: Reached) {
  /** A provider that has told is not asked again. */
  const told = new Map<ChannelKind, string>();
  const numberOf = async (kind: ChannelKind): Promise<string> => {
    if (isPlayed(kind)) return '';
    const number = told.get(kind) ?? (await channels.get(kind)?.number?.());
    if (number) told.set(kind, number);
    return number ?? '';
  };
  return async (text: string): Promise<string | undefined> => {
    const whatsapp = join.whatsapp || (await numberOf('whatsapp'));
    const sms = join.sms || (await numberOf('sms'));
    const ways = waysIn(
      { ...join, whatsapp, sms, missedCall: '' },
      { hello: text, start: text, ...(isPlayed('whatsapp') && { simulator }) },
    );
    return ways[0]?.link;
  };
}
