import { asSharp, longSide, type Picture, toPicture } from './picture.ts';
import type { Point, Quad } from './warp.ts';

const SEARCH_SIDE = 500;

interface Blob {
  readonly size: number;
  readonly corners: Quad;
}

/** Where the paper lies in a photograph: the largest bright area, if it looks like a sheet. Undefined: use the whole frame. */
export async function findSheet(picture: Picture): Promise<Quad | undefined> {
  const small = await toPicture(
    asSharp(picture).resize(SEARCH_SIDE, SEARCH_SIDE, { fit: 'inside', withoutEnlargement: true }).blur(2),
  );
  const blob = largestBright(small, otsu(small));
  if (!blob || !looksLikeSheet(blob, small)) return undefined;
  const scale = longSide(picture) / longSide(small);
  const [a, b, c, d] = blob.corners;
  const grow = (point: Point): Point => ({ x: (point.x + 0.5) * scale, y: (point.y + 0.5) * scale });
  return [grow(a), grow(b), grow(c), grow(d)];
}

/** The grey that best parts a picture into bright and dark (Otsu 1979). */
function otsu({ data }: Picture): number {
  const counts = new Array<number>(256).fill(0);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const total = counts.reduce((sum, count, grey) => sum + count * grey, 0);
  let best = 0;
  let threshold = 127;
  let below = 0;
  let sumBelow = 0;
  counts.forEach((count, grey) => {
    below += count;
    sumBelow += count * grey;
    const above = data.length - below;
    if (below === 0 || above === 0) return;
    const gap = sumBelow / below - (total - sumBelow) / above;
    const variance = below * above * gap * gap;
    if (variance > best) [best, threshold] = [variance, grey];
  });
  return threshold;
}

function largestBright(picture: Picture, threshold: number): Blob | undefined {
  const seen = new Uint8Array(picture.data.length);
  let largest: Blob | undefined;
  picture.data.forEach((value, start) => {
    if (value <= threshold || seen[start]) return;
    const blob = flood(picture, threshold, seen, start);
    if (blob.size > (largest?.size ?? 0)) largest = blob;
  });
  return largest;
}

/** Walks over one connected bright area, remembering its outermost points along both diagonals. */
function flood({ data, width }: Picture, threshold: number, seen: Uint8Array, start: number): Blob {
  const at = (index: number): Point => ({ x: index % width, y: Math.floor(index / width) });
  const first = at(start);
  let corners: [Point, Point, Point, Point] = [first, first, first, first];
  const open = [start];
  seen[start] = 1;
  let size = 0;
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    size += 1;
    const p = at(index);
    const [a, b, c, d] = corners;
    corners = [
      p.x + p.y < a.x + a.y ? p : a,
      p.x - p.y > b.x - b.y ? p : b,
      p.x + p.y > c.x + c.y ? p : c,
      p.x - p.y < d.x - d.y ? p : d,
    ];
    const neighbours = [index - width, index + width];
    if (p.x > 0) neighbours.push(index - 1);
    if (p.x < width - 1) neighbours.push(index + 1);
    for (const next of neighbours) {
      if (seen[next] !== 0 || (data[next] ?? 0) <= threshold) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return { size, corners };
}

function looksLikeSheet({ size, corners }: Blob, { width, height }: Picture): boolean {
  const area = Math.abs(
    corners.reduce((sum, p, i) => {
      const next = corners[(i + 1) % 4] ?? p;
      return sum + p.x * next.y - next.x * p.y;
    }, 0) / 2,
  );
  const share = area / (width * height);
  const atEdge = corners.filter((p) => p.x < 3 || p.y < 3 || p.x > width - 4 || p.y > height - 4).length;
  return share > 0.2 && share < 0.985 && size / area > 0.8 && atEdge < 3;
}
