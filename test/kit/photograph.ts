import sharp from 'sharp';
import { type Picture, toPicture } from '#adapters/text-readers/tesseract/picture.ts';
import { mapping, type Point, type Quad } from '#adapters/text-readers/tesseract/warp.ts';

export type Light = 'clean' | 'good' | 'ordinary' | 'bad';

interface Conditions {
  /** How far a corner may be out of place, as a share of the photograph's width. */
  readonly tilt: number;
  /** Brightness in the best and in the worst lit corner. */
  readonly bright: number;
  readonly dim: number;
  readonly noise: number;
  readonly blur: number;
  readonly jpeg: number;
}

const conditions: Readonly<Record<Exclude<Light, 'clean'>, Conditions>> = {
  good: { tilt: 0.03, bright: 0.95, dim: 0.75, noise: 3, blur: 0.5, jpeg: 85 },
  ordinary: { tilt: 0.06, bright: 0.8, dim: 0.42, noise: 6, blur: 0.9, jpeg: 70 },
  bad: { tilt: 0.09, bright: 0.45, dim: 0.2, noise: 12, blur: 2.2, jpeg: 45 },
};

const WIDTH = 1200;
const HEIGHT = 1600;

/** What a phone would make of a flat page: slanted, unevenly lit, noisy, squeezed as messengers do. Same seed, same photograph. */
export async function photograph(page: Buffer, light: Light, seed: number): Promise<Buffer> {
  if (light === 'clean') return page;
  const given = conditions[light];
  const chance = chances(seed);
  const sheet = await toPicture(sharp(page).flatten({ background: '#fff' }));
  const lit = shine(layOnTable(sheet, given, chance), given, chance);
  const { data, width, height } = lit;
  return sharp(data, { raw: { width, height, channels: 1 } })
    .blur(given.blur)
    .jpeg({ quality: given.jpeg })
    .toBuffer();
}

/** The sheet in perspective on a dark table. */
function layOnTable(sheet: Picture, { tilt }: Conditions, chance: () => number): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(55);
  const scale = Math.min((WIDTH * 0.86) / sheet.width, (HEIGHT * 0.86) / sheet.height);
  const [halfWidth, halfHeight] = [(sheet.width * scale) / 2, (sheet.height * scale) / 2];
  const corner = (x: number, y: number): Point => ({
    x: WIDTH / 2 + x * halfWidth + (chance() - 0.5) * tilt * WIDTH,
    y: HEIGHT / 2 + y * halfHeight + (chance() - 0.5) * tilt * WIDTH,
  });
  const quad: Quad = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  // Painted from the sheet, twice as densely as the photograph can show, so that no hole stays.
  const place = mapping(quad);
  const [columns, rows] = [WIDTH * 2, HEIGHT * 2];
  const sums = new Float32Array(data.length);
  const counts = new Uint16Array(data.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const { x, y } = place((column + 0.5) / columns, (row + 0.5) / rows);
      const at = Math.floor(y) * WIDTH + Math.floor(x);
      const from = Math.floor(((row + 0.5) / rows) * sheet.height) * sheet.width;
      sums[at] = (sums[at] ?? 0) + (sheet.data[from + Math.floor(((column + 0.5) / columns) * sheet.width)] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  counts.forEach((count, at) => {
    if (count > 0) data[at] = (sums[at] ?? 0) / count;
  });
  return { data, width: WIDTH, height: HEIGHT };
}

/** Light from one side, and the sensor's noise. */
function shine(picture: Picture, { bright, dim, noise }: Conditions, chance: () => number): Picture {
  const angle = chance() * 2 * Math.PI;
  const data = picture.data.map((value, at) => {
    const x = (at % WIDTH) / WIDTH - 0.5;
    const y = Math.floor(at / WIDTH) / HEIGHT - 0.5;
    const share = 0.5 + (x * Math.cos(angle) + y * Math.sin(angle)) / Math.SQRT2;
    const grain = (chance() + chance() + chance() - 1.5) * 2 * noise;
    return Math.max(0, Math.min(255, value * (dim + (bright - dim) * share) + grain));
  });
  return { ...picture, data };
}

/** Numbers between 0 and 1 that only look like chance (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
