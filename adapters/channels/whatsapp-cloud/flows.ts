import type { Route } from '#adapters/shared/route.ts';
import { SettingMistake } from '#adapters/shared/setting-mistake.ts';
import type { ChannelForms } from '#application/ports/out/channel.ts';
import type { Language } from '#domain/shared/language.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import type { WhatsAppSettings } from './client.ts';
import { type FlowsKeys, flowsKeysOf, publicPemOf } from './flow-crypto.ts';
import { flowRoute } from './flow-endpoint.ts';
import type { Say } from './flow-fields.ts';
import { flowForms } from './flow-forms.ts';

/** The forms of this channel and the endpoint behind them; none without a key. @throws SettingMistake when the key cannot be read */
export function openFlows(
  settings: WhatsAppSettings,
  { forms, log }: ChannelWorld,
): { readonly forms: ChannelForms; readonly route: Route } | undefined {
  const { flowsPrivateKey = '', flowsPassphrase = '', appSecret } = settings;
  if (flowsPrivateKey === '') return undefined;
  const { filling, catalogue, languages, translator, publicUrl, mostMegabytes, isPicture } = forms;
  const keys = keysFrom(flowsPrivateKey, flowsPassphrase);
  const sayIn =
    (language: Language): Say =>
    (phrase) =>
      translator.say(phrase, language);
  const endpointUrl = `${publicUrl.replace(/\/+$/, '')}/flows/whatsapp`;
  return {
    forms: flowForms({
      settings,
      publicPem: publicPemOf(keys[0]),
      catalogue,
      languages,
      sayIn,
      mostMegabytes,
      endpointUrl,
    }),
    route: flowRoute({ keys, appSecret, filling, sayIn, languages, isPicture, log }),
  };
}

function keysFrom(pem: string, passphrase: string): FlowsKeys {
  try {
    return flowsKeysOf(pem, passphrase);
  } catch {
    throw new SettingMistake(
      'WHATSAPP_FLOWS_PRIVATE_KEY is no RSA private key, or WHATSAPP_FLOWS_PASSPHRASE does not open it.',
    );
  }
}
