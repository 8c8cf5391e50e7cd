import { randomBytes } from 'node:crypto';
import type { ChannelWorld, OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { type GraphStandIn, openGraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';

/** What stands in for providers that have no credentials; demo mode only. */
export interface StandIns {
  readonly whatsapp?: GraphStandIn;
  close(): Promise<void>;
}

export const noStandIns: StandIns = { close: async () => {} };

const secret = (): string => randomBytes(24).toString('base64url');

/** A WhatsApp of our own: the real adapter, talking to a small local server that speaks the Graph API. */
export async function standInForWhatsApp(
  publicUrl: string,
  world: ChannelWorld,
): Promise<{ channel: OpenChannel; standIn: GraphStandIn }> {
  const credentials = {
    appSecret: secret(),
    accessToken: secret(),
    phoneNumberId: '100000000000001',
  };
  const standIn = await openGraphStandIn({
    ...credentials,
    callbackUrl: `${publicUrl}/webhooks/whatsapp`,
    now: () => Date.parse(world.clock.now()),
  });
  const channel = whatsappCloud.open({ ...credentials, apiUrl: standIn.url, verifyToken: secret() }, world);
  return { channel, standIn };
}
