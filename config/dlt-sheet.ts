import { isGsm7, segmentsOf } from '#adapters/channels/sms-segments.ts';
import type { IsoDate } from '#domain/shared/time.ts';
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

export interface IdsTaken {
  readonly taken: number;
  readonly files: readonly { readonly at: URL; readonly content: string }[];
}

/**
 * The files of the registry as they are once a sheet like the one above has come back, filled in. A notice is registered
 * when each of its texts is. A language of which any text of the talk has an id is registered too, and what has none in
 * it is sent no more. `day`: when that was.
 */
export function withIds(csv: string, texts: Readonly<Record<string, Texts>>, day: IsoDate): IdsTaken {
  const filledIn = readCsv(csv).filter(({ id = '' }) => id.trim() !== '');
  const given = new Map(filledIn.map(({ language, text, id = '' }) => [`${language} ${text}`, id.trim()]));
  let taken = 0;
  const idOf = (text: string, language: string): string | undefined => {
    const id = given.get(`${language} ${text}`);
    if (id !== undefined) taken += 1;
    return id;
  };
  const notices = dltTemplates.map((template) => {
    const found = Object.entries(template.texts).map(([language, each]) => ({
      ...{ language, each },
      id: idOf(each.text, language) ?? (template.verified ? each.id : undefined),
    }));
    const isRegistered = !template.verified && found.every(({ id }) => id !== undefined);
    const registered = {
      ...template,
      texts: Object.fromEntries(found.map(({ language, each, id }) => [language, { ...each, id: id ?? each.id }])),
      ...(isRegistered && { from: day, verified: true, source: 'Registered with the operator (DLT)' }),
    };
    return {
      at: new URL(`templates/sms/${template.name}.json`, import.meta.url),
      content: `${JSON.stringify(registered, null, 2)}\n`,
    };
  });
  const talk = languages.flatMap(({ code }) => {
    const before = new Map(isTalkRegistered(code) ? talkTexts[code]?.map(({ text, id }) => [text, id]) : []);
    const known = smsSentences(texts[code] ?? {}).flatMap(({ name, text }) => {
      const id = idOf(text, code) ?? before.get(text);
      return id === undefined ? [] : [[name, id, text]];
    });
    return known.length > 0 ? [{ at: talkFile(code), content: toCsv([['name', 'id', 'text'], ...known]) }] : [];
  });
  return { taken, files: [...notices, ...talk] };
}
