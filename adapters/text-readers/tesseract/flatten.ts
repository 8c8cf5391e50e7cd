import { asSharp, type Picture, toPicture } from './picture.ts';

/** What white paper becomes; a little below pure white keeps thin strokes. */
const PAPER = 235;

/** Takes shadows and uneven light away: every pixel is measured against the blurred background around it. */
export async function flatten(picture: Picture): Promise<Picture> {
  const { width, height } = picture;
  const small = await toPicture(
    asSharp(picture)
      .resize(Math.max(8, Math.round(width / 16)), Math.max(8, Math.round(height / 16)), { fit: 'fill' })
      .blur(3),
  );
  const background = await toPicture(asSharp(small).resize(width, height, { fit: 'fill', kernel: 'cubic' }));
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i += 1) {
    const light = Math.max(background.data[i] ?? 1, 1);
    data[i] = Math.min(255, ((picture.data[i] ?? 0) * PAPER) / light);
  }
  return { data, width, height };
}
