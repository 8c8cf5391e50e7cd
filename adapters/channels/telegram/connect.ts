import { GrammyError } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import { redact } from '#adapters/shared/redact.ts';
import { SettingMistake } from '#adapters/shared/setting-mistake.ts';
import { phrase } from '#domain/shared/phrase.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import { botApi, type TelegramSettings } from './api.ts';
import { deniedBy } from './errors.ts';
import { menu } from './menu.ts';

export const PATH = '/webhooks/telegram';

/** All that `parse` reads; Telegram leaves the rest where it is. */
export const listenedTo = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/**
 * Tells Telegram where to call us and by what secret, what stands in its menu, and what a person reads before he begins.
 * Safe to repeat. Returns the address and the menu's languages. @throws SettingMistake with what Telegram says against it
 */
export async function connect(settings: TelegramSettings, { forms }: Pick<ChannelWorld, 'forms'>): Promise<string> {
  const { publicUrl, languages, translator } = forms;
  const api = botApi(settings);
  const url = `${publicUrl.replace(/\/+$/, '')}${PATH}`;
  // Whoever has his phone in another language reads the one that we offer first.
  const [first] = languages;
  const written = languages.filter(({ code, isComplete }) => isComplete && /^[a-z]{2}$/.test(code));
  try {
    await api.setWebhook({
      url,
      secret_token: settings.secretToken,
      allowed_updates: [...listenedTo],
      max_connections: 40,
      drop_pending_updates: false,
    });
    for (const { code, phones } of [
      { code: first?.code ?? 'en', phones: {} },
      ...written.map(({ code }) => ({ code, phones: { language_code: code as LanguageCode } })),
    ]) {
      const say = (key: string, most: number): string => translator.say(phrase(key), code).slice(0, most);
      const commands = menu.map(({ word, label }) => ({ command: word, description: say(label, MAX_LABEL) }));
      await api.setMyCommands({ commands, ...phones });
      await api.setMyDescription({ description: say('talk.help', MAX_DESCRIPTION), ...phones });
    }
    await api.setChatMenuButton({ menu_button: { type: 'commands' } });
  } catch (error) {
    const said = error instanceof GrammyError ? error.description : '';
    const secrets = [settings.botToken, settings.secretToken];
    throw new SettingMistake(`Telegram: ${said === '' ? deniedBy(error) : redact(said, secrets)}.`);
  }
  return `${url} ${written.map(({ code }) => code).join(' ')}`;
}

const MAX_LABEL = 256;
const MAX_DESCRIPTION = 512;
