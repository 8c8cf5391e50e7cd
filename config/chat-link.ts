/** Opens WhatsApp with a first message that only has to be sent. */
export const chatLinkTo = (number: string, text: string): string =>
  `https://wa.me/${number.slice(1)}?text=${encodeURIComponent(text)}`;
