import { resolve } from 'node:path';
import { z } from 'zod';
import { readVariable, SettingMistake } from './environment.ts';

/** What the environment says of this process, beside the adapters' own settings. */
export interface ProcessSettings {
  readonly mode: 'demo' | 'production';
  readonly role: 'all' | 'web' | 'worker';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** Absent: the embedded one in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly masterKey?: string | undefined;
  /** The clock starts at this instant; demo mode only. */
  readonly clock?: string | undefined;
  /** Whether news wait for the morning; only in demo mode may they not. */
  readonly quietHours: boolean;
  readonly logLevel: string;
}

const schema = z.object({
  MODE: z.enum(['demo', 'production']).default('demo'),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  MASTER_KEY: z.string().optional(),
  CLOCK: z.iso.datetime({ offset: true }).optional(),
  QUIET_HOURS: z.enum(['kept', 'off']).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const EXPECTED: Readonly<Record<keyof z.infer<typeof schema>, string>> = {
  MODE: 'demo or production',
  ROLE: 'all, web or worker',
  HOST: 'an address',
  PORT: 'a port number',
  PUBLIC_URL: 'an http or https address',
  DATABASE_URL: 'a postgres:// address',
  DATA_DIR: 'a folder',
  MASTER_KEY: '32 bytes in base64 or hexadecimal',
  CLOCK: 'an ISO instant such as 2026-03-05T10:00:00Z',
  QUIET_HOURS: 'kept or off',
  LOG_LEVEL: 'trace, debug, info, warn, error or silent',
};

/** @throws SettingMistake with one sentence that names the setting */
export function readProcessSettings(environment: NodeJS.ProcessEnv = process.env): ProcessSettings {
  const names = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];
  const read = schema.safeParse(Object.fromEntries(names.map((name) => [name, readVariable(name, environment)])));
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof EXPECTED;
    throw new SettingMistake(`${name} must be ${EXPECTED[name]}.`);
  }
  const given = read.data;
  if (given.CLOCK && given.MODE !== 'demo') throw new SettingMistake('CLOCK works in demo mode only.');
  const quietHours = given.QUIET_HOURS ?? (given.MODE === 'demo' ? 'off' : 'kept');
  if (quietHours === 'off' && given.MODE !== 'demo') throw new SettingMistake('QUIET_HOURS are off in demo mode only.');
  return {
    mode: given.MODE,
    role: given.ROLE,
    host: given.HOST,
    port: given.PORT,
    publicUrl: (given.PUBLIC_URL ?? `http://${given.HOST}:${given.PORT}`).replace(/\/+$/, ''),
    databaseUrl: given.DATABASE_URL,
    dataDir: resolve(given.DATA_DIR),
    masterKey: given.MASTER_KEY,
    clock: given.CLOCK,
    quietHours: quietHours === 'kept',
    logLevel: given.LOG_LEVEL,
  };
}
