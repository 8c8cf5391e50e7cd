import type { HttpSmsConfig } from '../define-installation.ts';
import { registeredTexts } from '../dlt-templates.ts';
import { env } from '../environment.ts';

/**
 * MSG91, which takes JSON and answers JSON. In its console: a webhook of version 3 at
 * …/webhooks/http-sms/report?token=SECRET, and for a long code …/webhooks/http-sms/inbound?token=SECRET.
 */
export const msg91: HttpSmsConfig = {
  use: 'http-sms',
  url: 'https://api.msg91.com/api/v2/sendsms',
  headers: { authkey: '{apiKey}' },
  json: {
    sender: '{headerId}',
    route: '4',
    country: '91',
    unicode: '{unicode}',
    sms: [{ message: '{text}', to: ['{toDigits}'] }],
    DLT_TE_ID: '{templateId}',
  },
  apiKey: env('MSG91_AUTH_KEY'),
  answerId: 'message',
  answerOk: { at: 'type', is: ['success'] },
  refusals: { at: 'code' },
  headerId: env('SMS_HEADER', ''),
  templates: registeredTexts,
  callbackSecret: env('MSG91_CALLBACK_SECRET'),
  callbackCheck: { by: 'token', query: 'token' },
  // Its long codes give no id.
  inbound: { id: ['number', 'date', 'message'], from: 'number', text: 'message' },
  report: {
    id: 'requestId',
    status: 'desc',
    code: 'status',
    delivered: ['DELIVERED'],
    failed: ['FAILED', 'REJECTED', 'NDNC', 'BLOCKED'],
  },
};
