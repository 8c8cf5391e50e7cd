import type { Label } from './labels.ts';
import { around, type Box, heightOf, middleOf, toRows, usualHeight, type Word } from './words.ts';

/** How many lines a value may go on for, and how far apart they may be, in heights of a capital letter. */
export interface MoreLines {
  readonly lines: number;
  readonly gap: number;
}

/** Words that belong to a label, line by line. */
export type Cell = readonly (readonly Word[])[];

/** The value of a label: right of it on its own lines; where nothing stands there, on the line below. */
export function cellOf(label: Label, labels: readonly Label[], words: readonly Word[], more: MoreLines): Cell {
  const free = words.filter((word) => !labels.some((each) => each.words.includes(word)));
  const beside = besideLabel(label, labels, free);
  const found = beside.length > 0 ? beside : belowLabel(label, labels, free);
  return found.length > 0 ? goOn(found, labels, free, more) : [];
}

/** The space right of a label, up to the next one; as wide as it may be, the page's edge cuts it. */
export function besideBox(label: Label, labels: readonly Label[]): Box {
  const height = lineHeight(label);
  const x1 = nextBeside(label, labels) - height * 0.3;
  return { x0: label.x1 + height * 0.3, x1, y0: label.y0 - height * 0.5, y1: label.y1 + height * 0.6 };
}

const nextBeside = (label: Label, labels: readonly Label[]): number =>
  labels
    .filter((other) => other !== label && other.x0 >= label.x1 && sharesLine(other, label))
    .reduce((edge, other) => Math.min(edge, other.x0), Number.POSITIVE_INFINITY);

const lineHeight = (label: Label): number => usualHeight(label.words);

function besideLabel(label: Label, labels: readonly Label[], free: readonly Word[]): Word[][] {
  const height = lineHeight(label);
  const next = nextBeside(label, labels);
  const inside = free.filter(
    (word) =>
      word.x0 >= label.x1 - height * 0.3 &&
      word.x1 <= next + height * 0.3 &&
      middleOf(word) > label.y0 - height * 0.3 &&
      middleOf(word) < label.y1 + height * 0.3,
  );
  return toRows(inside).filter(hasText);
}

const sharesLine = (a: Box, b: Box): boolean =>
  Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.3 * Math.min(heightOf(a), heightOf(b));

function belowLabel(label: Label, labels: readonly Label[], free: readonly Word[]): Word[][] {
  const height = lineHeight(label);
  const next = labels
    .filter((other) => other !== label && other.x0 > label.x0 + height && sharesLine(other, label))
    .reduce((edge, other) => Math.min(edge, other.x0), label.x1 + 12 * height);
  const within = (box: Box): boolean =>
    box.x0 > label.x0 - height && box.x0 < next - height * 0.3 && box.y0 > label.y1 - height * 0.3;
  const inside = free.filter((word) => within(word) && word.y0 < label.y1 + 2.5 * height);
  const [first] = toRows(inside).filter(hasText);
  if (!first) return [];
  const blocked = labels.some((other) => within(other) && other.y0 < around(first).y1 && other.x0 < label.x1);
  return blocked ? [] : [first];
}

/** A value that did not fit on one line goes on right below its beginning, unless a label stands there. */
function goOn(
  cell: Word[][],
  labels: readonly Label[],
  free: readonly Word[],
  { lines: most, gap }: MoreLines,
): Word[][] {
  const lines = [...cell];
  for (let i = 0; i < most; i += 1) {
    const last = around(lines.at(-1) ?? []);
    const height = usualHeight(lines.at(-1) ?? []);
    const begin = around(lines.flat()).x0;
    const used = new Set(lines.flat());
    const rows = toRows(free.filter((word) => !used.has(word) && word.y0 > last.y0 + 0.5 * height)).filter(hasText);
    const next = rows
      .map((row) => row.filter((word) => word.x0 > begin - height))
      .find((row) => row[0] && Math.abs(row[0].x0 - begin) < 1.5 * height && around(row).y0 - last.y1 < gap * height);
    if (!next || labels.some((label) => sharesLine(label, around(next)))) break;
    lines.push(next);
  }
  return lines;
}

const hasText = (row: readonly Word[]): boolean => row.some((word) => /[\p{L}\p{N}]/u.test(word.text));
