interface NumberKind {
  /** Over the cleaned number: capitals and digits, no spaces or hyphens. */
  readonly pattern: RegExp;
  readonly isGenuine?: (number: string) => boolean;
}

/** The kinds of numbers that questions name in `of`. Lengths that departments change are in the question's own `pattern`. */
const kinds: Readonly<Record<string, NumberKind>> = {
  aadhaar: { pattern: /^[2-9]\d{11}$/, isGenuine: hasVerhoeffDigit },
  pan: { pattern: /^[A-Z]{5}\d{4}[A-Z]$/ },
  'pan-card': { pattern: /^[A-Z]{5}\d{4}[A-Z]$/ },
  ifsc: { pattern: /^[A-Z]{4}0[A-Z0-9]{6}$/ },
  voter: { pattern: /^[A-Z]{3}\d{7}$/ },
  'voter-id': { pattern: /^[A-Z]{3}\d{7}$/ },
  epic: { pattern: /^[A-Z]{3}\d{7}$/ },
  passport: { pattern: /^[A-Z]\d{7}$/ },
  udid: { pattern: /^[A-Z]{2}\d{16}$/ },
  ration: { pattern: /^\d{10,12}$/ },
  upic: { pattern: /^\d{15}$/ },
  dl: { pattern: /^[A-Z]{2}\d{13}$/ },
  vehicle: { pattern: /^([A-Z]{2}\d{1,2}[A-Z]{0,3}\d{4}|\d{2}BH\d{4}[A-Z]{1,2})$/ },
  chassis: { pattern: /^[A-HJ-NPR-Z0-9]{17}$/ },
  gstin: { pattern: /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/ },
  abha: { pattern: /^\d{14}$/ },
  fssai: { pattern: /^\d{14}$/ },
  bank: { pattern: /^\d{9,18}$/ },
  djb: { pattern: /^\d{10}$/ },
  electricity: { pattern: /^\d{9,12}$/ },
};

/** Does a cleaned number have the form of its kind, check digit included? A kind that is not listed decides nothing. */
export function fitsKind(kind: string | undefined, number: string): boolean {
  const rules = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return rules === undefined || (rules.pattern.test(number) && (rules.isGenuine?.(number) ?? true));
}

export const isKnownKind = (kind: string | undefined): boolean => kind !== undefined && Object.hasOwn(kinds, kind);

const multiply = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const;

const permute = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
] as const;

/** Verhoeff's check digit, the last of an Aadhaar number: finds every single wrong digit and every swap of neighbours. */
export function hasVerhoeffDigit(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let check = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    check = multiply[check]?.[permute[index % 8]?.[Number(digit)] ?? 0] ?? 0;
  }
  return check === 0;
}
