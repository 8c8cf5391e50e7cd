/** The text or number at a dotted place such as `data.0.id`, as text; absent when there is none. */
export function valueAt(value: unknown, place: string): string | undefined {
  const found = partAt(value, place);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** Whatever stands at a dotted place; an empty place is the value itself. Some gateways put JSON into the field of a form. */
export function partAt(value: unknown, place: string): unknown {
  let found = value;
  for (const step of place === '' ? [] : place.split('.')) {
    if (typeof found === 'string') found = jsonIn(found);
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}

/** The members of the list at a place, or what stands there alone: XML does not tell a list of one from its only member. */
export function listAt(value: unknown, place: string | undefined): readonly unknown[] {
  const found = place === undefined ? value : partAt(value, place);
  const list = place !== undefined && typeof found === 'string' ? jsonIn(found) : found;
  return Array.isArray(list) && place !== undefined ? list : [list];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only a short word is taken for a code, which may be logged: whatever else stands there may hold a number or a key. */
export function codeAt(value: unknown, place: string | undefined): string | undefined {
  const code = place === undefined ? undefined : valueAt(value, place);
  return code !== undefined && /^[A-Za-z0-9_-]{1,9}$/.test(code) ? code : undefined;
}
