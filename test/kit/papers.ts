import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { drawSampleSlip, type SlipFacts, sampleSlipFacts } from '#adapters/text-readers/demo/sample-slip.ts';
import { type Light, photograph } from './photograph.ts';

export type { Light } from './photograph.ts';

const taken = new Map<string, Promise<Buffer>>();

/** A phone photograph of an invented hospital's birth slip; the seed moves the hand that holds the phone. */
export function birthSlipPhoto(
  facts: Partial<SlipFacts> = {},
  { light = 'good', seed = 1 }: { light?: Light; seed?: number } = {},
): Promise<Buffer> {
  const which = JSON.stringify([facts, light, seed]);
  const photo = taken.get(which) ?? birthSlipScan(facts).then((slip) => photograph(slip, light, seed));
  taken.set(which, photo);
  return photo;
}

/** The slip as a scanner would give it. */
export const birthSlipScan = (facts: Partial<SlipFacts> = {}): Promise<Buffer> =>
  drawSampleSlip({ ...sampleSlipFacts, ...facts });

/** A ruled form of another hospital: labels and values in cells, two pairs a line, values partly in Hindi. */
export async function ruledSlip(facts: Partial<SlipFacts> = {}): Promise<Buffer> {
  const all = { ...sampleSlipFacts, ...facts };
  return drawTable([
    ['Name of Hospital / अस्पताल का नाम', all.hospital],
    ['Name of Mother / माता का नाम', `Smt. ${all.motherName}`, 'Age / आयु', '26'],
    ['Name of Father / पिता का नाम', `Shri ${all.fatherName}`],
    ['Date of Birth / जन्म तिथि', all.bornOn, 'Time / समय', all.bornAt],
    ['Gender / लिंग', all.sex === 'Female' ? 'Female / बालिका' : 'Male / बालक', 'Weight / वज़न', all.weight],
    ['Place of Birth / जन्म स्थान', all.place],
  ]);
}

/** A slip in Hindi alone. */
export const hindiSlip = (): Promise<Buffer> =>
  drawTable(
    [
      ['अस्पताल का नाम', 'आशा ज्योति अस्पताल'],
      ['माता का नाम', 'श्रीमती सुनीता देवी'],
      ['पिता का नाम', 'श्री राकेश कुमार'],
      ['जन्म तिथि', '05/03/2026'],
      ['लिंग', 'बालिका'],
      ['जन्म स्थान', 'करोल बाग, नई दिल्ली'],
    ],
    'अस्पताल जन्म पर्ची',
  );

/** A light bill. */
export const lightBill = (): Promise<Buffer> =>
  drawTable(
    [
      ['Name / नाम', 'RAMESH CHAND'],
      ['Billing Address / पता', 'H NO 45, BLOCK C, JANAKPURI, NEW DELHI'],
      ['CA No', '100234567', 'Bill Date', '12-09-2026'],
      ['Sanctioned Load (kW)', '3.00', 'Due Date', '27-09-2026'],
      ['Meter No', '12345678'],
    ],
    'ELECTRICITY BILL / बिजली बिल',
  );

/** The front of an identity card, as everybody in India knows it; the number cannot exist, for its check digit is wrong. */
export async function identityCard(): Promise<Buffer> {
  useFonts();
  const canvas = createCanvas(1300, 820);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 1300, 820);
  pen.fillStyle = '#999999';
  pen.fillRect(60, 180, 260, 330);
  write(pen, 'भारत सरकार', 550, 70, '36px Paper');
  write(pen, 'Government of India', 480, 120, '36px Paper');
  write(pen, 'आशा रानी', 370, 230, '36px Paper');
  write(pen, 'Asha Rani', 370, 285, '36px Paper');
  write(pen, 'जन्म तिथि / DOB : 14/08/1991', 370, 345, '34px Paper');
  write(pen, 'महिला / FEMALE', 370, 405, '34px Paper');
  write(pen, '0000 0000 4321', 440, 620, 'bold 56px Paper');
  write(pen, 'आधार - आम आदमी का अधिकार', 380, 740, 'bold 36px Paper');
  return canvas.encode('png');
}

/** A letter about something else. */
export const otherLetter = (): Promise<Buffer> =>
  drawTable(
    [
      ['Dear neighbours', ''],
      ['The library will be closed next week for painting.', ''],
      ['Books may be returned at the tea stall opposite.', ''],
      ['With thanks, the reading circle', ''],
    ],
    'Notice to all readers',
  );

export const blurred = async (): Promise<Buffer> =>
  sharp(await birthSlipPhoto())
    .blur(9)
    .jpeg()
    .toBuffer();
export const dark = async (): Promise<Buffer> =>
  sharp(await birthSlipPhoto())
    .linear(0.06, 0)
    .jpeg()
    .toBuffer();
export const tiny = async (): Promise<Buffer> =>
  sharp(await birthSlipPhoto())
    .resize(200)
    .jpeg()
    .toBuffer();
export const sideways = async (): Promise<Buffer> =>
  sharp(await birthSlipScan())
    .rotate(90)
    .png()
    .toBuffer();
export const crooked = async (): Promise<Buffer> =>
  sharp(await birthSlipScan())
    .rotate(7, { background: '#f4f2ec' })
    .png()
    .toBuffer();
export const emptySheet = (): Promise<Buffer> =>
  sharp({ create: { width: 1000, height: 1400, channels: 3, background: '#f4f2ec' } })
    .png()
    .toBuffer();

/** The first bytes of a Windows program, under whatever name it comes. */
export const program = (): Buffer =>
  Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(4000)]);

/** A small file that says it unfolds to 256 million pixels. */
export function pixelBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(16_000, 0);
  header.writeUInt32BE(16_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(16_001 * 200));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function drawTable(rows: readonly (readonly string[])[], title = 'HOSPITAL BIRTH SLIP / जन्म पर्ची'): Promise<Buffer> {
  const canvas = createCanvas(1500, 420 + rows.length * 110);
  const pen = canvas.getContext('2d');
  useFonts();
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  write(pen, title, 80, 140, 'bold 46px Paper');
  rows.forEach(([label = '', value = '', other = '', otherValue = ''], index) => {
    const top = 240 + index * 110;
    pen.strokeStyle = '#333333';
    pen.strokeRect(70, top, 1360, 110);
    write(pen, label, 90, top + 68, '30px Paper');
    write(pen, value, 620, top + 68, 'bold 32px Paper');
    write(pen, other, 1060, top + 68, '30px Paper');
    write(pen, otherValue, 1270, top + 68, 'bold 30px Paper');
  });
  return canvas.encode('png');
}

function useFonts(): void {
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  GlobalFonts.registerFromPath(join(home, '400Regular/NotoSans_400Regular.ttf'), 'Paper');
  GlobalFonts.registerFromPath(join(home, '700Bold/NotoSans_700Bold.ttf'), 'Paper');
}

function write(pen: SKRSContext2D, text: string, x: number, y: number, font: string): void {
  pen.font = font;
  pen.fillStyle = '#1a1a1a';
  pen.fillText(text, x, y);
}
