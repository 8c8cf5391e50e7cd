import { describe, expect, it } from 'vitest';
import { chooseChannel, chooseGateway, required } from '#config/adapters.ts';
import config from '#config/default.ts';
import { providersOf } from '#config/define-installation.ts';
import { SettingMistake } from '#config/environment.ts';

const [whatsapp] = providersOf(config.channels.whatsapp ?? []);
const credentials = {
  WHATSAPP_APP_SECRET: 'a',
  WHATSAPP_VERIFY_TOKEN: 'b',
  WHATSAPP_ACCESS_TOKEN: 'c',
  WHATSAPP_PHONE_NUMBER_ID: '1',
};

describe('the adapters of config', () => {
  it('are chosen when their credentials are there, and absent without any', () => {
    if (!whatsapp) throw new Error('config names no WhatsApp');
    expect(chooseChannel(whatsapp, credentials).is).toBe('complete');
    expect(chooseChannel(whatsapp, {})).toEqual({ is: 'absent', missing: Object.keys(credentials) });
    expect(chooseGateway(config.payments, {}).is).toBe('absent');
  });

  it('that are half given stop the start with the names', () => {
    if (!whatsapp) throw new Error('config names no WhatsApp');
    expect(() => chooseChannel(whatsapp, { WHATSAPP_APP_SECRET: 'a' })).toThrow(/WHATSAPP_ACCESS_TOKEN/);
    expect(() => chooseGateway(config.payments, { RAZORPAY_KEY_ID: 'k' })).toThrow(SettingMistake);
  });

  it('for which nothing can stand in are required', () => {
    expect(() => required({ is: 'absent', missing: ['BILLS_URL'] }, 'The bill source')).toThrow(
      'The bill source is named in config but BILLS_URL is not set.',
    );
  });
});
