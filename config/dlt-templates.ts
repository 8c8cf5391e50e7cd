import { readdirSync, readFileSync } from 'node:fs';
import type { RegisteredText } from '#adapters/channels/http-sms/index.ts';
import { withoutCostlySigns } from '#adapters/channels/sms-segments.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { type DltTemplate, dltProblems, unregistered } from '#domain/notification/dlt-template.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { Language } from '#domain/shared/language.ts';
import { languages } from './languages.ts';
import type { Texts } from './load-texts.ts';
import dltRules from './templates/dlt-rules.json' with { type: 'json' };

export { dltRules };

const folder = new URL('templates/sms/', import.meta.url);

/** The registry of SMS texts: one file for each, in all languages that are registered. */
export const dltTemplates: readonly DltTemplate[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as DltTemplate);

/** As a gateway needs them. */
export const registeredTexts: readonly RegisteredText[] = dltTemplates.flatMap(({ header, texts }) =>
  Object.values(texts).map((each) => ({ ...each, header })),
);

/** What we say of our own accord, in languages that are whole, and have registered nowhere. */
export const dltGaps = (templates: readonly MessageTemplate[]) =>
  unregistered(
    templates.flatMap(({ serves }) => serves),
    languages.filter(({ isComplete }) => isComplete).map(({ code }) => code),
    dltTemplates,
  );

/** A line for each, for whoever has to put it right. */
export const dltProblemsIn = (texts: Readonly<Record<Language, Texts>>): readonly string[] =>
  dltTemplates.flatMap((template) =>
    dltProblems(template, dltRules, (key, language) => sentenceAt(texts[language], key)).map(
      ({ language, problem }) => `sms/${template.name}${language === undefined ? '' : `/${language}`}: ${problem}`,
    ),
  );

/** For the operator: networks drop what is not registered, and what is registered otherwise than it is said. */
export function checkDltTemplates(
  texts: Readonly<Record<Language, Texts>>,
  templates: readonly MessageTemplate[],
): Checked {
  const [missing, problems] = [dltGaps(templates), dltProblemsIn(texts)];
  const unverified = dltTemplates.filter(({ verified }) => !verified).length;
  if (missing.length + problems.length > 0)
    return {
      ok: false,
      problem: [...missing.map(({ key, language }) => `${key}/${language} is not registered`), ...problems].join('; '),
    };
  return {
    ok: true,
    note: `${dltTemplates.length} texts, ${unverified} not registered with an operator yet; replies have none`,
  };
}

/** The sentence as it goes out by SMS, with its gaps. */
export function sentenceAt(texts: Texts | undefined, key: string): string | undefined {
  let found: string | Texts | undefined = texts;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? withoutCostlySigns(found) : undefined;
}
