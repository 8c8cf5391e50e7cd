import { mkdir, writeFile } from 'node:fs/promises';
import { isGsm7, segmentsOf } from '#adapters/channels/sms-segments.ts';
import { dltRules, dltTemplates } from './dlt-templates.ts';
import { readCsv, toCsv } from './language/csv.ts';
import { languages } from './languages.ts';
import type { Texts } from './load-texts.ts';
import { smsSentences } from './sms-sentences.ts';
import { isTalkRegistered, talkAbout, talkFile, talkTexts } from './sms-talk.ts';

const HEAD = ['name', 'language', 'category', 'header', 'type', 'gaps', 'segments at most', 'text', 'id'] as const;

/** All texts of SMS as a sheet, from which a portal's own is filled; those that an operator has not registered have no id. */
export function dltSheet(texts: Readonly<Record<string, Texts>>): string {
  const row = (
    name: string,
    language: string,
    { category, header }: About,
    { text, id }: { text: string; id: string },
  ) => {
    const longest = text.replaceAll(/\{#\w+#\}/g, 'x'.repeat(dltRules.longestGap.value));
    const gaps = text.match(/\{#\w+#\}/g)?.length ?? 0;
    const type = isGsm7(longest) ? 'text' : 'unicode';
    return [name, language, category, header, type, String(gaps), String(segmentsOf(longest).length), text, id];
  };
  return toCsv([
    HEAD,
    ...dltTemplates.flatMap((template) =>
      Object.entries(template.texts).map(([language, { text, id }]) =>
        row(template.name, language, template, { text, id: template.verified ? id : '' }),
      ),
    ),
    ...languages.flatMap(({ code }) => {
      const ids = new Map(isTalkRegistered(code) ? talkTexts[code]?.map(({ text, id }) => [text, id]) : []);
      return smsSentences(texts[code] ?? {}).map(({ name, text }) =>
        row(name, code, talkAbout, { text, id: ids.get(text) ?? '' }),
      );
    }),
  ]);
}

interface About {
  readonly category: string;
  readonly header: string;
}

/**
 * Takes over the ids of a sheet like the one above, filled in. A language of which any text of the talk has one is then
 * registered, and what has none in it is sent no more. Returns how many were taken.
 */
export async function takeIds(csv: string, texts: Readonly<Record<string, Texts>>): Promise<number> {
  const filledIn = readCsv(csv).filter(({ id = '' }) => id.trim() !== '');
  const given = new Map(filledIn.map(({ language, text, id = '' }) => [`${language} ${text}`, id.trim()]));
  let taken = 0;
  const idOf = (text: string, language: string): string | undefined => {
    const id = given.get(`${language} ${text}`);
    if (id !== undefined) taken += 1;
    return id;
  };
  for (const template of dltTemplates) {
    const named = Object.entries(template.texts).map(([language, each]) => [
      language,
      { ...each, id: idOf(each.text, language) ?? each.id },
    ]);
    const file = new URL(`templates/sms/${template.name}.json`, import.meta.url);
    await writeFile(file, `${JSON.stringify({ ...template, texts: Object.fromEntries(named) }, null, 2)}\n`);
  }
  await mkdir(new URL('./', talkFile('en')), { recursive: true });
  for (const { code } of languages) {
    const before = new Map(isTalkRegistered(code) ? talkTexts[code]?.map(({ text, id }) => [text, id]) : []);
    const known = smsSentences(texts[code] ?? {}).flatMap(({ name, text }) => {
      const id = idOf(text, code) ?? before.get(text);
      return id === undefined ? [] : [[name, id, text]];
    });
    if (known.length > 0) await writeFile(talkFile(code), toCsv([['name', 'id', 'text'], ...known]));
  }
  return taken;
}
