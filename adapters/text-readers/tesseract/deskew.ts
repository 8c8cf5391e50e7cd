import { asSharp, type Picture, shrink, toPicture } from './picture.ts';

const SIDE = 800;
const WIDEST = 15;
/** Below this the recogniser manages by itself, and turning only softens the letters. */
const WORTHWHILE = 0.4;
/** Lines must stand out this much more than without turning; a page without lines stays as it is. */
const BETTER = 1.1;
const INK = 170;

/** Turns a flattened page so that its lines run level. For pages whose edges were not found, such as white on white. */
export async function deskew(picture: Picture): Promise<Picture> {
  const degrees = skewOf(await shrink(picture, SIDE));
  if (Math.abs(degrees) < WORTHWHILE) return picture;
  return toPicture(asSharp(picture).rotate(-degrees, { background: '#ebebeb' }));
}

/** By how many degrees the lines run clockwise of level: the slope along which ink gathers in the fewest rows. */
export function skewOf(picture: Picture): number {
  const ink = inkOf(picture);
  const level = sharpness(ink, 0, picture);
  let best = { degrees: 0, score: level * BETTER };
  const look = (degrees: number): void => {
    const score = sharpness(ink, degrees, picture);
    if (score > best.score) best = { degrees, score };
  };
  for (let degrees = -WIDEST; degrees <= WIDEST; degrees += 1) look(degrees);
  const coarse = best.degrees;
  for (let step = -3; step <= 3; step += 1) look(coarse + step / 4);
  return best.degrees;
}

/** Places of dark pixels, as x and y by turns. */
function inkOf({ data, width }: Picture): number[] {
  const places: number[] = [];
  data.forEach((value, at) => {
    if (value < INK) places.push(at % width, Math.floor(at / width));
  });
  return places;
}

/** How unevenly the ink falls on rows of this slope. */
function sharpness(ink: readonly number[], degrees: number, { width, height }: Picture): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Float64Array(height + 2 * width);
  for (let i = 0; i < ink.length; i += 2) {
    const row = Math.round((ink[i + 1] ?? 0) - (ink[i] ?? 0) * slope) + width;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
}
