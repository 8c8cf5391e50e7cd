/** Markup that is ready to be sent; anything else is escaped when it is put into `html`. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = string | number | Html | undefined | false | readonly Piece[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

function toMarkup(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'string' || typeof piece === 'number') return escapeText(String(piece));
  return piece.map(toMarkup).join('');
}

/** A template whose gaps are escaped: html`<p>${name}</p>`. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(strings.reduce((markup, text, i) => markup + toMarkup(pieces[i - 1]) + text));

/** Data for a script to read; it cannot end the element early. */
export const jsonScript = (id: string, data: object): Html =>
  new Html(
    `<script type="application/json" id="${escapeText(id)}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`,
  );
