import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ChannelWorld, OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { type HttpSmsSettings, httpSms } from '#adapters/channels/http-sms/index.ts';
import { telegram } from '#adapters/channels/telegram/index.ts';
import { twilioSms } from '#adapters/channels/twilio-sms/index.ts';
import { type WhatsAppSettings, whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { type GraphStandIn, openGraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import { openGupshupStandIn } from '#adapters/stand-ins/gupshup/index.ts';
import type { SmsStandIn } from '#adapters/stand-ins/sms-transcript.ts';
import { openTelegramStandIn, type TelegramStandIn } from '#adapters/stand-ins/telegram/index.ts';
import { openTwilioStandIn } from '#adapters/stand-ins/twilio/index.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { ChannelConfig } from './define-installation.ts';
import { isRegistered } from './dlt-templates.ts';
import { resolveSettings } from './environment.ts';
import { keptKey } from './kept-key.ts';
import { loadTemplates } from './load-templates.ts';
import { gupshup } from './sms-providers/gupshup.ts';

/** What stands in for providers that have no credentials; demo mode only. */
export interface StandIns extends Playing {
  /** Settles once nothing is being prepared in the background any more. */
  prepared(): Promise<void>;
  close(): Promise<void>;
}

interface Playing {
  readonly whatsapp?: GraphStandIn;
  readonly sms?: SmsStandIn;
  readonly telegram?: TelegramStandIn;
}

/** A channel whose provider is played. */
export interface StoodIn {
  readonly channel: OpenChannel;
  readonly playing: Playing;
  /** What is still being prepared; it never rejects. */
  readonly preparing?: Promise<unknown>;
  close(): Promise<void>;
}

/** What a stand-in takes from this installation. */
interface Around {
  readonly dataDir: string;
  /** What config says of the provider that is played, such as by which configuration people pay in the chat. */
  readonly named: ChannelConfig;
  readonly environment: NodeJS.ProcessEnv;
}

type StandingIn = (publicUrl: string, world: ChannelWorld, around: Around) => Promise<StoodIn>;

/** Who can stand in, by the name of the adapter whose provider is missing. */
export const standInsByAdapter: Readonly<Record<string, StandingIn>> = {
  'whatsapp-cloud': standInForWhatsApp,
  'twilio-sms': standInForTwilio,
  'http-sms': standInForGateway,
  telegram: standInForTelegram,
};

/** All of them as one. */
export const joined = (all: readonly StoodIn[]): StandIns => ({
  ...Object.assign({}, ...all.map(({ playing }) => playing)),
  async prepared() {
    await Promise.all(all.map(({ preparing }) => preparing));
  },
  async close() {
    for (const each of all) await each.close();
  },
});

const secret = (): string => randomBytes(24).toString('base64url');

/** A WhatsApp of our own: the real adapter, talking to a small local server that speaks the Graph API. */
async function standInForWhatsApp(
  publicUrl: string,
  world: ChannelWorld,
  { dataDir, named, environment }: Around,
): Promise<StoodIn> {
  const credentials = {
    appSecret: secret(),
    accessToken: secret(),
    phoneNumberId: '100000000000001',
    businessAccountId: '100000000000000',
    flowsPrivateKey: await keptKey(join(dataDir, 'keys', 'flows.pem')),
  };
  const whatsapp = await openGraphStandIn({
    ...credentials,
    keepsWindow: true,
    callbackUrl: `${publicUrl}/webhooks/whatsapp`,
    now: () => Date.parse(world.clock.now()),
  });
  const channel = whatsappCloud.open(
    { ...credentials, ...payingIn(named, environment), apiUrl: whatsapp.url, verifyToken: secret() },
    world,
  );
  for (const template of await loadTemplates()) await channel.submitTemplate?.(template);
  // Hundreds of forms: nobody waits for them, and until they are there they are not offered.
  const publishing = channel.forms
    ?.publish()
    .catch((error: unknown) =>
      world.log.warn('forms.not-published', { code: error instanceof NotDelivered ? error.code : 'error' }),
    );
  const close = async (): Promise<void> => {
    await publishing;
    await whatsapp.close();
  };
  return { channel, playing: { whatsapp }, ...(publishing && { preparing: publishing }), close };
}

/** How people pay in the chat, where that is set: it needs no credentials of its own. */
function payingIn(named: ChannelConfig, environment: NodeJS.ProcessEnv): Partial<WhatsAppSettings> {
  if (named.use !== 'whatsapp-cloud') return {};
  const { paymentConfiguration, payee } = named;
  const resolved = resolveSettings<Partial<WhatsAppSettings>>(
    { ...(paymentConfiguration !== undefined && { paymentConfiguration }), ...(payee && { payee }) },
    'Payments in the chat',
    environment,
  );
  return resolved.is === 'complete' ? resolved.settings : {};
}

/** Likewise for SMS and missed calls. The number is one that cannot exist. */
async function standInForTwilio(publicUrl: string, world: ChannelWorld): Promise<StoodIn> {
  const credentials = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: secret(),
    from: '+910000000099',
  };
  const sms = await openTwilioStandIn({
    ...credentials,
    callbackUrl: publicUrl,
    now: () => Date.parse(world.clock.now()),
  });
  const channel = twilioSms.open({ ...credentials, apiUrl: sms.url, publicUrl }, world);
  return { channel, playing: { sms }, close: () => sms.close() };
}

/** Likewise for a gateway that is spoken to over HTTP, whichever it is: it is played as Gupshup, by that one's description. */
async function standInForGateway(publicUrl: string, world: ChannelWorld): Promise<StoodIn> {
  const account = { userId: '2000000000', password: secret(), callbackSecret: secret() };
  const sms = await openGupshupStandIn({
    ...account,
    longCode: '910000000099',
    callbackUrl: publicUrl,
    delayMs: { answer: 40, report: 400 },
    // As operators do with every SMS.
    isRegistered,
    now: () => Date.parse(world.clock.now()),
  });
  const { use: _use, optional: _optional, ...described } = gupshup;
  const resolved = resolveSettings<HttpSmsSettings>(described, 'The stand-in for Gupshup', {
    GUPSHUP_USER_ID: account.userId,
    GUPSHUP_PASSWORD: account.password,
    GUPSHUP_CALLBACK_SECRET: account.callbackSecret,
  });
  if (resolved.is === 'absent') throw new Error(`the description of Gupshup asks for ${resolved.missing.join(', ')}`);
  const url = resolved.settings.url.replace(/^https:\/\/[^/]+/, sms.url);
  return { channel: httpSms.open({ ...resolved.settings, url }, world), playing: { sms }, close: () => sms.close() };
}

/** Likewise for Telegram. */
async function standInForTelegram(publicUrl: string, world: ChannelWorld): Promise<StoodIn> {
  const credentials = { botToken: `5000000001:${secret()}`, secretToken: secret() };
  const played = await openTelegramStandIn({
    ...credentials,
    callbackUrl: `${publicUrl}/webhooks/telegram`,
    now: () => Date.parse(world.clock.now()),
  });
  const channel = telegram.open({ ...credentials, apiUrl: played.url }, world);
  await channel.connect?.();
  return { channel, playing: { telegram: played }, close: () => played.close() };
}
