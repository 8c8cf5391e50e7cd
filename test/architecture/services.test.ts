import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '#config/languages.ts';
import { services } from '#config/services/index.ts';
import { root } from './source.ts';

/** What a definition would lose on its way to another format or a screen: functions, dates, undefined, infinities. */
const survives = (definition: object): boolean => {
  try {
    expect(JSON.parse(JSON.stringify(definition))).toStrictEqual(definition);
    return true;
  } catch {
    return false;
  }
};

const folderOf = ({ id, department }: { id: string; department: string }): string =>
  join('config', 'services', department, id);

describe('a service', () => {
  it.each([
    { what: 'a function', definition: { id: 'a', fee: () => 1 } },
    { what: 'a date', definition: { id: 'a', from: new Date(0) } },
    { what: 'nothing under a name', definition: { id: 'a', when: undefined } },
    { what: 'an infinity', definition: { id: 'a', max: Number.POSITIVE_INFINITY } },
  ])('that holds $what is not data', ({ definition }) => {
    expect(survives(definition)).toBe(false);
  });

  it('survives JSON.stringify unchanged', () => {
    expect(services.length).toBeGreaterThan(0);
    expect(services.filter((service) => !survives(service)).map(({ id }) => id)).toEqual([]);
  });

  it('lies in the folder of its department and id, and what lies there is installed', () => {
    const defined = globSync('config/services/*/*/service.ts', { cwd: root });
    expect(services.map((service) => join(folderOf(service), 'service.ts')).sort()).toEqual(defined.sort());
  });

  it('has its sentences in every language, and sentences by which people ask for it', () => {
    const files = [
      ...languages.filter(({ isComplete }) => isComplete).map(({ code }) => `${code}.json`),
      'utterances.csv',
    ];
    const wanted = services.flatMap((service) => files.map((file) => join(folderOf(service), file)));
    expect(wanted.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
