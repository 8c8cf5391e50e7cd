import { resolve } from 'node:path';
import { makePassable } from './account.ts';
import { ensureDatabase, urlOf } from './database.ts';
import { DatabaseCannotStart } from './errors.ts';
import { readConnection, writeConnection } from './folder.ts';
import { type Lock, ownerOf, takeLock } from './lock.ts';
import { type PrepareOptions, prepare } from './prepare.ts';
import { type Supervised, supervise } from './supervise.ts';

export { DatabaseCannotStart, DatabaseFolderInUse, DatabaseVersionDiffers } from './errors.ts';

export interface EmbeddedPostgresOptions extends PrepareOptions {
  /** A folder for the database alone, such as DATA_DIR/postgres. */
  readonly directory: string;
  readonly database?: string;
}

export interface EmbeddedPostgres {
  /** With its password: never to be logged. The same until `stop`, even when PostgreSQL dies and is started anew. */
  readonly url: string;
  /** Whether `stop` ends the database, or another process will. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

const DATABASE = 'ek_sandesh';

/** Starts a PostgreSQL of our own on a folder, made when missing. @throws DatabaseFolderInUse @throws DatabaseCannotStart */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  try {
    await makePassable(directory);
    return await openLocked(directory, await takeLock(directory), options);
  } catch (error) {
    if (error instanceof DatabaseCannotStart) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseCannotStart(`The database in ${directory} cannot be used: ${reason}.`, 'lasting', error);
  }
}

async function openLocked(directory: string, lock: Lock, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, database = DATABASE } = options;
  let supervised: Supervised | undefined;
  try {
    const prepared = await prepare(directory, options);
    const started = await supervise(prepared, log);
    supervised = started;
    const connection = { ...prepared.connection, port: started.port };
    if (started.port !== prepared.connection.port) await writeConnection(directory, connection);
    await ensureDatabase(connection, database);
    // An exit without `stop`: PostgreSQL ends by itself a moment after us.
    const atExit = () => {
      started.endSoon();
      lock.release();
    };
    process.once('exit', atExit);
    const stop = async () => {
      await started.stop();
      process.off('exit', atExit);
      lock.release();
    };
    let stopped: Promise<void> | undefined;
    return {
      url: urlOf(connection, database),
      owned: true,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await supervised?.stop();
    lock.release();
    throw error;
  }
}

/** The database that another process of ours runs on this folder; absent when none does. For a worker, or a command. */
export async function joinEmbeddedPostgres(options: {
  readonly directory: string;
  readonly database?: string;
}): Promise<EmbeddedPostgres | undefined> {
  const directory = resolve(options.directory);
  const connection = (await ownerOf(directory)) === undefined ? undefined : await readConnection(directory);
  return connection && { url: urlOf(connection, options.database ?? DATABASE), owned: false, stop: async () => {} };
}
