import type { ClassifierData } from './classifier.ts';
import type { Model } from './train.ts';

/** Changes whenever the features, the training or this layout do; a file of another version is not read. */
export const MODEL_VERSION = 1;

const MAGIC = 'EKSLANG';
const ARRAYS = {
  hashes: Uint32Array,
  rarity: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  labelEnds: Uint32Array,
  rowEnds: Uint32Array,
  rowColumns: Uint32Array,
  rowValues: Float32Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const arrayNames = Object.keys(ARRAYS) as ArrayName[];
const HEADS = ['intents', 'acts'] as const;

/** One file: a line of JSON with everything small and the lengths of the arrays, padded to four bytes, then the arrays one after the other. */
export function encodeModel(model: Model): Uint8Array {
  const arrays = HEADS.flatMap((head) => arrayNames.map((name) => model[head][name]));
  const header = JSON.stringify({
    magic: MAGIC,
    version: MODEL_VERSION,
    lengths: arrays.map(({ length }) => length),
    model: { ...model, ...Object.fromEntries(HEADS.map((head) => [head, small(model[head])])) },
  });
  const line = Buffer.from(`${header}\n`);
  const padding = Buffer.alloc((4 - (line.length % 4)) % 4, 0x20);
  return Buffer.concat([
    padding,
    line,
    ...arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  ]);
}

const small = ({ profile, labels, unseen }: ClassifierData) => ({ profile, labels, unseen });

/** The model in the file; undefined when it is none, cut short, or of another version. */
export function decodeModel(file: Uint8Array): Model | undefined {
  const end = file.indexOf(0x0a) + 1;
  const header = end > 0 ? parse(Buffer.from(file.subarray(0, end)).toString('utf8')) : undefined;
  if (header?.magic !== MAGIC || header.version !== MODEL_VERSION) return undefined;
  if (file.length !== end + 4 * header.lengths.reduce((sum, length) => sum + length, 0)) return undefined;
  // A copy starts at an address that typed arrays can be laid over.
  const { buffer } = Uint8Array.from(file.subarray(end));
  let at = 0;
  const heads = HEADS.map((head, number) => {
    const arrays = arrayNames.map((name, i) => {
      const length = header.lengths[number * arrayNames.length + i] ?? 0;
      const array = new ARRAYS[name](buffer, at, length);
      at += length * 4;
      return [name, array] as const;
    });
    return [head, { ...header.model[head], ...Object.fromEntries(arrays) }] as const;
  });
  return { ...header.model, ...Object.fromEntries(heads) };
}

interface Header {
  readonly magic: string;
  readonly version: number;
  readonly lengths: readonly number[];
  readonly model: Model;
}

function parse(text: string): Header | undefined {
  try {
    return JSON.parse(text) as Header;
  } catch {
    return undefined;
  }
}
