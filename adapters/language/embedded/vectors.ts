import { type Counts, channelWeights, type Profile } from './features.ts';

/** Known features: the column and the rarity (IDF) of each. */
export interface Vocabulary {
  readonly profile: Profile;
  /** Hash of the feature in each column. */
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  readonly columns: ReadonlyMap<number, number>;
  /** Rarity that a feature never seen before is given: it has no column, but makes the known part of the text weigh less. */
  readonly unseen: number;
}

export interface SparseVector {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** With so many texts, a feature of a single one tells nothing of others and counts as unseen. */
const MANY_TEXTS = 1500;

export function learnVocabulary(texts: readonly (readonly Counts[])[], profile: Profile): Vocabulary {
  const seenIn = new Map<number, number>();
  for (const channels of texts)
    for (const counts of channels) for (const hash of counts.keys()) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1);
  const kept = [...seenIn].filter(([, seen]) => seen > 1 || texts.length < MANY_TEXTS).map(([hash]) => hash);
  const hashes = Uint32Array.from(kept).sort();
  const rarityOf = (seen: number): number => Math.log((1 + texts.length) / (1 + seen)) + 1;
  return vocabularyOf(
    profile,
    hashes,
    Float32Array.from(hashes, (hash) => rarityOf(seenIn.get(hash) ?? 0)),
    rarityOf(0),
  );
}

export function vocabularyOf(profile: Profile, hashes: Uint32Array, rarity: Float32Array, unseen: number): Vocabulary {
  const columns = new Map<number, number>();
  hashes.forEach((hash, column) => {
    columns.set(hash, column);
  });
  return { profile, hashes, rarity, columns, unseen };
}

/** Sublinear TF-IDF, each channel of length one times its weight, the whole of length one. */
export function vectorOf(channels: readonly Counts[], vocabulary: Vocabulary): SparseVector {
  const columns: number[] = [];
  const values: number[] = [];
  const weights = channelWeights(vocabulary.profile);
  let whole = 0;
  channels.forEach((counts, channel) => {
    const from = columns.length;
    let square = 0;
    for (const [hash, count] of counts) {
      const column = vocabulary.columns.get(hash);
      const value =
        (1 + Math.log(count)) * (column === undefined ? vocabulary.unseen : (vocabulary.rarity[column] ?? 0));
      square += value * value;
      if (column !== undefined) {
        columns.push(column);
        values.push(value);
      }
    }
    if (square === 0) return;
    const scale = (weights[channel] ?? 0) / Math.sqrt(square);
    for (let i = from; i < values.length; i += 1) values[i] = (values[i] ?? 0) * scale;
    whole += (weights[channel] ?? 0) ** 2;
  });
  const length = Math.sqrt(whole) || 1;
  return { columns: Uint32Array.from(columns), values: Float32Array.from(values, (value) => value / length) };
}
