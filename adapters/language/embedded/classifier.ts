import type { Counts, Profile } from './features.ts';
import { trainSvm } from './svm.ts';
import { learnVocabulary, type SparseVector, type Vocabulary, vectorOf, vocabularyOf } from './vectors.ts';

export interface Example {
  readonly features: readonly Counts[];
  readonly label: string;
}

/** Everything that a trained classifier is, as plain arrays that go to a file as they are. */
export interface ClassifierData {
  readonly profile: Profile;
  readonly labels: readonly string[];
  readonly unseen: number;
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  /** By column, then by label. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** The training rows, sorted by label, or none when likeness is not asked for; `labelEnds` tells where each label's rows end, `rowEnds` where each row's values end. */
  readonly labelEnds: Uint32Array;
  readonly rowEnds: Uint32Array;
  readonly rowColumns: Uint32Array;
  readonly rowValues: Float32Array;
}

export interface Ranked {
  readonly label: string;
  /** Signed distance from the label's border: 1 and more is sure, below -1 surely not. */
  readonly value: number;
}

export interface Verdict {
  /** Best first; all labels that were allowed. */
  readonly ranked: readonly Ranked[];
  /** Cosine to the nearest training row of the best label; 0 when no rows were kept. */
  readonly nearest: number;
}

export function trainClassifier(examples: readonly Example[], profile: Profile, keepRows = true): ClassifierData {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const sorted = labels.flatMap((label) => examples.filter((example) => example.label === label));
  const vocabulary = learnVocabulary(
    sorted.map(({ features }) => features),
    profile,
  );
  const rows = sorted.map(({ features }) => vectorOf(features, vocabulary));
  const classOf = Uint16Array.from(sorted, ({ label }) => labels.indexOf(label));
  const { weights, bias } = trainSvm(rows, classOf, labels.length, vocabulary.hashes.length);
  return {
    profile,
    labels,
    unseen: vocabulary.unseen,
    hashes: vocabulary.hashes,
    rarity: vocabulary.rarity,
    weights,
    bias,
    labelEnds: Uint32Array.from(labels, (_, at) => (keepRows ? classOf.lastIndexOf(at) + 1 : 0)),
    ...packed(keepRows ? rows : []),
  };
}

function packed(rows: readonly SparseVector[]): Pick<ClassifierData, 'rowEnds' | 'rowColumns' | 'rowValues'> {
  let end = 0;
  const rowEnds = Uint32Array.from(rows, ({ columns }) => {
    end += columns.length;
    return end;
  });
  const rowColumns = new Uint32Array(end);
  const rowValues = new Float32Array(end);
  rows.forEach(({ columns, values }, at) => {
    rowColumns.set(columns, at === 0 ? 0 : rowEnds[at - 1]);
    rowValues.set(values, at === 0 ? 0 : rowEnds[at - 1]);
  });
  return { rowEnds, rowColumns, rowValues };
}

export class Classifier {
  private readonly data: ClassifierData;
  private readonly vocabulary: Vocabulary;
  /** Scratch space: the message's values by column, all zero between calls. */
  private readonly spread: Float32Array;

  constructor(data: ClassifierData) {
    this.data = data;
    this.vocabulary = vocabularyOf(data.profile, data.hashes, data.rarity, data.unseen);
    this.spread = new Float32Array(data.hashes.length);
  }

  classify(features: readonly Counts[], isAllowed: (label: string) => boolean = () => true): Verdict {
    const vector = vectorOf(features, this.vocabulary);
    const values = this.valuesOf(vector);
    const ranked = this.data.labels
      .map((label, at) => ({ label, at, value: values[at] ?? 0 }))
      .filter(({ label }) => isAllowed(label))
      .sort((one, other) => other.value - one.value);
    const best = ranked[0];
    return { ranked, nearest: best ? this.nearestOf(vector, best.at) : 0 };
  }

  private valuesOf({ columns, values }: SparseVector): Float64Array {
    const { labels, weights, bias } = this.data;
    const sums = Float64Array.from(bias);
    for (let i = 0; i < columns.length; i += 1) {
      const from = (columns[i] as number) * labels.length;
      const value = values[i] as number;
      for (let label = 0; label < labels.length; label += 1)
        sums[label] = (sums[label] as number) + value * (weights[from + label] as number);
    }
    return sums;
  }

  private nearestOf({ columns, values }: SparseVector, label: number): number {
    const { labelEnds, rowEnds, rowColumns, rowValues } = this.data;
    if (rowEnds.length === 0) return 0;
    for (let i = 0; i < columns.length; i += 1) this.spread[columns[i] as number] = values[i] as number;
    let nearest = 0;
    for (let row = label === 0 ? 0 : (labelEnds[label - 1] as number); row < (labelEnds[label] as number); row += 1) {
      let cosine = 0;
      for (let i = row === 0 ? 0 : (rowEnds[row - 1] as number); i < (rowEnds[row] as number); i += 1)
        cosine += (this.spread[rowColumns[i] as number] as number) * (rowValues[i] as number);
      nearest = Math.max(nearest, cosine);
    }
    for (const column of columns) this.spread[column] = 0;
    return nearest;
  }
}
