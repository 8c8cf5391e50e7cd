import { describe, expect, it } from 'vitest';
import { SettingMistake } from '#config/environment.ts';
import { readProcessSettings } from '#config/process-settings.ts';

describe('the settings of a process', () => {
  it('are those of a demonstration on this machine when nothing is said', () => {
    expect(readProcessSettings({})).toMatchObject({
      mode: 'demo',
      role: 'all',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
    });
  });

  it('carry no slash at the end of the address that links begin with', () => {
    expect(readProcessSettings({ PUBLIC_URL: 'https://ek.test//' }).publicUrl).toBe('https://ek.test');
  });

  it.each([
    ['MODE', 'live'],
    ['ROLE', 'both'],
    ['PORT', '70000'],
    ['PORT', 'three'],
    ['PUBLIC_URL', 'ek.test'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['CLOCK', 'yesterday'],
    ['QUIET_HOURS', 'nine'],
    ['LOG_LEVEL', 'loud'],
  ])('stop the start with one sentence that names %s when it is %s', (name, value) => {
    expect(() => readProcessSettings({ [name]: value })).toThrow(SettingMistake);
    expect(() => readProcessSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be .*\\.$`));
  });

  it('let nobody set the clock in production', () => {
    const CLOCK = '2026-03-05T10:00:00Z';
    expect(readProcessSettings({ CLOCK }).clock).toBe(CLOCK);
    expect(() => readProcessSettings({ CLOCK, MODE: 'production' })).toThrow('CLOCK works in demo mode only.');
  });

  it('keep the quiet hours in production, and at a demonstration when told', () => {
    expect(readProcessSettings({}).quietHours).toBe(false);
    expect(readProcessSettings({ QUIET_HOURS: 'kept' }).quietHours).toBe(true);
    expect(readProcessSettings({ MODE: 'production' }).quietHours).toBe(true);
    expect(() => readProcessSettings({ MODE: 'production', QUIET_HOURS: 'off' })).toThrow(SettingMistake);
  });
});
