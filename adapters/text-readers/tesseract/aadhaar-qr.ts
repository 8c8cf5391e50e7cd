import { unzipSync } from 'node:zlib';
import type { ReadFact } from '#domain/document/reading.ts';
import type { Picture } from './picture.ts';
import { readQrCodes } from './qr.ts';
import { toDate, toSex } from './values.ts';

const SIGNATURE_BYTES = 256;

/** The facts of the Secure QR code on an Aadhaar letter or card. The signature is not checked, so the officer still decides. */
export async function readAadhaarQr(picture: Picture): Promise<Record<string, ReadFact> | undefined> {
  const codes = await readQrCodes(picture).catch(() => []);
  for (const code of codes) {
    const facts = decodeSecureQr(code);
    if (facts) return facts;
  }
  return undefined;
}

/** UIDAI's Secure QR: one large decimal number, unfolding to fields parted by 0xFF. It holds the last four digits only. */
export function decodeSecureQr(decimal: string): Record<string, ReadFact> | undefined {
  const fields = unfold(decimal);
  if (!fields) return undefined;
  // Version 2 says so in a first field that version 1 lacks.
  const [, reference = '', name, dob, gender, careOf, ...place] = fields[0] === 'V2' ? fields.slice(1) : fields;
  const [district, landmark, house, location, pincode, postOffice, state, street, subDistrict, town] = place;
  const address = [house, street, landmark, location, town, postOffice, subDistrict, district, state, pincode];
  return asFacts({
    name,
    dob: toDate(dob ?? '', '9999-12-31'),
    gender: toSex(gender ?? ''),
    care_of: careOf,
    address: [...new Set(address.filter(Boolean))].join(', '),
    last4: /^\d{4}/u.exec(reference)?.[0],
  });
}

function unfold(decimal: string): string[] | undefined {
  if (!/^\d{500,8000}$/u.test(decimal)) return undefined;
  const hex = BigInt(decimal).toString(16);
  try {
    const bytes = unzipSync(Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex'), { maxOutputLength: 16_384 });
    const fields = bytes.subarray(0, -SIGNATURE_BYTES).toString('latin1').split('\u00ff').slice(0, 18);
    return fields.length > 15 ? fields : undefined;
  } catch {
    return undefined;
  }
}

function asFacts(values: Readonly<Record<string, string | undefined>>): Record<string, ReadFact> {
  const facts: Record<string, ReadFact> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value) facts[name] = { value, confidence: 0.99, source: 'qr' };
  }
  return facts;
}
