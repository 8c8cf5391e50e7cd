import type { PaperDefinition } from '../paper-definition.ts';
import { allowance, distance, fold } from './fuzzy.ts';
import { around, type Box, heightOf, usualHeight, type Word } from './words.ts';

/** A label found on the page. `fact` is undefined for labels of things nobody asks for. */
export interface Label extends Box {
  readonly fact: string | undefined;
  /** How exactly it was read, 0 to 1. */
  readonly likeness: number;
  readonly words: readonly Word[];
}

interface Wanted {
  readonly fact: string | undefined;
  readonly folded: string;
  readonly single: boolean;
}

interface Candidate extends Wanted {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

const LONGEST_LABEL = 8;

/** Every label of the document type on the page, in English and Hindi, one box for wordings that stand together. */
export function findLabels(rows: readonly (readonly Word[])[], paper: PaperDefinition): Label[] {
  const wanted = [
    ...paper.facts.flatMap((fact) => fact.labels.map((label) => want(fact.name, label))),
    ...(paper.otherLabels ?? []).map((label) => want(undefined, label)),
  ];
  return withoutDoubles(join(rows.flatMap((row) => labelsOfRow(row, wanted))));
}

/** Where a full label stands, the same fact's bare word elsewhere is part of some value: `Place of birth   Hospital: …`. */
const withoutDoubles = (labels: readonly Label[]): Label[] =>
  labels.filter(
    ({ fact, words }) =>
      fact === undefined || words.length > 1 || !labels.some((other) => other.fact === fact && other.words.length > 1),
  );

const want = (fact: string | undefined, label: string): Wanted => ({
  fact,
  folded: fold(label),
  single: !label.trim().includes(' '),
});

function labelsOfRow(row: readonly Word[], wanted: readonly Wanted[]): Label[] {
  const height = usualHeight(row);
  const taken: Candidate[] = [];
  const ranked = candidates(row, wanted).toSorted(
    (a, b) => b.folded.length - 3 * b.errors - (a.folded.length - 3 * a.errors),
  );
  // A candidate may stand right after another that is found later in the ranking, so go round until nothing is added.
  for (let found = true; found; ) {
    found = false;
    for (const candidate of ranked) {
      if (taken.some((other) => candidate.start < other.end && other.start < candidate.end)) continue;
      if (!opens(row, candidate.start, height, taken) || !closes(row, candidate, height, taken)) continue;
      taken.push(candidate);
      found = true;
      break;
    }
  }
  return taken.map(({ fact, start, end, errors, folded }) => {
    const words = row.slice(start, end);
    return { fact, words, likeness: 1 - errors / folded.length, ...around(words) };
  });
}

function candidates(row: readonly Word[], wanted: readonly Wanted[]): Candidate[] {
  const folded = row.map((word) => fold(word.text));
  const found: Candidate[] = [];
  for (let start = 0; start < row.length; start += 1) {
    if (folded[start] === '') continue;
    for (let end = start + 1; end <= Math.min(row.length, start + LONGEST_LABEL); end += 1) {
      const text = folded.slice(start, end).join('');
      for (const each of wanted) {
        const limit = allowance(each.folded.length);
        const errors = distance(text, each.folded, limit);
        if (errors <= limit) found.push({ ...each, start, end, errors });
      }
    }
  }
  return found;
}

/** A label begins its cell: first on the line, after a wide gap, a mark, an item number or another label. */
function opens(row: readonly Word[], start: number, height: number, taken: readonly Candidate[]): boolean {
  const before = row[start - 1];
  const first = row[start];
  if (!before || !first) return true;
  return (
    first.x0 - before.x1 > height ||
    /[:/)(|.\-–]$/u.test(before.text) ||
    /^\(?[\divx]{1,3}[.)]?$/iu.test(before.text) ||
    taken.some((other) => other.end === start)
  );
}

/** A label of one word is also an ordinary word, so it must visibly end: by a colon, a gap, a stroke, or the line. */
function closes(row: readonly Word[], candidate: Candidate, height: number, taken: readonly Candidate[]): boolean {
  if (!candidate.single) return true;
  const last = row[candidate.end - 1];
  const next = row[candidate.end];
  if (!last || !next) return true;
  return (
    next.x0 - last.x1 > height ||
    /[:/\-–]$/u.test(last.text) ||
    /^[:/(\-–]/u.test(next.text) ||
    taken.some((other) => other.start === candidate.end)
  );
}

/** The Hindi and the English wording of one label, beside or below each other, are one label. */
function join(labels: readonly Label[]): Label[] {
  const joined: Label[] = [];
  for (const label of labels) {
    const at = joined.findIndex(
      (other) => other.fact !== undefined && other.fact === label.fact && isNear(other, label),
    );
    const other = joined[at];
    if (!other) joined.push(label);
    else {
      const words = [...other.words, ...label.words];
      joined[at] = { fact: label.fact, words, likeness: Math.max(other.likeness, label.likeness), ...around(words) };
    }
  }
  return joined;
}

function isNear(a: Box, b: Box): boolean {
  const height = Math.min(heightOf(a), heightOf(b));
  const apart = (from: number, to: number): number => Math.max(0, to - from);
  const sideways = Math.max(apart(a.x1, b.x0), apart(b.x1, a.x0));
  const downwards = Math.max(apart(a.y1, b.y0), apart(b.y1, a.y0));
  return sideways < 2 * height && downwards < 2.2 * height;
}
