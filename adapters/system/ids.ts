import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '#application/ports/out/ids.ts';

// Without 0 and O, 1, I and L, 5 and S, 8 and B, 2 and Z, which are mistaken for each other when read out.
const LETTERS = '34679ACDEFGHJKMNPQRTUVWXY';

export const randomIds: Ids = {
  next: uuidV7,
  digits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
  code: (length) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
};

/** RFC 9562, section 5.7: 48 bits of milliseconds, then chance; such ids are stored near their time. */
function uuidV7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
