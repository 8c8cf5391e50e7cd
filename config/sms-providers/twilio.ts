import type { ChannelConfig } from '../define-installation.ts';
import { env } from '../environment.ts';

/** Twilio. In India it cannot be answered: what citizens write there needs a provider with Indian numbers. */
export const twilio: ChannelConfig = {
  use: 'twilio-sms',
  apiUrl: env('TWILIO_API_URL', 'https://api.twilio.com'),
  accountSid: env('TWILIO_ACCOUNT_SID'),
  authToken: env('TWILIO_AUTH_TOKEN'),
  from: env('TWILIO_FROM'),
  publicUrl: env('PUBLIC_URL', 'http://127.0.0.1:3000'),
};
