import type { WebRequest } from '../shared/route.ts';
import { readXml } from './read-xml.ts';

/** What a call says, as a value: its JSON or XML, the fields of its form, the query of a GET. `undefined` when it is none of them. */
export function readBody({ method, query, headers, body }: Pick<WebRequest, 'method' | 'query' | 'headers' | 'body'>) {
  if (method === 'GET') return storableIn(query);
  const text = body.toString('utf8');
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return storableIn(Object.fromEntries(new URLSearchParams(text)));
  if (/[/+]xml\b/.test(type)) return storableIn(readXml(text));
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    return undefined;
  }
}

function storableIn(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, storableIn(each)]));
}

/** A database keeps neither NUL nor half a surrogate pair: one such message, sent again and again, would block the rest. */
const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
