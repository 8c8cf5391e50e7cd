import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { smsCapabilities, smsTexts } from '../sms-menu.ts';
import { segmentsOf } from '../sms-segments.ts';
import { webhookChannel } from '../webhook-channel.ts';
import { check, post, type TwilioSettings } from './client.ts';
import { parse, paths } from './parse.ts';
import { isSigned } from './signature.ts';

export type { TwilioSettings } from './client.ts';

/** SMS by Twilio, and missed calls. */
export const twilioSms = webhookChannel<TwilioSettings, string>({
  name: 'twilio-sms',
  serves: 'sms',
  capabilities: smsCapabilities,
  paths: Object.values(paths),
  isGenuine: isSigned,
  parse,
  render: smsTexts,
  segmentsOf: (text) => segmentsOf(text).length,
  post,
  check,
  // A messaging service is no number.
  number: async ({ from }) => (from.startsWith('+') ? from : undefined),
  answer,
});

/** Replies go out on their own; a call is not answered, which would cost the caller money. */
function answer({ path }: WebRequest): WebResponse {
  const body = path === paths.voice ? '<Response><Reject reason="busy"/></Response>' : '<Response/>';
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}
