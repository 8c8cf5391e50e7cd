import pg from 'pg';
import type { Connection } from './folder.ts';

/** Owner of the database; not a superuser, so that a mistake of ours stays within the database. */
const user = 'ek_sandesh';

export const urlOf = ({ port, password }: Connection, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/** Makes the user and the database where they are missing. */
export async function ensureDatabase(connection: Connection, database: string): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: connection.port,
    user: 'postgres',
    password: connection.superuserPassword,
    database: 'postgres',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ has_user: boolean; has_database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as has_user,
              exists (select from pg_database where datname = $2) as has_database`,
      [user, database],
    );
    const password = client.escapeLiteral(connection.password);
    if (!rows[0]?.has_user) await client.query(`create role ${user} login password ${password}`);
    if (!rows[0]?.has_database)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${user}`);
  } finally {
    await client.end();
  }
}
