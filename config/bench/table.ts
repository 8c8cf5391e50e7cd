/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, in the same run. */
  readonly peer?: { readonly name: string; readonly value?: number };
  /** Of the value to the peer's, or as its name says. */
  readonly ratio?: number;
  /** Of the ratio where there is one, else of the value. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

export function asTable(lines: readonly Line[]): string {
  const rows = [
    ['what', 'measured', 'against', 'ratio', 'aim', ''],
    ...lines.map((line) => [
      line.what,
      `${short(line.value)} ${line.unit}`,
      line.peer ? peerOf(line.peer, line.unit) : '',
      line.ratio === undefined ? '' : short(line.ratio),
      line.aim ? aimOf(line.aim) : '',
      isMet(line) === undefined ? '' : isMet(line) ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function isMet({ aim, ratio, value }: Line): boolean | undefined {
  if (!aim) return undefined;
  const reached = ratio ?? value;
  return 'atLeast' in aim ? reached >= aim.atLeast : reached <= aim.atMost;
}

const peerOf = ({ name, value }: NonNullable<Line['peer']>, unit: string): string =>
  value === undefined ? name : `${short(value)} ${unit} ${name}`;

const aimOf = (aim: NonNullable<Line['aim']>): string => ('atLeast' in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`);

const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

export const median = (values: readonly number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Of values that are sorted. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
