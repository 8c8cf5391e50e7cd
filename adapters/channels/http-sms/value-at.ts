/** The text or number at a dotted place such as `data.0.id`, as text; absent when there is none. */
export function valueAt(value: unknown, place: string): string | undefined {
  let found = value;
  for (const step of place.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Reflect.get(found, step);
  }
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** Only a short word is taken for a code, which may be logged: whatever else stands there may hold a number or a key. */
export function codeAt(value: unknown, place: string | undefined): string | undefined {
  const code = place === undefined ? undefined : valueAt(value, place);
  return code !== undefined && /^[A-Za-z0-9_-]{1,9}$/.test(code) ? code : undefined;
}
