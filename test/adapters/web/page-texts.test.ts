import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageTextsIn } from '#adapters/web/page-texts.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const texts = pageTextsIn(`${root}config/locales`);
const gaps = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each(['home', 'desk', 'verify', 'pay'])('the texts of %s', (context) => {
  const [en, hi] = [texts(context, 'en'), texts(context, 'hi')];

  it('say the same things in both languages, with the same gaps', () => {
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) expect(gaps(hi[key] ?? ''), key).toEqual(gaps(text));
  });

  it('are Hindi where they are said to be', () => {
    const inLatin = Object.entries(hi).filter(([, text]) => !/[\u0900-\u097f]/.test(text.replace(/\{\{\w+\}\}/g, '')));
    expect(
      inLatin.filter(
        ([key, text]) => text !== '{{value}}' && !key.startsWith('desk.key.') && key !== 'desk.history.by',
      ),
    ).toEqual([]);
  });
});

describe('the pages of desk and dashboard', () => {
  it('ask only for texts that exist', () => {
    const files = globSync(['adapters/web/{desk,dashboard}/page/*.tsx', 'adapters/web/page/*.tsx'], { cwd: root });
    const asked = files.flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((key) => !(key in texts('desk', 'en')))).toEqual([]);
  });
});
