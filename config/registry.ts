import { httpFetch } from '#adapters/bills/http-fetch/index.ts';
import { registry } from '#adapters/bills/registry/index.ts';
import { consoleChannel } from '#adapters/channels/console/index.ts';
import { httpSms } from '#adapters/channels/http-sms/index.ts';
import { kiosk } from '#adapters/channels/kiosk/index.ts';
import { telegram } from '#adapters/channels/telegram/index.ts';
import { twilioSms } from '#adapters/channels/twilio-sms/index.ts';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { openaiCompatible } from '#adapters/language/openai-compatible/index.ts';
import { demo as demoGateway } from '#adapters/payments/demo/index.ts';
import { razorpay } from '#adapters/payments/razorpay/index.ts';
import { openaiSpeech } from '#adapters/speech/openai-compatible/index.ts';
import { demo as demoReader } from '#adapters/text-readers/demo/index.ts';
import { tesseract } from '#adapters/text-readers/tesseract/index.ts';

/** Every adapter that config can name. One line here, and its name compiles in `use:`. */
export const channels = {
  'whatsapp-cloud': whatsappCloud,
  'twilio-sms': twilioSms,
  'http-sms': httpSms,
  telegram,
  kiosk,
  console: consoleChannel,
} as const;

export const gateways = {
  demo: demoGateway,
  razorpay,
} as const;

export const languageHelpers = {
  'openai-compatible': openaiCompatible,
} as const;

/** Who writes down voice notes. */
export const speechReaders = {
  'openai-compatible': openaiSpeech,
} as const;

export const textReaders = {
  demo: demoReader,
  tesseract,
} as const;

export const billSources = {
  registry,
  'http-fetch': httpFetch,
} as const;
