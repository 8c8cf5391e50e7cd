import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonOf } from '#config/reason-of.ts';
import { startPlatform } from '#config/start.ts';
import { aProcess } from '../kit/a-process.ts';
import { aDatabase, type TestDatabase } from '../kit/postgres.ts';

const whatsapp = {
  WHATSAPP_APP_SECRET: 'a',
  WHATSAPP_VERIFY_TOKEN: 'b',
  WHATSAPP_ACCESS_TOKEN: 'c',
  WHATSAPP_PHONE_NUMBER_ID: '1',
};
const twilio = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'b', TWILIO_FROM: '+910000000099' };

describe('a start that cannot go well', () => {
  let folder: string;
  let database: TestDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-'));
    database = await aDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['a channel without credentials in production', { MODE: 'production' }, /WHATSAPP_APP_SECRET/],
    [
      'a channel with half of its credentials',
      { WHATSAPP_APP_SECRET: 'a', WHATSAPP_ACCESS_TOKEN: 'c' },
      /WHATSAPP_VERIFY_TOKEN, WHATSAPP_PHONE_NUMBER_ID is not/,
    ],
    ['SMS without credentials in production', { MODE: 'production', ...whatsapp }, /TWILIO_ACCOUNT_SID/],
    ['an optional channel with half of its credentials', { TELEGRAM_BOT_TOKEN: '1:a' }, /TELEGRAM_SECRET_TOKEN is not/],
    [
      'a key of forms that is none',
      { ...whatsapp, WHATSAPP_FLOWS_PRIVATE_KEY: 'no key' },
      /WHATSAPP_FLOWS_PRIVATE_KEY is no RSA private key/,
    ],
    ['payments without credentials in production', { MODE: 'production', ...whatsapp, ...twilio }, /RAZORPAY_KEY_ID/],
    ['a clock of its own in production', { MODE: 'production', CLOCK: '2026-03-16T05:30:00Z' }, /CLOCK/],
    ['a port that is none', { PORT: 'eighty' }, /PORT must be/],
    ['a secret that is set but empty', { WHATSAPP_APP_SECRET: '' }, /WHATSAPP_APP_SECRET is set but empty/],
    ['a file of a secret that cannot be read', { RAZORPAY_KEY_SECRET_FILE: '/nowhere' }, /RAZORPAY_KEY_SECRET_FILE/],
  ];

  const environmentOf = (environment: Readonly<Record<string, string>>) => ({
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    PORT: '0',
    ...environment,
  });

  it.each(cases)('is refused by one sentence that names the setting: %s', async (_, environment, words) => {
    const reason = await startPlatform({ environment: environmentOf(environment) }).then(() => 'it started', reasonOf);
    expect(reason).toMatch(words);
    expect(reason).toMatch(/^[^\n]+\.$/);
  });

  it('says nothing else, and ends with exit code 1', async () => {
    const [, environment, words] = cases[0] ?? expect.unreachable();
    const process = aProcess(environmentOf(environment));
    expect(await process.ended).toBe(1);
    expect(process.said()).toMatch(words);
    expect(process.said()).toMatch(/^[^\n]+\.\n$/);
  });
});
