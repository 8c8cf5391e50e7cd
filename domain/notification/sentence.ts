/** A sentence with its gaps open, and what fills them here: by it a text is compared with the one that was registered. */
export interface Sentence {
  /** Absent where somebody's own words are said. */
  readonly key?: string;
  /** `{{amount}} are to be paid.` */
  readonly wording: string;
  readonly values: Readonly<Record<string, string>>;
  /** Its wording where it follows another in the same message, as a menu needs no heading below a question. */
  readonly after?: string;
}

/** A gap of ours, or as it stands with an operator (DLT): `{#var#}`, or with what it may hold, `{#url#}`. Several in a row are one. */
const GAPS = /((?:\{\{\w+\}\}|\{#\w+#\})+)/;

/** Fixed words and gaps in turn; the first and the last are words, perhaps none. */
const cut = (text: string): readonly string[] => text.split(GAPS);

/** The words that are the same whoever reads them. */
export const fixedWords = (text: string): readonly string[] => cut(text).filter((_, i) => i % 2 === 0);

/** Alike for a sentence and for the text by which it is registered. */
export const skeletonOf = (text: string): string => fixedWords(text).join('{}');

/** Nobody registers a text that is nothing but what fills it. */
export const hasOwnWords = (text: string): boolean => /\p{L}/u.test(fixedWords(text).join(''));

const ENDED = /[.?!:…।؟۔][”"’»⁩]*(?:\s|$)|\{\{\w+\}\}/u;

/** Ends somewhere in a mark, or has gaps; all else are names, and words for buttons and lists. */
export const isSentence = (wording: string): boolean => hasOwnWords(wording) && ENDED.test(wording);

/** What fills the gaps of a wording, in order. */
export const valuesIn = (wording: string, values: Readonly<Record<string, string>>): readonly string[] =>
  cut(wording)
    .filter((_, i) => i % 2 === 1)
    .map((gaps) => [...gaps.matchAll(/\w+/g)].map(([name]) => values[name] ?? '').join(''));

/** The registered text with its gaps filled; absent when something is longer than its gaps may hold. */
export function filled(registered: string, values: readonly string[], longestGap: number): string | undefined {
  const parts = cut(registered).map((part, i) => {
    if (i % 2 === 0) return part;
    const value = values[(i - 1) / 2] ?? '';
    return [...value].length <= [...part.matchAll(/#\w+#/g)].length * longestGap ? value : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}
