import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLanguageEngine } from '#adapters/language/embedded/index.ts';
import { readCsv } from '#config/language/csv.ts';
import { loadLanguageModel } from '#config/language/trained-model.ts';
import { loadTrainingData } from '#config/language/training-data.ts';
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
