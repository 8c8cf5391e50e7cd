import type { HttpSmsConfig } from '../define-installation.ts';
import { registeredTexts } from '../dlt-templates.ts';
import { env } from '../environment.ts';

/**
 * Exotel, which takes forms and answers XML. In its console: status callback by POST to
 * …/webhooks/http-sms/report?token=SECRET, and for messages and missed calls the passthru address
 * …/webhooks/http-sms/inbound?token=SECRET or …/webhooks/http-sms/call?token=SECRET, which it calls by GET.
 */
export const exotel: HttpSmsConfig = {
  use: 'http-sms',
  url: 'https://api.in.exotel.com/v1/Accounts/{account}/Sms/send',
  headers: { authorization: 'Basic {basic}' },
  form: {
    From: '{headerId}',
    To: '{to}',
    Body: '{text}',
    EncodingType: '{unicode}',
    DltEntityId: '{entityId}',
    DltTemplateId: '{templateId}',
    CustomField: '{reference}',
  },
  account: env('EXOTEL_ACCOUNT_SID'),
  // As `key:token`.
  apiKey: env('EXOTEL_API_KEY'),
  alphabets: { plain: 'plain', unicode: 'unicode' },
  checkUrl: 'https://api.in.exotel.com/v1/Accounts/{account}',
  answersIn: 'xml',
  answerId: 'TwilioResponse.SMSMessage.Sid',
  refusals: { at: 'TwilioResponse.RestException.Status' },
  headerId: env('SMS_HEADER', ''),
  entityId: env('SMS_ENTITY_ID', ''),
  templates: registeredTexts,
  callbackSecret: env('EXOTEL_CALLBACK_SECRET'),
  callbackCheck: { by: 'token', query: 'token' },
  inbound: { id: 'SmsSid', from: 'From', text: 'Body', to: 'To' },
  missedCall: { id: 'CallSid', from: 'CallFrom', called: 'CallTo' },
  report: {
    id: 'SmsSid',
    status: 'Status',
    code: 'DetailedStatusCode',
    reference: 'CustomField',
    sent: ['sent', 'submitted'],
    delivered: ['delivered'],
    failed: ['failed', 'failed-dnd', 'undelivered', 'expired'],
    // developer.exotel.com, status codes: blacklisted; sender id; DLT scrubbing, entity, template, consent.
    unwanted: ['23020'],
    ours: '23072|2308\\d|3000\\d',
  },
};
