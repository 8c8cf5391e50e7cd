import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** What stands on an invented paper; each row has its label in both languages. */
export interface SampleForm {
  readonly issuer: string;
  readonly title: string;
  readonly number: string;
  readonly rows: readonly (readonly [english: string, hindi: string, value: string])[];
  readonly signedBy: string;
}

const WIDTH = 1240;
const HEIGHT = 1560;
const LEFT = 90;
const VALUES = 640;
const INK = '#1b2433';
const ACCENT = '#14507a';

/** Draws it as a clean picture, marked as a specimen. */
export function drawForm(form: SampleForm): Canvas {
  useFonts();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fdfcf8';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawHead(pen, form);
  form.rows.forEach((row, index) => {
    drawRow(pen, row, 440 + index * 108);
  });
  drawFoot(pen, form);
  return canvas;
}

function useFonts(): void {
  if (GlobalFonts.has('Slip')) return;
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  GlobalFonts.registerFromPath(join(home, '400Regular/NotoSans_400Regular.ttf'), 'Slip');
  GlobalFonts.registerFromPath(join(home, '700Bold/NotoSans_700Bold.ttf'), 'Slip');
}

function drawHead(pen: SKRSContext2D, { issuer, title, number }: SampleForm): void {
  pen.textAlign = 'center';
  write(pen, issuer, WIDTH / 2, 130, 'bold 52px Slip', ACCENT);
  write(pen, title, WIDTH / 2, 215, 'bold 40px Slip', INK);
  pen.textAlign = 'left';
  write(pen, number, LEFT, 305, '30px Slip', INK);
  pen.fillStyle = ACCENT;
  pen.fillRect(LEFT, 340, WIDTH - 2 * LEFT, 5);
}

function drawRow(pen: SKRSContext2D, [english, hindi, value]: SampleForm['rows'][number], y: number): void {
  write(pen, `${english} / ${hindi}`, LEFT, y, '32px Slip', INK);
  write(pen, `: ${value}`, VALUES, y, 'bold 34px Slip', INK);
  pen.fillStyle = '#c5ccd4';
  pen.fillRect(LEFT, y + 38, WIDTH - 2 * LEFT, 2);
}

function drawFoot(pen: SKRSContext2D, { signedBy }: SampleForm): void {
  pen.textAlign = 'right';
  write(pen, signedBy, WIDTH - LEFT, HEIGHT - 130, '30px Slip', INK);
  pen.textAlign = 'left';
  write(pen, 'SPECIMEN', LEFT, HEIGHT - 130, 'bold 30px Slip', '#9aa4ae');
}

function write(pen: SKRSContext2D, text: string, x: number, y: number, font: string, colour: string): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
