import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** What stands on an invented hospital birth slip. */
export interface SlipFacts {
  readonly hospital: string;
  readonly slipNumber: string;
  readonly motherName: string;
  readonly fatherName: string;
  /** As printed, such as `05/03/2026`. */
  readonly bornOn: string;
  readonly bornAt: string;
  readonly sex: 'Male' | 'Female';
  readonly weight: string;
  readonly place: string;
}

/** Nobody: the hospital and the family are invented. */
export const sampleSlipFacts: SlipFacts = {
  hospital: 'Asha Jyoti Maternity Hospital',
  slipNumber: 'AJ/2026/0314',
  motherName: 'Sunita Devi',
  fatherName: 'Rakesh Kumar',
  bornOn: '05/03/2026',
  bornAt: '10:45 AM',
  sex: 'Female',
  weight: '2.9 kg',
  place: 'Karol Bagh, New Delhi',
};

const WIDTH = 1240;
const HEIGHT = 1560;
const LEFT = 90;
const VALUES = 640;
const INK = '#1b2433';
const ACCENT = '#14507a';

/** A clean picture of a hospital's birth slip, A5 at about 210 dpi, for demonstrations and tests. */
export function drawSampleSlip(facts: SlipFacts = sampleSlipFacts): Promise<Buffer> {
  return drawSlip(facts).encode('png');
}

/** The same as a JPEG, as a phone would send it. */
export function sampleSlipJpeg(facts: SlipFacts = sampleSlipFacts): Promise<Buffer> {
  return drawSlip(facts).encode('jpeg', 88);
}

function drawSlip(facts: SlipFacts): Canvas {
  useFonts();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fdfcf8';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawHead(pen, facts);
  rowsOf(facts).forEach((row, index) => {
    drawRow(pen, row, 440 + index * 108);
  });
  drawFoot(pen);
  return canvas;
}

function useFonts(): void {
  if (GlobalFonts.has('Slip')) return;
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  GlobalFonts.registerFromPath(join(home, '400Regular/NotoSans_400Regular.ttf'), 'Slip');
  GlobalFonts.registerFromPath(join(home, '700Bold/NotoSans_700Bold.ttf'), 'Slip');
}

type Row = readonly [english: string, hindi: string, value: string];

const rowsOf = (facts: SlipFacts): readonly Row[] => [
  ["Mother's Name", 'माता का नाम', facts.motherName],
  ["Father's Name", 'पिता का नाम', facts.fatherName],
  ['Date of Birth', 'जन्म तिथि', facts.bornOn],
  ['Time of Birth', 'जन्म का समय', facts.bornAt],
  ['Sex of Child', 'शिशु का लिंग', facts.sex],
  ['Weight at Birth', 'जन्म के समय वज़न', facts.weight],
  ['Place of Birth', 'जन्म स्थान', facts.place],
];

function drawHead(pen: SKRSContext2D, { hospital, slipNumber }: SlipFacts): void {
  pen.textAlign = 'center';
  write(pen, hospital, WIDTH / 2, 130, 'bold 52px Slip', ACCENT);
  write(pen, 'Birth Slip / जन्म पर्ची', WIDTH / 2, 215, 'bold 40px Slip', INK);
  pen.textAlign = 'left';
  write(pen, `Slip No. ${slipNumber}`, LEFT, 305, '30px Slip', INK);
  pen.fillStyle = ACCENT;
  pen.fillRect(LEFT, 340, WIDTH - 2 * LEFT, 5);
}

function drawRow(pen: SKRSContext2D, [english, hindi, value]: Row, y: number): void {
  write(pen, `${english} / ${hindi}`, LEFT, y, '32px Slip', INK);
  write(pen, `: ${value}`, VALUES, y, 'bold 34px Slip', INK);
  pen.fillStyle = '#c5ccd4';
  pen.fillRect(LEFT, y + 38, WIDTH - 2 * LEFT, 2);
}

function drawFoot(pen: SKRSContext2D): void {
  pen.textAlign = 'right';
  write(pen, 'Medical Officer / चिकित्सा अधिकारी', WIDTH - LEFT, HEIGHT - 130, '30px Slip', INK);
  pen.textAlign = 'left';
  write(pen, 'SPECIMEN', LEFT, HEIGHT - 130, 'bold 30px Slip', '#9aa4ae');
}

function write(pen: SKRSContext2D, text: string, x: number, y: number, font: string, colour: string): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
