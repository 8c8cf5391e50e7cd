import {
  commandBehind,
  type MessageTemplate,
  servedBy,
  templateLanguageOf,
} from '#domain/notification/message-template.ts';
import { filled } from '#domain/notification/template-filling.ts';
import { whyNotSent } from '#domain/notification/template-standing.ts';
import type { WordingRules } from '#domain/notification/template-wording.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';
import type { PhraseValue } from '#domain/shared/phrase.ts';
import type { ChooseTemplate } from '../ports/in/choosing-template.ts';
import type { TemplateStandings } from '../ports/out/template-standings.ts';
import type { Translator } from '../ports/out/translator.ts';

export const choosingAmong =
  (
    templates: readonly MessageTemplate[],
    standings: TemplateStandings,
    translator: Translator,
    languages: readonly InstalledLanguage[],
    rules: Pick<WordingRules, 'longestBody' | 'longestCode'>,
  ): ChooseTemplate =>
  async (message, language, now) => {
    const found = servedBy(message.text, templates);
    if (!found) return { why: 'no-template' };
    const { template, values } = found;
    const written = templateLanguageOf(language, languages);
    const why = whyNotSent(await standings.find(template.name, written), now);
    if (why !== undefined) return { why };
    const word = (value: PhraseValue | undefined): string =>
      value === undefined ? '' : translator.sayValue(value, written);
    const gaps = filled(template.texts[written].body, rules.longestBody, (gap) => word(values[gap]));
    const code = gaps.find(({ name }) => name === template.code?.gap)?.text;
    const payloads = (template.buttons ?? []).map((button) => commandBehind(button, message.choices ?? []));
    const fits = code === undefined || code.length <= rules.longestCode;
    if (!fits || gaps.some(({ text }) => text === '') || payloads.includes(undefined)) return { why: 'template-unfit' };
    return {
      template: {
        name: template.name,
        language: written,
        gaps,
        payloads: payloads.flatMap((payload) => payload ?? []),
        hasDocument: template.document === true,
        ...(code !== undefined && { code }),
      },
    };
  };
