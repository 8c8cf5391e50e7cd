/** Part of a message: plain words, or something marked. */
export type Piece =
  | string
  | { readonly mark: 'b' | 'i' | 's' | 'code'; readonly inner: readonly Piece[] }
  | { readonly link: string };

const marks = { '*': 'b', _: 'i', '~': 's', '`': 'code' } as const;
const isMark = (sign: string): sign is keyof typeof marks => sign in marks;

// A sign marks only at the edge of a word, so that 2*3*4 and snake_case stay as they are.
const marked =
  /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)।*_~`])|(?<![\p{L}\p{M}\p{N}])(```|[*_~`])(\S|\S[^\n]*?\S)\2(?![\p{L}\p{M}\p{N}])/gu;

/** A text with *bold*, _italic_, ~struck~, `code` and addresses, as messengers write them. */
export function formatted(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: link, 2: sign = '', 3: inner = '', index } of text.matchAll(marked)) {
    if (index > end) pieces.push(text.slice(end, index));
    end = index + whole.length;
    const mark = sign.slice(0, 1);
    if (link !== undefined) pieces.push({ link });
    else if (mark === '`') pieces.push({ mark: 'code', inner: [inner] });
    else if (isMark(mark)) pieces.push({ mark: marks[mark], inner: formatted(inner) });
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
