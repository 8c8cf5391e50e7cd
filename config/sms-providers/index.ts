import { exotel } from './exotel.ts';
import { gupshup } from './gupshup.ts';
import { msg91 } from './msg91.ts';
import { twilio } from './twilio.ts';

/** Who can carry SMS: one word in `default.ts`. Another HTTP gateway is one more description like these. */
export const smsProviders = { twilio, gupshup, msg91, exotel } as const;
