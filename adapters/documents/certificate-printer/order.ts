/** What goes to the thread: texts only, so that nothing in them can be mark-up. */
export interface PrintOrder {
  readonly file: string;
  /** JSON, as `config/templates/print/shared.typ` reads it. */
  readonly job: string;
  readonly qr: string;
  readonly createdSeconds: number;
}

/** `probe`: set a line of our own, to see that typesetter and fonts are there. */
export type Order = PrintOrder | 'probe';

/** `detail` is one line for the operator and holds nothing of what was to be printed. */
export type Printed =
  | { readonly bytes: Uint8Array }
  | { readonly failed: 'missing-glyph' | 'template'; readonly detail: string };
