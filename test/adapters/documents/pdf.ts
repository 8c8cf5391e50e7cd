import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { qrIn } from '#test/kit/qr.ts';

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
    return await qrIn(await canvas.encode('png'));
  } finally {
    await loading.destroy();
  }
}
