import { describe, expect, it } from 'vitest';
import config from '#config/default.ts';
import { joinSettings } from '#config/join-settings.ts';

describe('the ways to join', () => {
  it('are off until they are set', () => {
    expect(joinSettings(config, {})).toEqual({ whatsapp: '', telegram: '', sms: '', missedCall: '' });
  });

  it('come from the environment', () => {
    const set = { JOIN_WHATSAPP_NUMBER: '+911100000001', JOIN_TELEGRAM_BOT: 'EkSandeshBot' };
    expect(joinSettings(config, set)).toMatchObject({ whatsapp: '+911100000001', telegram: 'EkSandeshBot' });
  });

  it.each([
    ['a number without its plus sign', { JOIN_SMS_NUMBER: '911100000001' }, /911100000001/],
    ['a bot with its sign', { JOIN_TELEGRAM_BOT: '@bot' }, /JOIN_TELEGRAM_BOT/],
  ])('stop the start where there is %s', (_name, environment, words) => {
    expect(() => joinSettings(config, environment)).toThrow(words);
  });
});
