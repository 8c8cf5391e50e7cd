import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findingsIn, nodesOf, parsed, sourcesIn } from './source.ts';

/** Codes, counts, and names of our own things: what a line of the log may carry beside ids. A new one is thought of here. */
const mayBeLogged: ReadonlySet<string> = new Set([
  ...['channel', 'code', 'kind', 'key', 'notice', 'refusal', 'work', 'attempts', 'seq', 'ref', 'id'],
  ...['method', 'path', 'route', 'status', 'bytes', 'milliseconds'],
  ...['directory', 'place', 'pid', 'lastWord', 'version'],
]);

const isHarmless = (name: string): boolean => mayBeLogged.has(name) || name.endsWith('Id');

const isLogCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && /(^|\.)log\.(info|warn|alarm)$/.test(node.expression.getText());

/** The event is a fixed word such as `channel.call-not-genuine`; the fields are an object whose names can be read. */
function isRisky(node: ts.Node): boolean {
  if (!isLogCall(node)) return false;
  const [event, fields] = node.arguments;
  if (!event || !isFixed(event)) return true;
  if (!fields || (ts.isIdentifier(fields) && fields.text === 'undefined')) return false;
  return [...nodesOf(fields)].some(
    (each) =>
      (ts.isPropertyAssignment(each) || ts.isShorthandPropertyAssignment(each)) && !isHarmless(each.name.getText()),
  );
}

const isFixed = (event: ts.Expression): boolean => {
  if (ts.isConditionalExpression(event)) return isFixed(event.whenTrue) && isFixed(event.whenFalse);
  // A reader's own events, under its name.
  if (ts.isTemplateExpression(event))
    return event.templateSpans.every(({ expression }) => expression.getText() === 'event');
  return ts.isStringLiteral(event) && /^[a-z]+[.-][a-z.-]+$/.test(event.text);
};

describe('a line of the log', () => {
  it.each([
    "log.warn('message.odd', { text: message.text });",
    "this.log.info('citizen.registered', { phone });",
    "log.alarm('odd' + message.text);",
    "log.info('Citizen said hello');",
  ])('is seen to give somebody away in %s', (text) => {
    expect(findingsIn([parsed('a.ts', text)], isRisky)).toHaveLength(1);
  });

  it('is harmless with ids and codes', () => {
    const text = "log.warn('job.failed', { jobId: job.id, attempts: 1 }); catalogue.info('x');";
    expect(findingsIn([parsed('a.ts', text)], isRisky)).toEqual([]);
  });

  it('carries no words and no contact points of citizens', () => {
    expect(findingsIn(sourcesIn('application', 'adapters', 'config'), isRisky)).toEqual([]);
  });
});
