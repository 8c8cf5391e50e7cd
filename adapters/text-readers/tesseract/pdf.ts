import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { MAX_PIXELS, type Page, Unusable } from './page.ts';
import { type Picture, toPicture } from './picture.ts';
import type { Word } from './words.ts';

const MAX_PAGES = 5;
/** Pixels of a page's long side: 200 dpi of A4. */
const PAGE_SIDE = 2340;

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => `${pathToFileURL(join(home, name)).href}/`;
const path = (name: string): string => `${join(home, name)}/`;

/** @throws Unusable */
export async function* openPdf(file: Uint8Array): AsyncGenerator<Page> {
  const pdf = await open(file);
  try {
    if (pdf.numPages > MAX_PAGES) throw new Unusable('tooManyPages');
    for (let number = 1; number <= pdf.numPages; number += 1) yield await toPage(pdf, number);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(file: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(file),
      maxImageSize: MAX_PIXELS,
      verbosity: 0,
      useSystemFonts: false,
      standardFontDataUrl: path('standard_fonts'),
      cMapUrl: path('cmaps'),
      wasmUrl: folder('wasm'),
    }).promise;
  } catch (error) {
    throw new Unusable(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  }
}

async function toPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = PAGE_SIDE / Math.max(width, height, 1);
    return { picture: await draw(page, scale), words: await textOf(page, scale), isScan: true };
  } catch {
    throw new Unusable('damaged');
  }
}

type Target = Parameters<PDFPageProxy['render']>[0]['canvas'];

async function draw(page: PDFPageProxy, scale: number): Promise<Picture> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height))];
  const canvas = createCanvas(width, height);
  // pdf.js types want the browser's canvas; the two agree in all that it calls.
  const target = canvas as unknown as Target;
  await page.render({ canvas: target, viewport, background: '#ffffff' }).promise;
  return toPicture(sharp(canvas.data(), { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' }));
}

/** Latin letters and digits only: what pdf.js extracts of Devanagari is wrong for every producer tried. */
async function textOf(page: PDFPageProxy, scale: number): Promise<Word[]> {
  const viewport = page.getViewport({ scale });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || !/[\p{Script=Latin}\d]/u.test(item.str) || /\p{Script=Devanagari}/u.test(item.str))
      return [];
    const [x = 0, baseline = 0] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]);
    return split(item.str, { x, baseline, width: item.width * scale, height: item.height * scale });
  });
}

interface Run {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
}

/** A run of text cut into words, as if every letter were equally wide. */
function split(text: string, { x, baseline, width, height }: Run): Word[] {
  const letter = width / Math.max(1, text.length);
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    confidence: 0.99,
    x0: x + index * letter,
    x1: x + (index + word.length) * letter,
    y0: baseline - height,
    y1: baseline + height * 0.2,
  }));
}
