import type { OutboundMessage } from '#domain/conversation/message.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { WordedTemplate } from '../out/channel.ts';

export type ChosenTemplate =
  | { readonly template: WordedTemplate }
  /** Why none can go, as it stands on the delivery record. */
  | { readonly why: string };

/** Finds the approved text for a message whose session window is closed. */
export type ChooseTemplate = (
  message: Pick<OutboundMessage, 'text' | 'choices'>,
  language: Language,
  now: Instant,
) => Promise<ChosenTemplate>;
