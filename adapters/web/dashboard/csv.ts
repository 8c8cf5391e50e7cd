import type { Figures } from '#application/ports/in/operating.ts';

/** `figure,of,value` in lines that end as RFC 4180 says. */
export const toCsv = (figures: Figures): string =>
  linesToCsv([
    ['figure', 'of', 'value'],
    ...Object.entries(figures).flatMap(([figure, value]) => rowsOf(figure, value)),
  ]);

export const linesToCsv = (lines: readonly (readonly (string | number)[])[]): string =>
  lines.map((row) => `${row.map((each) => cell(String(each))).join(',')}\r\n`).join('');

const rowsOf = (figure: string, value: number | Readonly<Record<string, number>>): string[][] =>
  typeof value === 'number'
    ? [[figure, '', String(value)]]
    : Object.entries(value).map(([of, count]) => [figure, of, String(count)]);

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
