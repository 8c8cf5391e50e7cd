import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findingsIn, parsed, sourcesIn } from './source.ts';

const isNamed = (node: ts.Node | undefined, name: string): boolean =>
  node !== undefined && ts.isIdentifier(node) && node.text === name;

/** `process.env`, `process['env']`, `const { env } = process`, `import { env } from 'node:process'`. */
function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, 'process') && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) return isNamed(node.expression, 'process');
  if (ts.isVariableDeclaration(node))
    return isNamed(node.initializer, 'process') && /\benv\b/.test(node.name.getText());
  if (!ts.isImportDeclaration(node) || !/^'(node:)?process'$/.test(node.moduleSpecifier.getText())) return false;
  const { importClause: clause } = node;
  return clause?.name !== undefined || /\benv\b|\*/.test(clause?.namedBindings?.getText() ?? '');
}

/** What gives another result the next time: the present moment, and chance. */
function dependsOnTheMoment(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return isNamed(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0;
  if (ts.isCallExpression(node)) return isNamed(node.expression, 'Date');
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { expression, name } = node;
  return (
    (isNamed(expression, 'Date') && name.text === 'now') ||
    (isNamed(expression, 'Math') && name.text === 'random') ||
    isNamed(expression, 'performance') ||
    isNamed(expression, 'crypto')
  );
}

describe('the environment', () => {
  it.each([
    'export const a = process.env.PORT;',
    "export const a = process['env'];",
    'const { env } = process; export const a = env;',
    "import { env } from 'node:process'; export const a = env;",
    "import process from 'node:process'; export const a = process;",
    "import * as all from 'process'; export const a = all;",
  ])('is seen to be read by %s', (text) => {
    expect(findingsIn([parsed('a.ts', text)], readsEnvironment)).not.toEqual([]);
  });

  it('is not meant by its name alone', () => {
    const text =
      "// process.env\nimport { platform } from 'node:process'; export const env = { platform, exit: process.exit };";
    expect(findingsIn([parsed('a.ts', text)], readsEnvironment)).toEqual([]);
  });

  it('is read in config/ only', () => {
    expect(findingsIn(sourcesIn('domain', 'application', 'adapters'), readsEnvironment)).toEqual([]);
  });
});

describe('time and chance', () => {
  it.each([
    'export const a = new Date();',
    'export const a = new Date;',
    'export const a = Date();',
    'export const a = Date.now();',
    'export const a = [1].map(Math.random);',
    'export const a = performance.now();',
    'export const a = crypto.randomUUID();',
  ])('are seen in %s', (text) => {
    expect(findingsIn([parsed('a.ts', text)], dependsOnTheMoment)).not.toEqual([]);
  });

  it('are not meant by a date that is given', () => {
    const text = "// Date.now()\nexport const a = new Date('2026-03-05'); export const b = Date.parse('2026-03-05');";
    expect(findingsIn([parsed('a.ts', text)], dependsOnTheMoment)).toEqual([]);
  });

  it('come to domain and application by the ports Clock and Ids only', () => {
    expect(findingsIn(sourcesIn('domain', 'application'), dependsOnTheMoment)).toEqual([]);
  });
});
