import type { HttpSmsConfig } from '../define-installation.ts';
import { registeredTexts } from '../dlt-templates.ts';
import { env } from '../environment.ts';

/**
 * Gupshup Enterprise, which is called by GET, answers a line of plain text, and calls back by GET.
 * In its console, under realtime delivery and under the keyword's response address, with the secret at their ends:
 *   …/webhooks/http-sms/report/SECRET?externalId=%0&deliveredTS=%1&status=%2&cause=%3&errCode=%6&noOfFrags=%7
 *   …/webhooks/http-sms/inbound/SECRET?content=%con&msisdn=%ph&timestamp=%time
 */
export const gupshup: HttpSmsConfig = {
  use: 'http-sms',
  url: [
    'https://enterprise.smsgupshup.com/GatewayAPI/rest?method=SendMessage&v=1.1&auth_scheme=plain&format=text',
    'userid={account}&password={apiKey}&send_to={toDigits}&msg={text}&msg_type={unicode}',
    'mask={headerId}&principalEntityId={entityId}&dltTemplateId={templateId}',
  ].join('&'),
  method: 'GET',
  account: env('GUPSHUP_USER_ID'),
  apiKey: env('GUPSHUP_PASSWORD'),
  alphabets: { plain: 'TEXT', unicode: 'Unicode_Text' },
  answersIn: { textCutAt: '|' },
  answerId: '2',
  answerOk: { at: '0', is: ['success'] },
  // 100: something went wrong there, it does not say what.
  refusals: { at: '1', later: ['100'], noNumber: ['105'] },
  headerId: env('SMS_HEADER', ''),
  entityId: env('SMS_ENTITY_ID', ''),
  templates: registeredTexts,
  callbackSecret: env('GUPSHUP_CALLBACK_SECRET'),
  callbackCheck: { by: 'token', path: true },
  inbound: { id: ['msisdn', 'timestamp', 'content'], from: 'msisdn', text: 'content' },
  // Its pages do not say how it tells of missed calls; its stand-in tells them so.
  missedCall: { id: ['msisdn', 'timestamp'], from: 'msisdn', called: 'phonecode' },
  report: {
    id: 'externalId',
    status: 'status',
    code: 'errCode',
    segments: 'noOfFrags',
    delivered: ['SUCCESS', 'DELIVERED'],
    failed: ['FAIL', 'FAILED', 'FAILURE', 'UNDELIVERABLE'],
    // Codes of the DLT platform, the same at all operators (support.exotel.com, DLT platform error codes in India).
    ours: '6\\d\\d',
  },
};
