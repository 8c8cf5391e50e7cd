import type { OutboundMessage } from '#domain/conversation/message.ts';
import {
  commandBehind,
  gapsOf,
  type MessageTemplate,
  servedBy,
  templateLanguageOf,
} from '#domain/notification/message-template.ts';
import { whyNotSent } from '#domain/notification/template-standing.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import type { PhraseValue } from '#domain/shared/phrase.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { WordedTemplate } from '../ports/out/channel.ts';
import type { TemplateStandings } from '../ports/out/template-standings.ts';
import type { Translator } from '../ports/out/translator.ts';

export type ChosenTemplate =
  | { readonly template: WordedTemplate }
  /** Why none can go, as it stands on the delivery record. */
  | { readonly why: string };

/** Finds the approved text for a message whose session window is closed. */
export type ChooseTemplate = (message: OutboundMessage, language: Language, now: Instant) => Promise<ChosenTemplate>;

/** What one gap may take; longer words of an officer are cut, and can be read in the talk. */
const LONGEST_VALUE = 300;

export const choosingAmong =
  (
    templates: readonly MessageTemplate[],
    standings: TemplateStandings,
    translator: Translator,
    languages: readonly InstalledLanguage[],
  ): ChooseTemplate =>
  async (message, language, now) => {
    const found = servedBy(message.text, templates);
    if (!found) return { why: 'no-template' };
    const { template, values } = found;
    const written = templateLanguageOf(language, languages);
    const why = whyNotSent(await standings.find(template.name, written), now);
    if (why !== undefined) return { why };
    const word = (value: PhraseValue | undefined): string =>
      value === undefined ? '' : fitting(translator.sayValue(value, written));
    const gaps = gapsOf(template.texts[written].body).map((name) => ({ name, text: word(values[name]) }));
    const payloads = (template.buttons ?? []).map((button) => commandBehind(button, message.choices ?? []));
    if (gaps.some(({ text }) => text === '') || payloads.includes(undefined)) return { why: 'template-unfit' };
    return {
      template: {
        name: template.name,
        language: written,
        gaps,
        payloads: payloads.flatMap((payload) => payload ?? []),
        hasDocument: template.document === true,
      },
    };
  };

/** Providers take no line breaks in a gap, and no end that doubles the text's own full stop. */
function fitting(text: string): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.।]+$/u, '');
  return [...line].length <= LONGEST_VALUE ? line : `${[...line].slice(0, LONGEST_VALUE - 1).join('')}…`;
}
