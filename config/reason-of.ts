/** Why a start stopped, in one sentence where it is the operator's to mend; with its place where it is ours. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForOperator = [
    'SettingMistake',
    'MasterKeyRefused',
    'DatabaseCannotStart',
    'DatabaseFolderInUse',
    'DatabaseVersionDiffers',
  ].includes(error.name);
  if (isForOperator) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE') return 'The port is in use; give another one with PORT.';
  return error.stack ?? error.message;
}
