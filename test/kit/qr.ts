import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What a phone's camera reads from a picture in which a QR code stands. */
export async function qrIn(picture: Uint8Array): Promise<string | undefined> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  return found?.text;
}

/** The same, of a picture that stands in its own address. */
export const qrInDataUrl = (address: string): Promise<string | undefined> =>
  qrIn(Buffer.from(address.split(',')[1] ?? '', 'base64'));
