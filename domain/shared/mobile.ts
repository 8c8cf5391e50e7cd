import { withAsciiDigits } from './digits.ts';

/** One Indian mobile number as +91 and ten digits, typed alone in any usual way; absent when it is none. */
export function readMobile(text: string): string | undefined {
  const written = withAsciiDigits(text).replaceAll(/[\s().-]/g, '');
  const local = /^(?:\+91|0091|91|0)?(\d{10})$/.exec(written)?.[1];
  return local && `+91${local}`;
}
