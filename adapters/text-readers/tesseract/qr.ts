import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Picture, toPng } from './picture.ts';

let prepared: Promise<void> | undefined;

/** The texts of all QR codes in a picture. */
export async function readQrCodes(picture: Picture): Promise<string[]> {
  prepared ??= prepare();
  await prepared;
  const codes = await readBarcodes(await toPng(picture), {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    maxNumberOfSymbols: 4,
  });
  return codes.map(({ text }) => text);
}

/** The module comes from the package: left alone, the library would fetch it from the network. */
async function prepare(): Promise<void> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
