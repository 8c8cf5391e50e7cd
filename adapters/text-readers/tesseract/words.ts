/** A rectangle on the page, in pixels. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A word as it stands on the page. */
export interface Word extends Box {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export const heightOf = (box: Box): number => box.y1 - box.y0;
export const middleOf = (box: Box): number => (box.y0 + box.y1) / 2;

export const around = (boxes: readonly Box[]): Box => ({
  x0: Math.min(...boxes.map((box) => box.x0)),
  y0: Math.min(...boxes.map((box) => box.y0)),
  x1: Math.max(...boxes.map((box) => box.x1)),
  y1: Math.max(...boxes.map((box) => box.y1)),
});

/** Words of one printed line, from left to right, whatever table cells they stand in. */
export function toRows(words: readonly Word[]): Word[][] {
  const rows: Word[][] = [];
  // From the left, each word goes on the row whose rightmost word it overlaps most: this follows a slight slope.
  for (const word of words.toSorted((a, b) => a.x0 - b.x0)) {
    let best: { row: Word[]; share: number } | undefined;
    for (const row of rows) {
      const last = row.at(-1);
      const share = last ? overlap(last, word) : 0;
      if (share > (best?.share ?? 0.5)) best = { row, share };
    }
    if (best) best.row.push(word);
    else rows.push([word]);
  }
  return rows.toSorted((a, b) => middleOf(around(a)) - middleOf(around(b)));
}

/** How much two boxes share of the lower one's height, 0 to 1. */
function overlap(a: Box, b: Box): number {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return shared / Math.max(1, Math.min(heightOf(a), heightOf(b)));
}

/** The usual height of a line's words. */
export function usualHeight(words: readonly Word[]): number {
  const heights = words.map(heightOf).toSorted((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** `Name:Asha` becomes two words; a time such as 10:45 stays one. Marks and flat "words" that table rules leave behind go. */
export function tidy(words: readonly Word[]): Word[] {
  const flat = 0.4 * usualHeight(words.filter((word) => word.confidence > 0.6 && /[\p{L}\p{N}]/u.test(word.text)));
  return words
    .flatMap(splitAtColon)
    .filter((word) => word.confidence > 0.15 && /[\p{L}\p{N}:/&]/u.test(word.text))
    .filter((word) => heightOf(word) > flat || /^[:/]$/u.test(word.text));
}

function splitAtColon(word: Word): Word[] {
  const parts = /^(.*?[^\d\s]\s*[:：])(.+)$/u.exec(word.text);
  if (!parts) return [word];
  const [, label = '', rest = ''] = parts;
  const cut = word.x0 + ((word.x1 - word.x0) * label.length) / word.text.length;
  return [
    { ...word, text: label, x1: cut },
    { ...word, text: rest, x0: cut },
  ];
}
