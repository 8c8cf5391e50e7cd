import type { WebRequest } from '#adapters/shared/route.ts';
import { NotUnderstood } from '../errors.ts';

/** The one file of a form, whichever of its fields it was put into; empty when none was chosen. @throws NotUnderstood */
export async function readFile({ headers, body }: Pick<WebRequest, 'headers' | 'body'>): Promise<Uint8Array> {
  const files = [...(await formIn(headers['content-type'] ?? '', body)).values()].filter(
    (each) => each instanceof File,
  );
  const file = files.find(({ size }) => size > 0);
  return file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

async function formIn(type: string, body: Buffer): Promise<FormData> {
  if (!type.startsWith('multipart/form-data')) throw new NotUnderstood();
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new NotUnderstood();
  }
}
