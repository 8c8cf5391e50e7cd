import { smsCapabilities } from '../sms-menu.ts';
import { segmentsOf } from '../sms-segments.ts';
import { webhookChannel } from '../webhook-channel.ts';
import { check, post } from './client.ts';
import { parse, paths } from './parse.ts';
import { textsToSend } from './registered.ts';
import type { HttpSmsSettings } from './settings.ts';
import { isGenuine } from './signature.ts';

export type { HttpSmsSettings, RegisteredText } from './settings.ts';

/** SMS by any gateway that is spoken to over HTTP, such as those of Indian providers, where DLT rules ask for one. */
export const httpSms = webhookChannel<HttpSmsSettings, string>({
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
