import type { Picture } from './picture.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners of a sheet: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Takes the sheet out of the photograph, as if seen from straight above; pixels keep about their size. */
export function dewarp(picture: Picture, quad: Quad): Picture {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const width = Math.round(Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)));
  const height = Math.round(Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)));
  return sample(picture, quad, width, height);
}

/** Every pixel of a `width` by `height` rectangle, fetched from where it lies inside the quad. */
function sample(picture: Picture, quad: Quad, width: number, height: number): Picture {
  const data = new Uint8Array(width * height);
  const place = mapping(quad);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const { x, y } = place((column + 0.5) / width, (row + 0.5) / height);
      data[row * width + column] = between(picture, x - 0.5, y - 0.5);
    }
  }
  return { data, width, height };
}

/** The projective map from the unit square to a quad (Heckbert 1989, square to quadrilateral). */
export function mapping([p0, p1, p2, p3]: Quad): (u: number, v: number) => Point {
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dx3 = p0.x - p1.x + p2.x - p3.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const dy3 = p0.y - p1.y + p2.y - p3.y;
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / whole;
  const h = (dx1 * dy3 - dx3 * dy1) / whole;
  return (u, v) => {
    const w = g * u + h * v + 1;
    return {
      x: ((p1.x - p0.x + g * p1.x) * u + (p3.x - p0.x + h * p3.x) * v + p0.x) / w,
      y: ((p1.y - p0.y + g * p1.y) * u + (p3.y - p0.y + h * p3.y) * v + p0.y) / w,
    };
  };
}

/** The grey between four pixels; beyond the edge the edge goes on. */
function between({ data, width, height }: Picture, x: number, y: number): number {
  const left = Math.min(Math.max(x, 0), width - 1.001);
  const top = Math.min(Math.max(y, 0), height - 1.001);
  const column = Math.floor(left);
  const row = Math.floor(top);
  const at = row * width + column;
  const fx = left - column;
  const fy = top - row;
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
  const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
