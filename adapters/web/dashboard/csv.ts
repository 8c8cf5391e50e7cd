import type { Figures } from '#application/ports/in/operating.ts';

/** `figure,of,value` in lines that end as RFC 4180 says. */
export const toCsv = (figures: Figures): string =>
  [['figure', 'of', 'value'], ...Object.entries(figures).flatMap(([figure, value]) => rowsOf(figure, value))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');

const rowsOf = (figure: string, value: number | Readonly<Record<string, number>>): string[][] =>
  typeof value === 'number'
    ? [[figure, '', String(value)]]
    : Object.entries(value).map(([of, count]) => [figure, of, String(count)]);

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
