import { deflateSync, gzipSync } from 'node:zlib';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeSecureQr, readAadhaarQr } from '#adapters/text-readers/tesseract/aadhaar-qr.ts';
import { toPicture } from '#adapters/text-readers/tesseract/picture.ts';
import { chances } from '#test/kit/photograph.ts';

const person = ['Asha Rani', '14-08-1991', 'F', 'C/O Mohan Lal'];
const place = [
  'Central Delhi',
  '',
  'H 12',
  'Karol Bagh',
  '110005',
  'Karol Bagh',
  'Delhi',
  'Gali 3',
  'Karol Bagh',
  'New Delhi',
];
/** Stands for the photograph, the hashes and the signature, none of which is read. */
const rest = Buffer.from(
  Array.from(
    { length: 700 },
    (
      (chance) => () =>
        Math.floor(chance() * 255)
    )(chances(3)),
  ),
);

const version1 = ['3', '432120260101101010123', ...person, ...place];
const version2 = ['V2', '3', '432120260101101010123', ...person, ...place, '9999'];
const joined = (fields: readonly string[]): Buffer =>
  Buffer.concat([Buffer.from(`${fields.join('\u00ff')}\u00ff`, 'latin1'), rest]);
const asNumber = (bytes: Buffer): string => BigInt(`0x${bytes.toString('hex')}`).toString();

describe('the Secure QR code of an Aadhaar card', () => {
  it.each([
    ['version 1', asNumber(gzipSync(joined(version1)))],
    ['version 2', asNumber(deflateSync(joined(version2)))],
  ])('gives name, birthday, gender, address and four digits: %s', (_, decimal) => {
    const facts = decodeSecureQr(decimal) ?? {};
    expect(Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]))).toEqual({
      name: 'Asha Rani',
      dob: '1991-08-14',
      gender: 'female',
      care_of: 'C/O Mohan Lal',
      address: 'H 12, Gali 3, Karol Bagh, New Delhi, Central Delhi, Delhi, 110005',
      last4: '4321',
    });
  });

  it('is found in a picture', async () => {
    const code = await QRCode.toBuffer(asNumber(deflateSync(joined(version2))), {
      errorCorrectionLevel: 'L',
      scale: 5,
    });
    const facts = await readAadhaarQr(await toPicture(sharp(code).flatten()));
    expect(facts?.name).toEqual({ value: 'Asha Rani', confidence: 0.99, source: 'qr' });
  });

  it.each(['', 'https://example.org', '9'.repeat(600), '9'.repeat(9000), asNumber(deflateSync(Buffer.alloc(5e6, 1)))])(
    'gives nothing for another code',
    (text) => {
      expect(decodeSecureQr(text)).toBeUndefined();
    },
  );
});
