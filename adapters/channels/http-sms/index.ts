import type { ChannelPlugin } from '../channel-plugin.ts';
import { smsCapabilities } from '../sms-menu.ts';
import { segmentsOf } from '../sms-segments.ts';
import { webhookChannel } from '../webhook-channel.ts';
import { check, post } from './client.ts';
import { parse, paths } from './parse.ts';
import { registeredFor, textsToSend } from './registered.ts';
import type { HttpSmsSettings } from './settings.ts';
import { isGenuine } from './signature.ts';

export type { HttpSmsSettings, RegisteredText } from './settings.ts';

/** SMS by any gateway that is spoken to over HTTP, such as those of Indian providers, where DLT rules ask for one. */
const gateway = webhookChannel<HttpSmsSettings, string>({
  name: 'http-sms',
  serves: 'sms',
  capabilities: smsCapabilities,
  paths: Object.values(paths).flatMap((path) => [path, `${path}/:secret`]),
  byGet: true,
  isGenuine,
  parse,
  render: textsToSend,
  segmentsOf: (text) => segmentsOf(text).length,
  post,
  check,
});

export const httpSms: ChannelPlugin<HttpSmsSettings> = {
  ...gateway,
  open(settings, world) {
    const channel = gateway.open(settings, world);
    if (!settings.templates || settings.unregistered !== 'send') return channel;
    return {
      ...channel,
      send(message, to) {
        const isRegistered = textsToSend(message, settings).every((text) => registeredFor(text, settings));
        // Networks may drop it all the same, and nobody else would say why.
        if (!isRegistered) world.log.warn('sms.not-registered', { messageId: to.reference });
        return channel.send(message, to);
      },
    };
  },
};
