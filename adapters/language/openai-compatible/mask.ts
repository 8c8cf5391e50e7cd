/** A text whose personal parts are taken out, and the way back. */
export interface Masked {
  readonly text: string;
  /** Puts the parts back that stand in a piece of the masked text. */
  unmask(piece: string): string;
}

const email = /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/giu;
/** Four digits and more, with what people put between them: phones, Aadhaar, accounts, PINs. A year alone tells nothing of a person. */
const number = /(?<![\p{L}\p{N}])\+?\p{Nd}(?:[ .-]?\p{Nd}){3,}(?![\p{L}\p{N}])/gu;
const year = /^(?:19|20)\p{Nd}{2}$/u;
/** What follows the word for "name", up to three words. */
const named =
  /(?<=(?:\bnaam|\bname|नाम|ਨਾਮ|نام)(?:\s+(?:is|hai|he|ka|है|हैं|:))?[\s:]+)(?!hai\b|is\b|है)\p{L}[\p{L}\p{M}.]*(?:\s+\p{Lu}[\p{L}\p{M}.]*|\s+[\u0900-\u097f]{2,}(?=\s|$)){0,2}/gu;

/** Takes out numbers, addresses of mail, what is called a name, and every word named as personal. */
export function mask(text: string, personal: readonly string[]): Masked {
  const parts: string[] = [];
  const hide = (part: string): string => {
    const known = parts.indexOf(part);
    if (known >= 0) return `<${known + 1}>`;
    parts.push(part);
    return `<${parts.length}>`;
  };
  const given = personal
    .filter((part) => part.trim().length > 2)
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, part) => rest.replaceAll(part, () => hide(part)), text);
  const masked = given
    .replace(email, hide)
    .replace(number, (part) => (year.test(part) ? part : hide(part)))
    .replace(named, hide);
  return {
    text: masked,
    unmask: (piece) => piece.replace(/<(\d+)>/g, (sign, at) => parts[Number(at) - 1] ?? sign),
  };
}
