import type { Choice } from './message.ts';
import { choice } from './turn.ts';

/** Rows of the longest list that a channel can show. */
const LIST_ROWS = 10;

/** As many choices as fit into one list; where more are left, a row shows them. `always` stand last in each. */
export function oneListOf(
  choices: readonly Choice[],
  from: number | undefined,
  more: (from: number) => string,
  always: readonly Choice[] = [],
): readonly Choice[] {
  const rows = LIST_ROWS - always.length;
  if (choices.length <= rows) return [...choices, ...always];
  const start = from !== undefined && from < choices.length ? from : 0;
  const shown = choices.slice(start, start + rows - 1);
  const next = start + shown.length < choices.length ? start + shown.length : 0;
  return [...shown, choice(more(next), 'menu.more'), ...always];
}
