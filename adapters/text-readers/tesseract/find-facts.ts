import type { ReadFact } from '#domain/document/reading.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import type { FactDefinition, PaperDefinition, ValueKind } from '../paper-definition.ts';
import { contains, fold } from './fuzzy.ts';
import { findLabels, type Label } from './labels.ts';
import { besideBox, type Cell, cellOf, type MoreLines } from './pair.ts';
import { understand } from './values.ts';
import { type Box, tidy, toRows, type Word } from './words.ts';

export type Facts = Record<string, ReadFact>;

interface Page {
  readonly words: readonly Word[];
  readonly rows: readonly (readonly Word[])[];
  readonly labels: readonly Label[];
}

const MORE_LINES: Readonly<Partial<Record<ValueKind, MoreLines>>> = {
  address: { lines: 4, gap: 2 },
  text: { lines: 1, gap: 1.4 },
};
const ONE_LINE: MoreLines = { lines: 0, gap: 0 };
/** Less than this is worth a second look. */
export const DOUBTFUL = 0.6;
/** Less than this is a guess, and worse than nothing. */
const NO_GUESS = 0.35;
/** A value without a label of its own is a little less sure. */
const UNLABELLED = 0.9;

/** Everything that the words of one page tell about a paper of this type. */
export function findFacts(all: readonly Word[], paper: PaperDefinition, today: IsoDate, source: 'ocr' | 'text'): Facts {
  const words = tidy(all);
  const rows = toRows(words);
  const page: Page = { words, rows, labels: findLabels(rows, paper) };
  const titles = paper.keywords.map(fold);
  const facts: Facts = {};
  for (const fact of paper.facts) {
    const found =
      fromLabel(page, fact, today) ??
      fromHeading(page, fact, titles, today) ??
      fromAbove(page, fact, paper, today) ??
      fromAnywhere(page, fact, today);
    if (found && found.confidence >= NO_GUESS)
      facts[fact.name] = { ...found, confidence: Math.round(found.confidence * 100) / 100, source };
  }
  return facts;
}

type Found = Omit<ReadFact, 'source'>;

function fromLabel({ labels, words }: Page, fact: FactDefinition, today: IsoDate): Found | undefined {
  const own = labels.filter((label) => label.fact === fact.name);
  for (const label of own.toSorted((a, b) => b.words.length - a.words.length || b.likeness - a.likeness)) {
    const cell = trusted(cellOf(label, labels, words, MORE_LINES[fact.kind] ?? ONE_LINE));
    for (const text of readings(cell, fact)) {
      const value = understand(text, fact, today);
      if (value !== undefined) return { value, confidence: sureness(cell, value) * label.likeness };
    }
  }
  return undefined;
}

/** Among words that were read well, those read badly are smudges and lines. */
function trusted(cell: Cell): Cell {
  if (!cell.flat().some(({ confidence }) => confidence > 0.75)) return cell;
  return cell.map((line) => line.filter(({ confidence }) => confidence > 0.4)).filter((line) => line.length > 0);
}

/** Where the values stand whose labels were seen but whose own words were not, to be looked at again one by one. */
export function missedCells(
  all: readonly Word[],
  paper: PaperDefinition,
  facts: Facts,
): { fact: FactDefinition; box: Box }[] {
  const labels = findLabels(toRows(tidy(all)), paper);
  return paper.facts
    .filter(({ name }) => (facts[name]?.confidence ?? 0) < DOUBTFUL)
    .flatMap((fact) => {
      const label = labels.find((each) => each.fact === fact.name);
      return label ? [{ fact, box: besideBox(label, labels) }] : [];
    });
}

/** The value of one cell, read by itself. */
export function factOfCell(words: readonly Word[], fact: FactDefinition, today: IsoDate): ReadFact | undefined {
  const cell = trusted([tidy(words)]);
  const value = understand(
    cell
      .flat()
      .map((word) => word.text)
      .join(' '),
    fact,
    today,
  );
  const confidence = value === undefined ? 0 : sureness(cell, value);
  return value !== undefined && confidence > 0.5 ? { value, confidence, source: 'ocr' } : undefined;
}

/** What a cell may mean: for names and dates each line by itself, the Latin one first; otherwise all lines as one. */
function readings(cell: Cell, { kind }: FactDefinition): string[] {
  const lines = cell.map((line) => line.map((word) => word.text).join(' '));
  if (kind === 'address' || kind === 'text') return [latinOnly(lines).join(' ')];
  return [...latinOnly(lines), ...lines];
}

/** A value printed in both scripts is kept in Latin letters, which registers use; one in Hindi alone stays Hindi. */
function latinOnly(lines: readonly string[]): readonly string[] {
  const count = (line: string, script: RegExp): number => line.match(script)?.length ?? 0;
  if (!lines.some((line) => count(line, /\p{Script=Latin}/gu) > line.length / 3)) return lines;
  const latin = lines.filter((line) => count(line, /\p{Script=Latin}/gu) >= count(line, /\p{Script=Devanagari}/gu));
  return latin.length > 0 ? latin : lines;
}

/** The paper's own title is not the hospital's name, whatever word it contains. */
function fromHeading(
  { rows }: Page,
  fact: FactDefinition,
  titles: readonly string[],
  today: IsoDate,
): Found | undefined {
  for (const row of rows.slice(0, Math.max(6, rows.length / 3))) {
    const text = row.map((word) => word.text).join(' ');
    const folded = fold(text);
    if (!fact.heading?.some((word) => contains(folded, fold(word)))) continue;
    if (titles.some((title) => contains(folded, title) && title.length > folded.length / 2)) continue;
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
