import type { DepartmentId } from './ids.ts';
import type { IsoDate } from './time.ts';

/**
 * Such as `MCD-26-0000123-4`: department, year, running number, and a check digit that catches every single wrong
 * digit and every swap of neighbours (Damm, 2004), because people read these numbers out on the phone.
 */
export function acknowledgementNumber(department: DepartmentId, year: IsoDate, running: number): string {
  const digits = `${year.slice(2, 4)}${String(running).padStart(7, '0')}`;
  return `${department.toUpperCase()}-${digits.slice(0, 2)}-${digits.slice(2)}-${damm(digits)}`;
}

/** Finds acknowledgement numbers in what a citizen wrote, however he spaced them. */
export function findAcknowledgementNumber(text: string): string | undefined {
  const match = /\b([A-Z][A-Z-]{1,20}?)[\s-]?(\d{2})[\s-]?(\d{7})[\s-]?(\d)\b/i.exec(text);
  if (!match) return undefined;
  const [, department = '', year = '', running = '', check = ''] = match;
  if (damm(`${year}${running}`) !== Number(check)) return undefined;
  return `${department.toUpperCase()}-${year}-${running}-${check}`;
}

// The quasigroup of order 10 from H. Michael Damm's thesis.
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const damm = (digits: string): number =>
  [...digits].reduce((interim, digit) => Number(TABLE[interim]?.[Number(digit)] ?? 0), 0);
