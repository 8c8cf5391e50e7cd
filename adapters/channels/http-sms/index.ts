import { NotDelivered } from '#domain/shared/failure.ts';
import type { ChannelPlugin } from '../channel-plugin.ts';
import { smsCapabilities } from '../sms-menu.ts';
import { segmentsOf } from '../sms-segments.ts';
import { webhookChannel } from '../webhook-channel.ts';
import { check, post } from './client.ts';
import { parse, paths } from './parse.ts';
import { type Sms, smsOf, unregisteredIn } from './registered.ts';
import type { HttpSmsSettings } from './settings.ts';
import { isGenuine } from './signature.ts';

export type { HttpSmsSettings, RegisteredText } from './settings.ts';

/** SMS by any gateway that is spoken to over HTTP, such as those of Indian providers, where DLT rules ask for one. */
const gateway = webhookChannel<HttpSmsSettings, Sms>({
  name: 'http-sms',
  serves: 'sms',
  capabilities: smsCapabilities,
  paths: Object.values(paths).flatMap((path) => [path, `${path}/:secret`]),
  byGet: true,
  isGenuine,
  parse,
  render: smsOf,
  segmentsOf: ({ text }) => segmentsOf(text).length,
  post,
  check,
});

/** No provider of SMS may carry it, and none of them is at fault: the next channel may. */
const notRegistered = () => new NotDelivered('no-dlt-template', { retry: false, personal: true });

export const httpSms: ChannelPlugin<HttpSmsSettings> = {
  ...gateway,
  open(settings, world) {
    const channel = gateway.open(settings, world);
    if (!settings.templates) return channel;
    return {
      ...channel,
      async send(message, to) {
        const key = unregisteredIn(message, settings);
        if (key !== undefined) {
          // Networks drop it, count it against the sender, and say nothing of why.
          world.log.warn('sms.not-registered', { messageId: to.reference, key });
          if (settings.unregistered !== 'send') throw notRegistered();
        }
        return channel.send(message, to);
      },
    };
  },
};
