/** The JSON with one of its parts, counted from outside in, replaced. */
export function withReplaced(body: string, at: number, value: unknown): string {
  const parts = countParts(JSON.parse(body));
  let part = -1;
  return JSON.stringify(JSON.parse(body), (_key, each: unknown) => {
    part += 1;
    return part === at % parts ? value : each;
  });
}

const countParts = (json: unknown): number =>
  typeof json === 'object' && json !== null
    ? Object.values(json).reduce((sum: number, each) => sum + countParts(each), 1)
    : 1;
