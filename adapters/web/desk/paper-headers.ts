const shown: ReadonlySet<string> = new Set([
  ...['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'],
  ...['audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/wav', 'audio/webm'],
]);

/** A citizen's file can hold anything: it is shown only as what it was checked to be, it runs nothing, and no other site may embed it. */
export const paperHeaders = (mime: string): Record<string, string> => ({
  'content-type': shown.has(mime) ? mime : 'application/octet-stream',
  'content-disposition': shown.has(mime) ? 'inline' : 'attachment',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
});
