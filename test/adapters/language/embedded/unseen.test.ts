import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLanguageEngine } from '#adapters/language/embedded/index.ts';
import { readCsv } from '#config/language/csv.ts';
import { loadLanguageModel } from '#config/language/trained-model.ts';
import { loadTrainingData } from '#config/language/training-data.ts';
import { languages } from '#config/languages.ts';
import type { Intent } from '#domain/conversation/meaning.ts';

const nameOf = (intent: Intent): string => {
  if (intent.type === 'service') return `${intent.service}:${intent.act}`;
  return intent.type === 'general' ? `general:${intent.general}` : intent.type;
};
const serviceIn = (intent: string): string => intent.split(':')[0] ?? '';

interface Judged {
  readonly text: string;
  readonly intent: string;
  readonly said: string;
}

/** Messages that no training sentence repeats; what is learnt must carry over to them. */
describe('the language engine, on messages that it was not trained on', () => {
  let judged: readonly Judged[] = [];
  let known: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    const engine = openLanguageEngine(await loadLanguageModel());
    const rows = readCsv(await readFile(new URL('../../../fixtures/language/unseen.csv', import.meta.url), 'utf8'));
    judged = rows.map(({ text = '', intent = '' }) => ({ text, intent, said: nameOf(engine.understand(text).intent) }));
    const { rows: trained, negatives } = await loadTrainingData();
    known = new Set([...trained.map(({ text }) => text), ...negatives]);
  }, 120_000);

  const share = (which: (row: Judged) => boolean, isRight: (row: Judged) => boolean): number => {
    const chosen = judged.filter(which);
    expect(chosen.length).toBeGreaterThan(20);
    return chosen.filter(isRight).length / chosen.length;
  };
  const isGeneral = ({ intent }: Judged): boolean => intent.startsWith('general:');
  const isOutside = ({ intent }: Judged): boolean => intent === 'out-of-scope';
  const isService = (row: Judged): boolean => !isGeneral(row) && !isOutside(row);
  const isHindi = ({ text }: Judged): boolean => /[\u0900-\u097f]/u.test(text);
  const rightService = ({ intent, said }: Judged): boolean => serviceIn(intent) === serviceIn(said);
  const right = ({ intent, said }: Judged): boolean => intent === said;

  it('has not seen them', () => {
    expect(judged.filter(({ text }) => known.has(text)).map(({ text }) => text)).toEqual([]);
  });

  it('finds the service in nine of ten, in either script', () => {
    expect(share(isService, rightService)).toBeGreaterThan(0.9);
    expect(share((row) => isService(row) && isHindi(row), rightService)).toBeGreaterThan(0.85);
    expect(share((row) => isService(row) && !isHindi(row), rightService)).toBeGreaterThan(0.85);
  });

  it('finds what is wanted of it in more than four of five', () => {
    expect(share(isService, right)).toBeGreaterThan(0.84);
  });

  it('knows general wishes, and what is not its business', () => {
    expect(share(isGeneral, right)).toBeGreaterThan(0.9);
    expect(share(isOutside, right)).toBeGreaterThan(0.75);
  });
});

/** The engine is trained on neither: their words and letters bring them to what it knows. */
describe('the language engine, on Urdu and Gurmukhi script', () => {
  let judged: readonly (Judged & { readonly language: string; readonly seenAs: string | undefined })[] = [];

  beforeAll(async () => {
    const engine = openLanguageEngine(await loadLanguageModel(), { languages });
    const file = new URL('../../../fixtures/language/other-scripts.csv', import.meta.url);
    judged = readCsv(await readFile(file, 'utf8')).map(({ text = '', intent = '', language = '' }) => {
      const meaning = engine.understand(text);
      return { text, intent, language, said: nameOf(meaning.intent), seenAs: meaning.language };
    });
  }, 120_000);

  describe.each(['ur', 'pa'])('in %s', (code) => {
    const inCode = () => judged.filter(({ language }) => language === code);

    it('finds nine wishes of ten', () => {
      expect(inCode().length).toBeGreaterThanOrEqual(40);
      const wrong = inCode().filter(
        ({ intent, said }) =>
          serviceIn(intent) !== serviceIn(said) || (intent.startsWith('general:') && intent !== said),
      );
      expect(wrong.map(({ text, said }) => `${said}: ${text}`).slice(inCode().length / 10)).toEqual([]);
    });

    it('tells in which language one writes, though all its words are known in Hindi', () => {
      expect(inCode().filter(({ seenAs }) => seenAs !== code)).toEqual([]);
    });
  });
});
