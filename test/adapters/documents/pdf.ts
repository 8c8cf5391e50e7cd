import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const MILLIMETRES_PER_POINT = 25.4 / 72;

export interface OpenedPdf {
  readonly pages: number;
  /** As a reader program hears it; of Hindi only the letters count, for pdf.js splits its clusters. */
  readonly text: string;
  /** How far from the left edge the text reaches, in millimetres. */
  readonly reaches: number;
}

export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const document = await loading.promise;
    const texts: string[] = [];
    let right = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) {
        if (!('str' in item)) continue;
        texts.push(item.str);
        // Turned text (a watermark) has no right end to speak of.
        if (item.transform[1] === 0) right = Math.max(right, item.transform[4] + item.width);
      }
    }
    return {
      pages: document.numPages,
      text: texts.join('').replace(/\u200b/g, ''),
      reaches: right * MILLIMETRES_PER_POINT,
    };
  } finally {
    await loading.destroy();
  }
}

/** Renders the first page and reads its QR code, as a scanner at `dpi` would. */
export async function readQr(bytes: Uint8Array, dpi: number): Promise<string | undefined> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const page = await (await loading.promise).getPage(1);
    const viewport = page.getViewport({ scale: dpi / 72 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as never, viewport }).promise;
    await prepareReader();
    const [found] = await readBarcodes(new Uint8Array(await canvas.encode('png')), { formats: ['QRCode'] });
    return found?.text;
  } finally {
    await loading.destroy();
  }
}

async function prepareReader(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = await readFile(path);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
