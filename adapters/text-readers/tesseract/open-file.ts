import heicDecode from 'heic-decode';
import sharp, { type Sharp } from 'sharp';
import { MAX_PIXELS, type Page, Unusable } from './page.ts';
import { openPdf } from './pdf.ts';
import { type Picture, toPicture } from './picture.ts';
import { sniff } from './sniff.ts';

/** Larger photographs are brought down to this; phone pictures carry no more detail of a page. */
const MAX_SIDE = 2400;

/** The pages of a photograph or PDF, one at a time. @throws Unusable */
export async function* openFile(file: Uint8Array): AsyncGenerator<Page> {
  const kind = await sniff(file);
  if (!kind) throw new Unusable('notAPaper');
  if (kind === 'pdf') yield* openPdf(file);
  else yield { picture: await openImage(file, kind), words: [], isScan: false };
}

async function openImage(file: Uint8Array, kind: 'image' | 'heic'): Promise<Picture> {
  await refuseBombs(file);
  try {
    return await toPicture(upright(kind === 'heic' ? await openHeic(file) : decoder(file)));
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable('damaged');
  }
}

/** Reads the header only, so a picture that would unfold into gigabytes costs nothing. */
async function refuseBombs(file: Uint8Array): Promise<void> {
  const size = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!size) throw new Unusable('damaged');
  if (size.width * size.height * (size.pages ?? 1) > MAX_PIXELS) throw new Unusable('tooManyPixels');
}

const decoder = (file: Uint8Array): Sharp => sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error' });

async function openHeic(file: Uint8Array): Promise<Sharp> {
  const { width, height, data } = await heicDecode({ buffer: file });
  return sharp(data, { raw: { width, height, channels: 4 } });
}

const upright = (image: Sharp): Sharp =>
  image
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true });
