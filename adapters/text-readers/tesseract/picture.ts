import sharp, { type Sharp } from 'sharp';

/** A grey picture: one byte a pixel, row by row. Everything between decoding and reading works on these. */
export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export const longSide = ({ width, height }: { width: number; height: number }): number => Math.max(width, height);

export const asSharp = ({ data, width, height }: Picture): Sharp =>
  sharp(data, { raw: { width, height, channels: 1 } });

export async function toPicture(image: Sharp): Promise<Picture> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 1) return { data, width: info.width, height: info.height };
  const first = new Uint8Array(info.width * info.height);
  for (let i = 0; i < first.length; i += 1) first[i] = data[i * info.channels] ?? 0;
  return { data: first, width: info.width, height: info.height };
}

/** Smaller, so that the long side is `side`; never larger. */
export const shrink = (picture: Picture, side: number): Promise<Picture> =>
  toPicture(asSharp(picture).resize(side, side, { fit: 'inside', withoutEnlargement: true }));

export const turn = (picture: Picture, clockwiseDegrees: number): Promise<Picture> =>
  toPicture(asSharp(picture).rotate(clockwiseDegrees));

export const soften = (picture: Picture, sigma: number): Promise<Picture> => toPicture(asSharp(picture).blur(sigma));

/** The part inside a box; undefined when hardly anything of it lies on the picture. */
export async function cut(
  picture: Picture,
  box: { x0: number; y0: number; x1: number; y1: number },
): Promise<Picture | undefined> {
  const left = Math.max(0, Math.floor(box.x0));
  const top = Math.max(0, Math.floor(box.y0));
  const width = Math.min(picture.width, Math.ceil(box.x1)) - left;
  const height = Math.min(picture.height, Math.ceil(box.y1)) - top;
  return width < 12 || height < 12 ? undefined : toPicture(asSharp(picture).extract({ left, top, width, height }));
}

export const toPng = (picture: Picture): Promise<Buffer> => asSharp(picture).png({ compressionLevel: 1 }).toBuffer();

export const mean = ({ data }: Picture): number => {
  let sum = 0;
  for (const value of data) sum += value;
  return sum / data.length;
};
