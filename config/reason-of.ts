import { DatabaseCannotStart } from '#adapters/persistence/embedded-postgres/index.ts';
import { MasterKeyRefused } from '#adapters/persistence/sealing/index.ts';
import { SettingMistake } from './environment.ts';

/** Why a start stopped: one sentence where it is the operator's to mend, and the place in the code where it is ours. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForOperator = [SettingMistake, MasterKeyRefused, DatabaseCannotStart].some((kind) => error instanceof kind);
  if (isForOperator) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE') return 'The port is in use; give another one with PORT.';
  return error.stack ?? error.message;
}
