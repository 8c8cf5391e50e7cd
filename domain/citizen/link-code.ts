/** Letters and digits in a code that joins two talks. */
export const LINK_CODE_LENGTH = 8;

/** As it is shown and sent, in two halves: `EK-7MP3-4QXW`. */
export const shownLinkCode = (code: string): string => `EK-${code.slice(0, 4)}-${code.slice(4)}`;

/** The code in a message that is nothing else; its sign in front keeps it apart from any answer. */
export const linkCodeIn = (text: string): string | undefined =>
  codeIn(/^EK[\s-]*([A-Z0-9]{4})[\s-]*([A-Z0-9]{4})$/, text);

/** The code where nothing but a code is asked for, so that the sign in front may be left out. */
export const typedLinkCode = (text: string): string | undefined =>
  codeIn(/^(?:EK[\s-]*)?([A-Z0-9]{4})[\s-]*([A-Z0-9]{4})$/, text);

const codeIn = (form: RegExp, text: string): string | undefined => {
  const [, one, other] = form.exec(text.trim().toUpperCase()) ?? [];
  return one === undefined || other === undefined ? undefined : one + other;
};

/** `talk`: made in a talk for another phone or a kiosk at once. `slip`: printed for somebody without a phone, to be found again much later. */
export type LinkCodeKind = 'talk' | 'slip';
