import { describe, expect, it } from 'vitest';
import { readCsv } from '#config/language/csv.ts';
import { loadTrainingData } from '#config/language/training-data.ts';

describe('readCsv', () => {
  it('reads quoted cells, doubled quotes and line breaks of any kind', () => {
    expect(readCsv('text,act\r\n"naam, pata",apply\n"he said ""no""",info\n\nlast,')).toEqual([
      { text: 'naam, pata', act: 'apply' },
      { text: 'he said "no"', act: 'info' },
      { text: 'last', act: '' },
    ]);
  });
});

describe('the training data', () => {
  it('has at least 37 sentences of each service and knows each act', async () => {
    const { rows } = await loadTrainingData();
    const services = new Map<string, number>();
    for (const { intent, act } of rows) if (act) services.set(intent, (services.get(intent) ?? 0) + 1);
    const poor = [...services].filter(([, sentences]) => sentences < 37).map(([service]) => service);
    expect(services.size).toBe(66);
    expect(poor).toEqual([]);
    expect(new Set(rows.flatMap(({ act }) => act ?? []))).toEqual(new Set(['apply', 'pay', 'status', 'info']));
  });

  it('means one thing by each sentence', async () => {
    const { rows, negatives } = await loadTrainingData();
    const meanings = new Map<string, Set<string>>();
    for (const { text, intent } of [...rows, ...negatives.map((text) => ({ text, intent: 'out-of-scope' }))]) {
      const same = meanings.get(text.toLowerCase()) ?? new Set();
      meanings.set(text.toLowerCase(), same.add(intent));
    }
    const torn = [...meanings].filter(([, intents]) => intents.size > 1).map(([text]) => text);
    expect(torn).toEqual([]);
  });
});
