import type { PaperProblem } from '#domain/document/reading.ts';
import type { Picture } from './picture.ts';
import type { Word } from './words.ts';

/** A photograph from a phone has 12 to 50 million pixels, of which a paper needs few. */
export const MAX_PIXELS = 40e6;

/** One page to read. `words` are those that a PDF carries as text; `isScan` means no camera was in between. */
export interface Page {
  readonly picture: Picture;
  readonly words: readonly Word[];
  readonly isScan: boolean;
}

/** Why a file cannot be opened; caught by the one who opens it, never seen outside. */
export class Unusable extends Error {
  readonly problem: PaperProblem;
  constructor(problem: PaperProblem) {
    super(problem);
    this.problem = problem;
  }
}
