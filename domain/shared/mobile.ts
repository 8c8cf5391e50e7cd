const digitsOf = (text: string): string => text.replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));

/** One Indian mobile number as +91 and ten digits, typed alone in any usual way; absent when it is none. */
export function readMobile(text: string): string | undefined {
  const written = digitsOf(text).replaceAll(/[\s().-]/g, '');
  const local = /^(?:\+91|0091|91|0)?(\d{10})$/.exec(written)?.[1];
  return local && `+91${local}`;
}
