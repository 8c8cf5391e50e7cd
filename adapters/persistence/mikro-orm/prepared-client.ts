import pg from 'pg';

/** Statements beyond so many are not prepared: only the fixed texts of the hot path are worth a place on the server. */
const MOST_STATEMENTS = 100;
const names = new Map<string, string>();

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * Prepares every statement that has parameters, once per connection: parsing and planning cost more than most of the
 * chat's statements themselves. The ORM writes its values into the text and is left alone.
 */
export class PreparedClient extends pg.Client {}

const unprepared = pg.Client.prototype.query as Query;

function prepared(this: pg.Client, text: unknown, values?: unknown, callback?: unknown): unknown {
  const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
  if (name === undefined) return unprepared.call(this, text, values, callback);
  return unprepared.call(this, { name, text, values }, callback);
}
Object.defineProperty(PreparedClient.prototype, 'query', { value: prepared });

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  const name = `ek_${names.size}`;
  names.set(text, name);
  return name;
}
