import { isSameSecret } from '#adapters/shared/same-secret.ts';
import { SettingMistake } from '#adapters/shared/setting-mistake.ts';
import { webhookChannel } from '../webhook-channel.ts';
import type { TelegramSettings } from './api.ts';
import { acknowledge, check, leave, post } from './client.ts';
import { connect, PATH } from './connect.ts';
import { answer } from './mark-choice.ts';
import { fetchMedia } from './media.ts';
import { pace } from './pace.ts';
import { parse } from './parse.ts';
import { type Payload, render } from './render.ts';

export type { TelegramSettings } from './api.ts';

/** A Telegram bot. Telegram signs nothing: a secret of ours, given when the webhook is set, comes with each call. */
export const telegram = webhookChannel<TelegramSettings, Payload>({
  name: 'telegram',
  serves: 'telegram',
  capabilities: { maxTextLength: 4096, buttons: 100, listRows: 0, attachments: true, sharesNumber: true },
  paths: [PATH],
  requireSettings,
  isGenuine: ({ headers }, { secretToken }) => isSameSecret(headers['x-telegram-bot-api-secret-token'], secretToken),
  parse,
  render,
  post,
  fetchMedia,
  acknowledge,
  leave,
  pace,
  check,
  connect,
  answer,
});

function requireSettings({ secretToken }: TelegramSettings): void {
  if (/^[\w-]{1,256}$/.test(secretToken)) return;
  throw new SettingMistake('The secret token of Telegram may have letters, digits, "_" and "-" only, at most 256.');
}
