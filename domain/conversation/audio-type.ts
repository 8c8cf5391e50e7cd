export interface AudioType {
  readonly mime: string;
  readonly extension: string;
}

/** The true type of a recording, found from its first bytes; absent for all that is not sound we can have read. */
export function audioTypeOf(bytes: Uint8Array): AudioType | undefined {
  return TYPES.find(({ at, magic }) => magic.every((byte, index) => bytes[at + index] === byte))?.type;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const mp3 = { mime: 'audio/mpeg', extension: 'mp3' };

// The signatures are those of the formats' own specifications.
const TYPES: readonly { type: AudioType; at: number; magic: readonly number[] }[] = [
  { type: { mime: 'audio/ogg', extension: 'ogg' }, at: 0, magic: ascii('OggS') },
  { type: { mime: 'audio/mp4', extension: 'm4a' }, at: 4, magic: ascii('ftyp') },
  { type: { mime: 'audio/amr', extension: 'amr' }, at: 0, magic: ascii('#!AMR') },
  { type: { mime: 'audio/wav', extension: 'wav' }, at: 8, magic: ascii('WAVE') },
  { type: { mime: 'audio/webm', extension: 'webm' }, at: 0, magic: [0x1a, 0x45, 0xdf, 0xa3] },
  { type: mp3, at: 0, magic: ascii('ID3') },
  ...[0xfb, 0xfa, 0xf3, 0xf2].map((second) => ({ type: mp3, at: 0, magic: [0xff, second] })),
];
