/** The true type of a file that may be kept and shown to an officer, found from its first bytes; absent for all others. */
export function fileTypeOf(bytes: Uint8Array): string | undefined {
  return TYPES.find(({ at, magic }) => magic.every((byte, index) => bytes[at + index] === byte))?.mime;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

// The signatures are those of the formats' own specifications.
const TYPES: readonly { mime: string; at: number; magic: readonly number[] }[] = [
  { mime: 'image/jpeg', at: 0, magic: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', at: 0, magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'application/pdf', at: 0, magic: ascii('%PDF-') },
  { mime: 'image/webp', at: 8, magic: ascii('WEBP') },
  { mime: 'image/heic', at: 4, magic: ascii('ftyphei') },
  { mime: 'image/heic', at: 4, magic: ascii('ftypmif1') },
];
