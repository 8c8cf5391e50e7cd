import type { SparseVector } from './vectors.ts';

/** Linear one-versus-rest classifiers; the weights of one column stand together, one for each class. */
export interface LinearWeights {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const C = 0.5;
const MAX_ROUNDS = 16;
const TOLERANCE = 0.1;

/** Squared-hinge linear SVMs by dual coordinate descent (Hsieh et al. 2008), rarer classes weighing more. The same rows give the same weights. */
export function trainSvm(
  rows: readonly SparseVector[],
  classOf: Uint16Array,
  classes: number,
  columns: number,
): LinearWeights {
  const sizes = new Float64Array(classes);
  for (const each of classOf) sizes[each] = (sizes[each] ?? 0) + 1;
  const squares = Float64Array.from(rows, ({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const weights = new Float32Array(columns * classes);
  const bias = new Float32Array(classes);
  for (let one = 0; one < classes; one += 1) {
    const balance = rows.length / (classes * (sizes[one] || 1));
    const solved = solve(rows, classOf, one, balance, squares, columns);
    for (let column = 0; column < columns; column += 1) weights[column * classes + one] = solved[column] ?? 0;
    bias[one] = solved[columns] ?? 0;
  }
  return { classes, weights, bias };
}

/** One class against the rest. The last weight is the bias. */
function solve(
  rows: readonly SparseVector[],
  classOf: Uint16Array,
  one: number,
  balance: number,
  squares: Float64Array,
  columns: number,
): Float64Array {
  const weights = new Float64Array(columns + 1);
  const duals = new Float64Array(rows.length);
  const random = seeded(one + 1);
  const all = Uint32Array.from(rows.keys());
  let active = all;
  for (let round = 0, whole = true; round < MAX_ROUNDS; round += 1) {
    const visited = whole ? all.slice() : active;
    shuffle(visited, random);
    let largest = 0;
    let kept = 0;
    for (const at of visited) {
      const row = rows[at] as SparseVector;
      const sign = classOf[at] === one ? 1 : -1;
      const softness = 0.5 / (sign > 0 ? C * balance : C);
      const dual = duals[at] as number;
      const slope = sign * dot(weights, row, columns) - 1 + softness * dual;
      // Rows far on the right side are left out until the next round over all rows.
      if (dual === 0 && slope > 0) {
        if (slope < 0.1) visited[kept++] = at;
        continue;
      }
      visited[kept++] = at;
      largest = Math.max(largest, Math.abs(slope));
      const next = Math.max(dual - slope / ((squares[at] as number) + softness), 0);
      duals[at] = next;
      addTo(weights, row, (next - dual) * sign, columns);
    }
    if (whole && largest < TOLERANCE) break;
    whole = largest < TOLERANCE || round % 8 === 7;
    active = visited.slice(0, kept);
  }
  return weights;
}

function dot(weights: Float64Array, { columns, values }: SparseVector, bias: number): number {
  let sum = weights[bias] ?? 0;
  for (let i = 0; i < columns.length; i += 1) sum += (weights[columns[i] as number] as number) * (values[i] as number);
  return sum;
}

function addTo(weights: Float64Array, { columns, values }: SparseVector, by: number, bias: number): void {
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as number;
    weights[column] = (weights[column] as number) + by * (values[i] as number);
  }
  weights[bias] = (weights[bias] ?? 0) + by;
}

function shuffle(list: Uint32Array, random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = list[i] as number;
    list[i] = list[j] as number;
    list[j] = held;
  }
}

/** Mulberry32: a small generator whose numbers are the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
