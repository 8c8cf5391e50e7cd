import type { WebRequest } from '../shared/route.ts';

/** The JSON of a call, or the fields of a form as a record; `undefined` when it is neither. */
export function readBody({ headers, body }: Pick<WebRequest, 'headers' | 'body'>): unknown {
  const text = body.toString('utf8');
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return readForm(text);
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    return undefined;
  }
}

const readForm = (text: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, storable(value)]));

/** A database keeps neither NUL nor half a surrogate pair: one such message, sent again and again, would block the rest. */
const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
