import { describe, expect, it } from 'vitest';
import { dltSheet, withIds } from '#config/dlt-sheet.ts';
import { dltTemplates } from '#config/dlt-templates.ts';
import { readCsv, toCsv } from '#config/language/csv.ts';
import { languages } from '#config/languages.ts';
import { loadTexts } from '#config/load-texts.ts';
import type { DltTemplate } from '#domain/notification/dlt-template.ts';

const DAY = '2026-11-27';
const texts = await loadTexts();
const rows = readCsv(dltSheet(texts));

type Row = (typeof rows)[number];

/** The sheet as it comes back from the portal: ids in the rows that it has registered. */
function filledIn(isRegistered: (row: Row) => boolean): string {
  const [first = {}] = rows;
  const head = Object.keys(first);
  const filled = rows.map((row, at) =>
    isRegistered(row) ? { ...row, id: ` 1107${String(at).padStart(15, '9')} ` } : row,
  );
  return toCsv([head, ...filled.map((row: Row) => head.map((name) => row[name] ?? ''))]);
}

/** What the files hold then, by file. */
const filesOf = (csv: string): ReadonlyMap<string, string> =>
  new Map(
    withIds(csv, texts, DAY).files.map(({ at, content }) => [at.pathname.split('/templates/')[1] ?? '', content]),
  );
const noticesIn = (files: ReadonlyMap<string, string>): readonly DltTemplate[] =>
  [...files].filter(([file]) => file.startsWith('sms/')).map(([, content]) => JSON.parse(content));

describe('a sheet of the texts of SMS that comes back from an operator', () => {
  it('is all texts, and none has an id before', () => {
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter(({ id }) => id !== '')).toEqual([]);
  });

  it('registers every notice and every text of the talk under the id that it has there', () => {
    const csv = filledIn(() => true);
    const given = new Map(readCsv(csv).map(({ language, text, id }) => [`${language} ${text}`, id?.trim()]));
    expect(withIds(csv, texts, DAY).taken).toBe(rows.length);
    const files = filesOf(csv);
    for (const { name, verified, from, texts: each } of noticesIn(files)) {
      expect({ name, verified, from }).toEqual({ name, verified: true, from: DAY });
      for (const [language, { id, text }] of Object.entries(each)) expect(id).toBe(given.get(`${language} ${text}`));
    }
    for (const { code } of languages) {
      const talk = readCsv(files.get(`sms-talk/${code}.csv`) ?? '');
      const ofTalk = rows.filter(({ language, name }) => language === code && !isNotice(name));
      expect(talk.map(({ text }) => text)).toEqual(ofTalk.map(({ text }) => text));
      for (const { id, text } of talk) expect(id).toBe(given.get(`${code} ${text}`));
    }
  });

  it('leaves a notice unregistered of which one language is missing, and a language without any text as it was', () => {
    const files = filesOf(filledIn(({ language }) => language === 'hi'));
    expect([...files.keys()].filter((file) => file.startsWith('sms-talk/'))).toEqual(['sms-talk/hi.csv']);
    const several = noticesIn(files).filter(({ texts: each }) => Object.keys(each).length > 1);
    expect(several.length).toBeGreaterThan(10);
    expect(several.filter(({ verified }) => verified)).toEqual([]);
  });
});

const isNotice = (name = ''): boolean => dltTemplates.some((each) => each.name === name);
