const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Best places first: paragraph, line, end of a sentence (Latin or Devanagari), word.
const breaks: readonly RegExp[] = [/\n{2,}/g, /\n/g, /[.?!।॥]["')]?\s/g, /\s/g];

/**
 * Parts of at most `max` UTF-16 units that put together are exactly the text. A letter with its vowel signs, or an
 * emoji of several code points, stays whole unless it alone is longer than a part.
 */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = wholeGraphemes(rest, bestBreak(rest, max) ?? max) || wholeCodePoints(rest, max);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

/** The text itself, or its beginning and an ellipsis, in at most `max` UTF-16 units. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, wholeGraphemes(text, max - 1) || wholeCodePoints(text, max - 1)).trimEnd()}…`;
}

/** Where to cut, in the later half so that parts are not needlessly small. */
function bestBreak(text: string, max: number): number | undefined {
  const window = text.slice(0, max);
  for (const pattern of breaks) {
    const end = [...window.matchAll(pattern)].at(-1);
    if (end && end.index + end[0].length > max / 2) return end.index + end[0].length;
  }
  return undefined;
}

function wholeGraphemes(text: string, max: number): number {
  let end = 0;
  // A little beyond the limit is enough to see whether the last one is whole, and keeps long texts cheap.
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end;
}

function wholeCodePoints(text: string, max: number): number {
  const cutsPair = /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(max));
  return cutsPair && max > 1 ? max - 1 : max;
}
