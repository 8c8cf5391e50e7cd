/** A part of a multipart form. */
export interface Part {
  readonly name: string;
  /** Absent when it is a field and no file. */
  readonly fileName: string | undefined;
  readonly bytes: Buffer;
}

/**
 * Reads a multipart form as leniently as Telegram does: header names in any case, no space after a semicolon, and file
 * names without quotation marks, as grammY writes them. The parser that Node brings takes none of these.
 */
export function partsOf(body: Buffer, contentType: string): readonly Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  const parts: Part[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = partIn(body.subarray(at + mark.length + 2, next - 2));
    if (part) parts.push(part);
    at = next;
  }
  return parts;
}

function partIn(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const headers = bytes.subarray(0, Math.max(end, 0)).toString('utf8');
  const name = /;\s*name="?([^";\r\n]+)"?/i.exec(headers)?.[1];
  if (end < 0 || name === undefined) return undefined;
  const fileName = /;\s*filename="?([^";\r\n]+)"?/i.exec(headers)?.[1];
  return { name, fileName, bytes: bytes.subarray(end + 4) };
}
