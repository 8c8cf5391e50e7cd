import { simplified, tidy } from './plain-text.ts';

/** An Indian mobile number as +91 and ten digits, however it was typed; `undefined` when there is none, or more than one. */
export function readPhone(text: string): string | undefined {
  const said = simplified(text).replace(/(?<=\d)[oO](?=[\doO])/g, '0');
  const numbers = (said.match(/\+?\d[\d\s().-]{8,}\d/g) ?? []).map(mobileOf).filter((each) => each !== undefined);
  const [only, ...more] = new Set(numbers);
  return more.length === 0 ? only : undefined;
}

function mobileOf(written: string): string | undefined {
  const digits = written.replace(/\D/g, '');
  const local = /^(?:0091|91|0)?([6-9]\d{9})$/.exec(digits)?.[1];
  const isForeign = written.startsWith('+') && !digits.startsWith('91');
  return local === undefined || isForeign ? undefined : `+91${local}`;
}

/** The one e-mail address in a text, its domain in small letters; "at" and "dot" said as words are understood. */
export function readEmail(text: string): string | undefined {
  const said = tidy(text)
    .replace(/\s*(?:\(at\)|\[at\]|\s+at\s+|\s+at the rate(?: of)?\s+|\s*@\s*)\s*/gi, '@')
    .replace(/\s*(?:\(dot\)|\s+dot\s+)\s*/gi, '.');
  const [only, ...more] = said.match(/[^\s@<>(),;:"[\]\\]+@[a-z0-9.-]+\.[a-z]{2,}/gi) ?? [];
  if (only === undefined || more.length > 0) return undefined;
  const at = only.lastIndexOf('@');
  return only.slice(0, at) + only.slice(at).toLowerCase();
}
