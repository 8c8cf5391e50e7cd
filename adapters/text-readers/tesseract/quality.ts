import type { PaperProblem } from '#domain/document/reading.ts';
import { asSharp, longSide, mean, type Picture, toPicture } from './picture.ts';

/** What can be said of a photograph before reading it. */
export interface Quality {
  /** No reading is worth trying. */
  readonly hopeless: PaperProblem | undefined;
  /** What may be to blame when something could not be read, the most helpful first. */
  readonly doubts: readonly PaperProblem[];
}

// Measured on clean, good, ordinary and bad photographs. Sharpness is the variance of the Laplacian at 1000 px
// after a 3x3 median, without which noise counts as sharp: clean > 800, good > 500, ordinary > 140, bad < 90.
const SHARP = { hopeless: 30, doubtful: 140 };
const LIGHT = { hopeless: 25, doubtful: 90 };
const SIDE = { hopeless: 400, doubtful: 900 };
/** Between the darkest and the lightest hundredth; an empty sheet has hardly any. */
const CONTRAST = 15;
const GLARE_SHARE = 0.03;

export async function judge(sheet: Picture): Promise<Quality> {
  const small = await toPicture(
    asSharp(sheet).resize(1000, 1000, { fit: 'inside', withoutEnlargement: true }).median(3),
  );
  const light = mean(small);
  const side = longSide(sheet);
  const sharp = sharpness(small);
  if (side < SIDE.hopeless) return { hopeless: 'tooSmall', doubts: [] };
  if (light < LIGHT.hopeless) return { hopeless: 'tooDark', doubts: [] };
  if (contrast(small) < CONTRAST) return { hopeless: 'noText', doubts: [] };
  if (sharp < SHARP.hopeless) return { hopeless: 'blurred', doubts: [] };
  const doubts: PaperProblem[] = [];
  if (light < LIGHT.doubtful) doubts.push('tooDark');
  if (side < SIDE.doubtful) doubts.push('tooSmall');
  if (sharp < SHARP.doubtful) doubts.push('blurred');
  if (hasGlare(small)) doubts.push('glare');
  return { hopeless: undefined, doubts };
}

/** The variance of the Laplacian: how strongly neighbouring pixels differ. */
function sharpness({ data, width, height }: Picture): number {
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const around = (data[i - 1] ?? 0) + (data[i + 1] ?? 0) + (data[i - width] ?? 0) + (data[i + width] ?? 0);
      const laplacian = around - 4 * (data[i] ?? 0);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}

function contrast({ data }: Picture): number {
  const sorted = data.toSorted();
  const hundredth = Math.floor(sorted.length / 100);
  return (sorted.at(-1 - hundredth) ?? 0) - (sorted[hundredth] ?? 0);
}

/** A burnt-out spot on otherwise grey paper. Paper that is white all over, as in a scan, is no glare. */
function hasGlare({ data }: Picture): boolean {
  const burnt = data.filter((value) => value >= 252).length / data.length;
  const middle = data.toSorted()[Math.floor(data.length / 2)] ?? 0;
  return burnt > GLARE_SHARE && middle < 225;
}
