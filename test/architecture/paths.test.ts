import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findingsIn, parsed, root, sourcesIn } from './source.ts';

const folders = ['domain', 'application', 'adapters', 'config', 'test'] as const;

const specifierOf = (node: ts.Node): string | undefined => {
  const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  return isImport && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
    ? node.moduleSpecifier.text
    : undefined;
};

describe('the way to another file', () => {
  const goesTwoUp = (node: ts.Node): boolean => specifierOf(node)?.startsWith('../../') ?? false;

  it('is seen when it goes two steps up', () => {
    expect(findingsIn([parsed('a.ts', "import '../../domain/shared/money.ts';")], goesTwoUp)).toHaveLength(1);
    expect(findingsIn([parsed('a.ts', "import '../shared/money.ts';")], goesTwoUp)).toEqual([]);
  });

  it('never goes two steps up', () => {
    expect(findingsIn(sourcesIn(...folders), goesTwoUp)).toEqual([]);
  });
});

describe('tests that need more than a processor', () => {
  const importing = (kit: string): readonly string[] =>
    sourcesIn('test')
      .filter(
        ({ path, tree }) =>
          path.endsWith('.test.ts') && [...tree.statements].some((s) => specifierOf(s)?.endsWith(kit)),
      )
      .map(({ path }) => path);

  it('run one by one: those in a browser are called so', () => {
    expect(importing('/kit/browser.ts').filter((path) => !/(\/pages|-page|\.browser)\.test\.ts$/.test(path))).toEqual(
      [],
    );
  });

  it('run one by one: those with a database lie where vitest.config.ts looks for them', () => {
    const known = /^test\/(adapters\/persistence\/(mikro-orm|embedded-postgres)|journeys)\/|\.db\.test\.ts$/;
    expect(importing('/kit/postgres.ts').filter((path) => !known.test(path))).toEqual([]);
    expect(readFileSync(join(root, 'vitest.config.ts'), 'utf8')).toContain('{mikro-orm,embedded-postgres}');
  });
});
