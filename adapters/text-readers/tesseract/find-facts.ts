import type { ReadFact } from '#domain/document/reading.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import type { FactDefinition, PaperDefinition } from '../paper-definition.ts';
import { contains, fold } from './fuzzy.ts';
import { findLabels, type Label } from './labels.ts';
import { type Cell, cellOf } from './pair.ts';
import { understand } from './values.ts';
import { tidy, toRows, type Word } from './words.ts';

export type Facts = Record<string, ReadFact>;

interface Page {
  readonly words: readonly Word[];
  readonly rows: readonly (readonly Word[])[];
  readonly labels: readonly Label[];
}

const MORE_LINES = { address: 4, text: 1, name: 0, date: 0, sex: 0, number: 0 } as const;
/** A value without a label of its own is a little less sure. */
const UNLABELLED = 0.9;

/** Everything that the words of one page tell about a paper of this type. */
export function findFacts(all: readonly Word[], paper: PaperDefinition, today: IsoDate, source: 'ocr' | 'text'): Facts {
  const words = tidy(all);
  const rows = toRows(words);
  const page: Page = { words, rows, labels: findLabels(rows, paper) };
  const facts: Facts = {};
  for (const fact of paper.facts) {
    const found =
      fromLabel(page, fact, today) ??
      fromHeading(page, fact, today) ??
      fromAbove(page, fact, paper, today) ??
      fromAnywhere(page, fact, today);
    if (found) facts[fact.name] = { ...found, confidence: Math.round(found.confidence * 100) / 100, source };
  }
  return facts;
}

type Found = Omit<ReadFact, 'source'>;

function fromLabel({ labels, words }: Page, fact: FactDefinition, today: IsoDate): Found | undefined {
  const own = labels.filter((label) => label.fact === fact.name);
  for (const label of own.toSorted((a, b) => b.likeness - a.likeness)) {
    const cell = cellOf(label, labels, words, MORE_LINES[fact.kind]);
    for (const text of readings(cell, fact)) {
      const value = understand(text, fact, today);
      if (value !== undefined) return { value, confidence: sureness(cell, value) * label.likeness };
    }
  }
  return undefined;
}

/** What a cell may mean: for names and dates each line by itself, the Latin one first; otherwise all lines as one. */
function readings(cell: Cell, { kind }: FactDefinition): string[] {
  const lines = cell.map((line) => line.map((word) => word.text).join(' '));
  if (kind === 'address' || kind === 'text') return [latinOnly(lines).join(' ')];
  return [...latinOnly(lines), ...lines];
}

/** A value printed in both scripts is kept in Latin letters, which registers use; one in Hindi alone stays Hindi. */
function latinOnly(lines: readonly string[]): readonly string[] {
  const latin = lines.filter((line) => (line.match(/\p{Script=Latin}/gu)?.length ?? 0) > line.length / 3);
  return latin.length > 0 ? latin : lines;
}

function fromHeading({ rows }: Page, fact: FactDefinition, today: IsoDate): Found | undefined {
  for (const row of rows.slice(0, Math.max(6, rows.length / 3))) {
    const text = row.map((word) => word.text).join(' ');
    if (!fact.heading?.some((word) => contains(fold(text), fold(word)))) continue;
    const value = understand(text, fact, today);
    if (value !== undefined) return { value, confidence: sureness([row], value) * UNLABELLED };
  }
  return undefined;
}

function fromAbove(
  { rows, labels }: Page,
  fact: FactDefinition,
  paper: PaperDefinition,
  today: IsoDate,
): Found | undefined {
  const anchor = fact.above === undefined ? undefined : labels.find((label) => label.fact === fact.above);
  if (!anchor || !paper.facts.some(({ name }) => name === fact.above)) return undefined;
  const above = rows.filter((row) => row.every((word) => word.y1 < anchor.y0 + (anchor.y1 - anchor.y0) / 2));
  for (const row of above.toReversed().slice(0, 2)) {
    const text = row.map((word) => word.text).join(' ');
    const value = /\p{Script=Latin}{3}/u.test(text) ? understand(text, fact, today) : undefined;
    if (value !== undefined) return { value, confidence: sureness([row], value) * UNLABELLED };
  }
  return undefined;
}

function fromAnywhere({ rows }: Page, fact: FactDefinition, today: IsoDate): Found | undefined {
  if (!fact.anywhere) return undefined;
  for (const row of rows) {
    const value = understand(row.map((word) => word.text).join(' '), fact, today);
    if (value !== undefined) return { value, confidence: sureness([row], value) * UNLABELLED };
  }
  return undefined;
}

/** The least sure word that went into the value counts. */
function sureness(cell: Cell, value: string): number {
  const kept = fold(value);
  const words = cell.flat().filter((word) => fold(word.text) !== '');
  const used = words.filter((word) => kept.includes(fold(word.text)));
  return Math.min(...(used.length > 0 ? used : words).map((word) => word.confidence));
}
