import { readdirSync, readFileSync } from 'node:fs';
import type { RegisteredText } from '#adapters/channels/http-sms/index.ts';
import { withoutCostlySigns } from '#adapters/channels/sms-segments.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { type DltTemplate, dltPattern, dltProblems, unregistered } from '#domain/notification/dlt-template.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { Language } from '#domain/shared/language.ts';
import { languages } from './languages.ts';
import type { Texts } from './load-texts.ts';
import { registeredTalk, talkAbout, talkGaps } from './sms-talk.ts';
import dltRules from './templates/dlt-rules.json' with { type: 'json' };

export { dltRules };

const folder = new URL('templates/sms/', import.meta.url);

/** The registry of SMS texts: one file for each, in all languages that are registered. */
export const dltTemplates: readonly DltTemplate[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as DltTemplate);

/** As a gateway needs them. */
export const registeredTexts: readonly RegisteredText[] = [
  ...dltTemplates.flatMap(({ header, texts }) => Object.values(texts).map((each) => ({ ...each, header }))),
  ...registeredTalk,
];

const textsById = new Map(registeredTexts.map(({ id, text }) => [id, text]));

/** What an operator lets through: a filling of the text that it names. */
export function isRegistered({ text, templateId }: { readonly text: string; readonly templateId: string }): boolean {
  const registered = textsById.get(templateId);
  return registered !== undefined && dltPattern(registered, dltRules.longestGap.value).test(text);
}

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
  const [missing, problems] = [dltGaps(templates), [...dltProblemsIn(texts), ...talkGaps(texts)]];
  const unverified = dltTemplates.filter(({ verified }) => !verified).length;
  const talk = registeredTalk.length;
  if (missing.length + problems.length > 0)
    return {
      ok: false,
      problem: [...missing.map(({ key, language }) => `${key}/${language} is not registered`), ...problems].join('; '),
    };
  return {
    ok: true,
    note: `${dltTemplates.length} texts, ${unverified} not registered with an operator yet; ${talk} of the talk${talkAbout.verified ? '' : ', not registered yet'}`,
  };
}

/** The sentence as it goes out by SMS, in the shorter words that it has there, with its gaps. */
export const sentenceAt = (texts: Texts | undefined, key: string): string | undefined =>
  wordingAt(texts, `${key}_sms`) ?? wordingAt(texts, key);

function wordingAt(texts: Texts | undefined, key: string): string | undefined {
  let found: string | Texts | undefined = texts;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? withoutCostlySigns(found) : undefined;
}
