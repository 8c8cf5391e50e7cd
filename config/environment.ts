import { readFileSync } from 'node:fs';
import { SettingMistake } from '#adapters/shared/setting-mistake.ts';

export { SettingMistake };

/** A value that stands in the environment under this name, or in the file that `NAME_FILE` names. */
export interface FromEnvironment {
  readonly env: string;
  readonly fallback?: string;
}

/** Takes a setting from the environment; with a fallback it need not be given. */
export const env = (name: string, fallback?: string): FromEnvironment =>
  fallback === undefined ? { env: name } : { env: name, fallback };

/** Settings as config writes them: any of their texts may come from the environment. */
export type Configured<Settings> = {
  readonly [Name in keyof Settings]: Settings[Name] | (string extends Settings[Name] ? FromEnvironment : never);
};

/** @throws SettingMistake when the variable is there and empty, or its file is empty or cannot be read */
export function readVariable(name: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const file = environment[`${name}_FILE`];
  const value = environment[name];
  if (value !== undefined && file !== undefined) throw new SettingMistake(`Give ${name} or ${name}_FILE, not both.`);
  if (value === '' || file === '')
    throw new SettingMistake(`${value === '' ? name : `${name}_FILE`} is set but empty.`);
  if (file === undefined) return value;
  const content = contentOf(file);
  if (content === undefined) throw new SettingMistake(`${name}_FILE names a file that cannot be read.`);
  if (content === '') throw new SettingMistake(`${name}_FILE names an empty file.`);
  return content;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

export type Resolved<Settings> =
  | { readonly is: 'complete'; readonly settings: Settings }
  /** None of what the environment must give is there. */
  | { readonly is: 'absent'; readonly missing: readonly string[] };

/** Fills settings from the environment: all that must be given, or nothing of it. @throws SettingMistake when it is half given */
export function resolveSettings<Settings>(
  configured: Configured<Settings>,
  what: string,
  environment: NodeJS.ProcessEnv = process.env,
): Resolved<Settings> {
  const missing: string[] = [];
  const given: string[] = [];
  const entries = Object.entries(configured).map(([name, value]) => {
    if (!isFromEnvironment(value)) return [name, value];
    const found = readVariable(value.env, environment);
    if (found === undefined && value.fallback === undefined) missing.push(value.env);
    if (found !== undefined && value.fallback === undefined) given.push(value.env);
    return [name, found ?? value.fallback];
  });
  if (missing.length === 0) return { is: 'complete', settings: Object.fromEntries(entries) as Settings };
  if (given.length === 0) return { is: 'absent', missing };
  throw new SettingMistake(
    `${what}: ${given.join(', ')} is set, but ${missing.join(', ')} is not; give all of them or none.`,
  );
}

const isFromEnvironment = (value: unknown): value is FromEnvironment =>
  typeof value === 'object' && value !== null && 'env' in value && typeof value.env === 'string';
