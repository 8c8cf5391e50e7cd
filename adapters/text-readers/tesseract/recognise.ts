import type { PaperDefinition } from '../paper-definition.ts';
import { contains, fold } from './fuzzy.ts';
import { toRows, type Word } from './words.ts';

/** How many of the document type's own phrases stand on the page. */
export function votes(words: readonly Word[], paper: PaperDefinition): number {
  const rows = toRows(words).map((row) => fold(row.map((word) => word.text).join('')));
  return paper.keywords.filter((keyword) => rows.some((row) => contains(row, fold(keyword)))).length;
}

/** The document types that would do, with choices such as an identity proof resolved into what they allow. */
export function resolve(expected: readonly string[], papers: readonly PaperDefinition[]): string[] {
  const all = expected.flatMap((type) => papers.find((paper) => paper.type === type)?.anyOf ?? [type]);
  return [...new Set(all)];
}
