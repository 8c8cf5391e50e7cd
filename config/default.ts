import { fileURLToPath } from 'node:url';
import { defineInstallation } from './define-installation.ts';
import { env } from './environment.ts';
import { papers } from './papers/index.ts';
import { propertyTaxRules } from './property-tax/index.ts';
import { smsProviders } from './sms-providers/index.ts';
import electricity from './utility-bill/electricity-subsidy.json' with { type: 'json' };
import water from './utility-bill/water.json' with { type: 'json' };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Delhi's installation. Another state copies this file and changes it. */
export default defineInstallation({
  channels: {
    whatsapp: {
      use: 'whatsapp-cloud',
      apiUrl: env('WHATSAPP_API_URL', 'https://graph.facebook.com'),
      appSecret: env('WHATSAPP_APP_SECRET'),
      verifyToken: env('WHATSAPP_VERIFY_TOKEN'),
      flowsPrivateKey: env('WHATSAPP_FLOWS_PRIVATE_KEY', ''),
      flowsPassphrase: env('WHATSAPP_FLOWS_PASSPHRASE', ''),
      accessToken: env('WHATSAPP_ACCESS_TOKEN'),
      phoneNumberId: env('WHATSAPP_PHONE_NUMBER_ID'),
      businessAccountId: env('WHATSAPP_BUSINESS_ACCOUNT_ID', ''),
      paymentConfiguration: env('WHATSAPP_PAYMENT_CONFIGURATION', ''),
      payee: {
        name: 'Government of NCT of Delhi',
        addressLine: 'Delhi Secretariat, IP Estate',
        city: 'New Delhi',
        state: 'DL',
        postalCode: '110002',
      },
      departmentNumbers: env('WHATSAPP_DEPARTMENT_NUMBERS', ''),
    },
    sms: smsProviders.twilio,
    kiosk: { use: 'kiosk' },
    telegram: {
      use: 'telegram',
      optional: true,
      apiUrl: env('TELEGRAM_API_URL', 'https://api.telegram.org'),
      botToken: env('TELEGRAM_BOT_TOKEN'),
      secretToken: env('TELEGRAM_SECRET_TOKEN'),
    },
  },
  join: {
    whatsapp: env('JOIN_WHATSAPP_NUMBER', ''),
    telegram: env('JOIN_TELEGRAM_BOT', ''),
    sms: env('JOIN_SMS_NUMBER', ''),
    missedCall: env('JOIN_MISSED_CALL_NUMBER', ''),
  },
  fallback: ['whatsapp', 'telegram', 'sms'],
  payments: {
    use: 'razorpay',
    apiUrl: env('RAZORPAY_API_URL', 'https://api.razorpay.com'),
    keyId: env('RAZORPAY_KEY_ID'),
    keySecret: env('RAZORPAY_KEY_SECRET'),
    webhookSecret: env('RAZORPAY_WEBHOOK_SECRET'),
    chatConfiguration: env('WHATSAPP_PAYMENT_CONFIGURATION', ''),
  },
  textReader: { use: 'tesseract', papers, languages: ['eng', 'hin'] },
  bills: {
    use: 'registry',
    registers: {
      'property-tax-payment': here('./bills/property-tax.json'),
      'water-bill-payment': here('./bills/water-bill.json'),
      'electricity-bill-payment': here('./bills/electricity-bill.json'),
      'e-challan-payment': here('./bills/e-challan.json'),
    },
    tariffs: { propertyTax: propertyTaxRules, water, electricity },
  },
  assisted: {
    idleMinutes: 5,
    cutMinutes: 2,
    mostMinutes: 60,
    filesMinutes: 60,
    enrolmentMinutes: 60,
    noticeVersion: '2026-11-01',
  },
  languageHelper: {
    use: 'openai-compatible',
    apiUrl: env('LLM_API_URL'),
    apiKey: env('LLM_API_KEY', ''),
    model: env('LLM_MODEL'),
  },
  speechReader: {
    use: 'openai-compatible',
    apiUrl: env('STT_API_URL'),
    apiKey: env('STT_API_KEY', ''),
    model: env('STT_MODEL'),
  },
  language: 'hi',
  paymentMinutes: 24 * 60,
  consentNotice: '2026-11-01',
});
