import type { JoinSettings } from '#adapters/web/join/ways.ts';
import type { InstallationConfig } from './define-installation.ts';
import { resolveSettings, SettingMistake } from './environment.ts';

const NUMBER = /^(\+\d{7,15})?$/;
const BOT = /^\w{0,32}$/;

/** Where people reach us, for posters and the page. @throws SettingMistake of what is no number */
export function joinSettings({ join }: InstallationConfig, environment: NodeJS.ProcessEnv): JoinSettings {
  const resolved = resolveSettings<JoinSettings>(join, 'Ways to join', environment);
  if (resolved.is === 'absent') throw new SettingMistake(`${resolved.missing.join(', ')} is not set.`);
  const { whatsapp, telegram, sms, missedCall } = resolved.settings;
  const odd = [whatsapp, sms, missedCall].find((number) => !NUMBER.test(number));
  if (odd !== undefined) throw new SettingMistake(`JOIN_*: “${odd}” is no number with its plus sign.`);
  if (!BOT.test(telegram)) throw new SettingMistake('JOIN_TELEGRAM_BOT is no name of a bot.');
  return resolved.settings;
}
