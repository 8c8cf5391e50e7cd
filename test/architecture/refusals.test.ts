import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { nodesOf, parsed, type SourceFile, sourcesIn } from './source.ts';

interface RefusalClass {
  readonly path: string;
  readonly name: string;
  /** What it hands to `super` that looks like a key. */
  readonly keys: readonly string[];
}

/** Classes that are refusals, directly or through another one; those that only others extend have no key. */
function refusalsIn(files: readonly SourceFile[]): readonly RefusalClass[] {
  const classes = files.flatMap(({ path, tree }) =>
    [...nodesOf(tree)].filter(ts.isClassDeclaration).map((node) => ({
      path,
      name: node.name?.text ?? '',
      parent: node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '',
      keys: keysOf(node),
    })),
  );
  const isRefusal = (parent: string): boolean =>
    parent === 'Refusal' || classes.some(({ name, parent: above }) => name === parent && isRefusal(above));
  const parents = new Set(classes.map(({ parent }) => parent));
  return classes.filter(({ name, parent }) => isRefusal(parent) && !parents.has(name));
}

const keysOf = (node: ts.ClassDeclaration): readonly string[] =>
  [...nodesOf(node)]
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.kind === ts.SyntaxKind.SuperKeyword)
    .flatMap((call) => [...call.arguments].flatMap((argument) => [...nodesOf(argument)]))
    .filter(ts.isStringLiteral)
    .map(({ text }) => text)
    .filter((text) => text.includes('.'));

const goodKey = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;
const refusals = refusalsIn(sourcesIn('domain', 'application', 'adapters'));

describe('refusals', () => {
  it('are found, through a class between them too', () => {
    const text = `abstract class Middle extends Refusal {}
      class No extends Refusal { constructor() { super('tea.cold', { a: 1 }); } }
      class Never extends Middle { constructor() { super('gone', 'tea.spilt'); } }
      class Other extends Error { constructor() { super('a.b'); } }`;
    expect(refusalsIn([parsed('domain/tea/errors.ts', text)])).toMatchObject([
      { name: 'No', keys: ['tea.cold'] },
      { name: 'Never', keys: ['tea.spilt'] },
    ]);
    expect(refusals.length).toBeGreaterThan(10);
  });

  it('each name the sentence that people read, as context.sentence', () => {
    expect(refusals.filter(({ keys }) => keys.length !== 1 || !goodKey.test(keys[0] ?? ''))).toEqual([]);
  });

  it('each have a sentence of their own', () => {
    const keys = refusals.flatMap((each) => each.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('live in the errors.ts of their context', () => {
    expect(refusals.filter(({ path }) => !path.endsWith('/errors.ts'))).toEqual([]);
  });
});
