import sharp from 'sharp';

type Body = readonly (string | Buffer)[];

/** Puts numbered objects into a file with its table of places; `trailer` holds further entries. */
function pdf(objects: readonly Body[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((body, index) => {
    places.push(length());
    parts.push(
      Buffer.from(`${index + 1} 0 obj\n`),
      ...body.map((part) => Buffer.from(part)),
      Buffer.from('\nendobj\n'),
    );
  });
  const start = length();
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const stream = (data: Buffer, entries = ''): Body => [
  `<</Length ${data.length}${entries}>>\nstream\n`,
  data,
  '\nendstream',
];

/** A scanner's PDF: one picture, no text. */
export async function imagePdf(picture: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture).jpeg({ quality: 88 }).toBuffer({ resolveWithObject: true });
  const entries = `/Type/XObject/Subtype/Image/Width ${info.width}/Height ${info.height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`;
  return pdf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 748]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>'],
    stream(Buffer.from('595 0 0 748 0 0 cm /I Do')),
    stream(data, entries),
  ]);
}

const slipLines: readonly (readonly [string, string])[] = [
  ['HOSPITAL BIRTH SLIP', ''],
  ['Name of Hospital', 'Asha Jyoti Maternity Hospital'],
  ["Mother's Name", 'Sunita Devi'],
  ["Father's Name", 'Rakesh Kumar'],
  ['Date of Birth', '05/03/2026'],
  ['Sex', 'Female'],
  ['Place of Birth', 'Karol Bagh, New Delhi'],
];

/** A hospital's computer-made birth slip, the same on every page. */
export function textPdf(pages = 1): Buffer {
  const show = (text: string, x: number, y: number): string => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;
  const text = slipLines
    .map(([label, value], i) => show(label, 60, 760 - i * 30) + show(value, 260, 760 - i * 30))
    .join('');
  const kids = Array.from({ length: pages }, (_, i) => `${i + 5} 0 R`).join(' ');
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>';
  return pdf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    [`<</Type/Pages/Kids[${kids}]/Count ${pages}>>`],
    ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
    stream(Buffer.from(text)),
    ...Array.from({ length: pages }, (): Body => [page]),
  ]);
}

/** Encrypted with a password that nobody knows. */
export function lockedPdf(): Buffer {
  const key = 'ab'.repeat(32);
  return pdf(
    [
      ['<</Type/Catalog/Pages 2 0 R>>'],
      ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
      ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'],
      [`<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -44>>`],
    ],
    `/Encrypt 4 0 R/ID[<${'cd'.repeat(16)}><${'cd'.repeat(16)}>]`,
  );
}
