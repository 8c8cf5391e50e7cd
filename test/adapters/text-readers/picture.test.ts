import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { skewOf } from '#adapters/text-readers/tesseract/deskew.ts';
import { findSheet } from '#adapters/text-readers/tesseract/find-sheet.ts';
import { flatten } from '#adapters/text-readers/tesseract/flatten.ts';
import { type Picture, shrink, toPicture } from '#adapters/text-readers/tesseract/picture.ts';
import { judge } from '#adapters/text-readers/tesseract/quality.ts';
import { dewarp, mapping, type Quad } from '#adapters/text-readers/tesseract/warp.ts';
import { birthSlipPhoto, birthSlipScan } from '#test/kit/papers.ts';

const corners: Quad = [
  { x: 200, y: 150 },
  { x: 880, y: 220 },
  { x: 830, y: 1100 },
  { x: 160, y: 1010 },
];

/** White paper in that place on a dark table. */
async function paperOnTable(): Promise<Picture> {
  const points = corners.map(({ x, y }) => `${x},${y}`).join(' ');
  const drawing = `<svg width="1000" height="1200"><rect width="1000" height="1200" fill="#333"/><polygon points="${points}" fill="#eee"/></svg>`;
  return toPicture(sharp(Buffer.from(drawing)));
}

describe('finding the sheet', () => {
  it('finds the four corners of a paper on a darker table', async () => {
    const found = (await findSheet(await paperOnTable())) ?? [];
    const off = found.map(({ x, y }, i) => Math.hypot(x - (corners[i]?.x ?? 0), y - (corners[i]?.y ?? 0)));
    expect(off).toHaveLength(4);
    expect(Math.max(...off)).toBeLessThan(12);
  });

  it('uses the whole frame of a scan', async () => {
    expect(await findSheet(await toPicture(sharp(await birthSlipScan())))).toBeUndefined();
  });
});

describe('taking the sheet out', () => {
  it('leaves nothing of the table', async () => {
    const sheet = dewarp(await paperOnTable(), corners);
    expect([sheet.width, sheet.height]).toEqual([684, 881]);
    expect(sheet.data.filter((value) => value < 200).length / sheet.data.length).toBeLessThan(0.01);
  });

  it('maps the corners of the square onto the corners of the sheet', () => {
    const place = mapping(corners);
    const mapped = [place(0, 0), place(1, 0), place(1, 1), place(0, 1)];
    expect(mapped.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual(corners.map(({ x, y }) => [x, y]));
  });
});

describe('flattening', () => {
  it('makes paper in the shade as light as paper in the sun', async () => {
    const data = Uint8Array.from({ length: 400 * 300 }, (_, at) => 80 + ((at % 400) * 150) / 400);
    const flat = await flatten({ data, width: 400, height: 300 });
    const inside = [40, 200, 360].map((x) => flat.data[150 * 400 + x] ?? 0);
    expect(Math.max(...inside) - Math.min(...inside)).toBeLessThan(12);
  });
});

describe('levelling', () => {
  it.each([-6, 0, 3, 8])('sees that a page was turned by %i degrees', async (degrees) => {
    const turned = sharp(await birthSlipScan()).rotate(degrees, { background: '#ffffff' });
    expect(Math.abs(skewOf(await shrink(await toPicture(turned), 800)) - degrees)).toBeLessThanOrEqual(0.5);
  });
});

describe('judging a photograph', () => {
  let photo: Buffer;
  beforeAll(async () => {
    photo = await birthSlipPhoto();
  });
  const judged = async (image: Sharp) => judge(await toPicture(image));

  it('has no doubts about a good one', async () => {
    expect(await judged(sharp(photo))).toEqual({ hopeless: undefined, doubts: [] });
  });

  it('calls a burnt-out spot on grey paper glare', async () => {
    const spot = Buffer.from('<svg width="400" height="400"><circle cx="200" cy="200" r="200" fill="#fff"/></svg>');
    const grey = await sharp(photo).linear(0.8).toBuffer();
    const { doubts } = await judged(
      sharp(
        await sharp(grey)
          .composite([{ input: spot }])
          .toBuffer(),
      ),
    );
    expect(doubts).toContain('glare');
  });

  it('gives up where nothing can be read', async () => {
    expect(await judged(sharp(photo).resize(200))).toMatchObject({ hopeless: 'tooSmall' });
    expect(await judged(sharp(photo).linear(0.05))).toMatchObject({ hopeless: 'tooDark' });
    expect(await judged(sharp(photo).blur(12))).toMatchObject({ hopeless: 'blurred' });
  });
});
