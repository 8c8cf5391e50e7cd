import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { reactionNames, reactions } from '#application/reactions.ts';
import { nodesOf, parsed, type SourceFile, sourcesIn } from './source.ts';

/** Events are in the past and in PascalCase: `PaymentSettled`. So are the names of errors, which end as such. */
const isEventName = (node: ts.Node): node is ts.StringLiteral =>
  ts.isStringLiteral(node) && /^([A-Z][a-z]+){2,}$/.test(node.text) && !/(Error|Mistake)$/.test(node.text);

const eventsIn = (files: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ tree }) => [...nodesOf(tree)].filter(isEventName).map(({ text }) => text)));

/** The kinds of jobs that use cases store themselves: `{ kind: 'open-payment', payload, runAt }`, `later('fetch-bill', …)`. */
const jobKindsIn = (sources: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ tree }) => [...nodesOf(tree)].flatMap((node) => [...kindOf(node)])));

function* kindOf(node: ts.Node): Generator<string> {
  if (ts.isCallExpression(node) && node.expression.getText() === 'later') {
    const [kind] = node.arguments;
    if (kind && ts.isStringLiteral(kind)) yield kind.text;
  }
  if (!ts.isObjectLiteralExpression(node)) return;
  const values = new Map(node.properties.map((property) => [property.name?.getText(), property]));
  const kind = values.get('kind');
  if (!values.has('runAt') || !values.has('payload') || !kind) return;
  if (ts.isPropertyAssignment(kind) && ts.isStringLiteral(kind.initializer)) yield kind.initializer.text;
}

const files = sourcesIn('domain', 'application').filter(({ path }) => path !== 'application/reactions.ts');

const happening = eventsIn(files);

describe('events', () => {
  it('are seen where they happen', () => {
    const planted = parsed(
      'domain/a.ts',
      "const a = on ? 'TeaServed' : 'CupBroken'; const b = 'no-event', c = 'Neither';",
    );
    expect(eventsIn([planted])).toEqual(new Set(['TeaServed', 'CupBroken']));
  });

  it('all stand in the table of what follows, though nothing may follow', () => {
    expect([...happening].filter((event) => !(event in reactions))).toEqual([]);
  });

  it('of the table all happen', () => {
    expect(Object.keys(reactions).filter((event) => !happening.has(event))).toEqual([]);
  });
});

describe('jobs', () => {
  it('are seen where they are stored', () => {
    const planted = parsed(
      'application/a.ts',
      "add([{ kind: 'make-tea', payload: {}, runAt: now }]); const b = { kind: 'x' }; later('drink-tea', {});",
    );
    expect(jobKindsIn([planted])).toEqual(new Set(['make-tea', 'drink-tea']));
  });

  it('are of a kind that a reaction does', () => {
    const known = new Set<string>(reactionNames);
    expect([...jobKindsIn(files)].filter((kind) => !known.has(kind))).toEqual([]);
  });

  it('that a reaction does are stored by something', () => {
    const started = new Set([...Object.values(reactions).flat(), ...jobKindsIn(files)]);
    expect(reactionNames.filter((name) => !started.has(name))).toEqual([]);
  });
});
