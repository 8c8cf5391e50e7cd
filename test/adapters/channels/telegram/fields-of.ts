import type { StubCall } from '#test/contracts/stub-provider.ts';

/** What a call to the Bot API carries, as JSON or as parts of a form; objects within a form are JSON. */
export function fieldsOf({ json, body }: StubCall): Record<string, unknown> {
  if (typeof json === 'object' && json !== null) return { ...json };
  const parts = body.toString('utf8').matchAll(/name="([^"]+)"\r\n\r\n([\s\S]*?)\r\n--/g);
  return Object.fromEntries(
    [...parts].map(([, name = '', value = '']) => [name, value.startsWith('{') ? JSON.parse(value) : value]),
  );
}
