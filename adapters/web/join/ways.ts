/** Where people reach us, as it stands on posters; empty where there is none. */
export interface JoinSettings {
  /** A number with its plus sign. */
  readonly whatsapp: string;
  /** The bot's name, without its @. */
  readonly telegram: string;
  readonly sms: string;
  /** A number that is rung and not answered. */
  readonly missedCall: string;
}

export interface Way {
  readonly kind: 'whatsapp' | 'telegram' | 'sms' | 'call';
  readonly link: string;
  /** The number, for whoever has no camera. */
  readonly number?: string;
}

/** Opens WhatsApp with a first message that only has to be sent. */
export const chatLinkTo = (number: string, text: string): string =>
  `https://wa.me/${number.slice(1)}?text=${encodeURIComponent(text)}`;

/**
 * Every way in. `hello`: the first message, by which it is seen how people came; `start`: the same for a bot of
 * Telegram, where only a word fits. Where a provider is played by the `simulator`, the way leads there.
 */
export function waysIn(
  { whatsapp, telegram, sms, missedCall }: JoinSettings,
  { hello, start, simulator }: { readonly hello: string; readonly start: string; readonly simulator?: string },
): readonly Way[] {
  const played = (kind: Way['kind']): Way[] =>
    simulator === undefined ? [] : [{ kind, link: `${simulator}?write=${encodeURIComponent(hello)}#${kind}` }];
  return [
    ...(whatsapp
      ? [{ kind: 'whatsapp' as const, link: chatLinkTo(whatsapp, hello), number: whatsapp }]
      : played('whatsapp')),
    ...(telegram
      ? [{ kind: 'telegram' as const, link: `https://t.me/${telegram}?start=${start}` }]
      : played('telegram')),
    ...(sms
      ? [{ kind: 'sms' as const, link: `sms:${sms}?body=${encodeURIComponent(hello)}`, number: sms }]
      : played('sms')),
    ...(missedCall ? [{ kind: 'call' as const, link: `tel:${missedCall}`, number: missedCall }] : []),
  ];
}
