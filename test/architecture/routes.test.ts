import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { nodesOf, parsed, type SourceFile, sourcesIn } from './source.ts';

/** What anybody may call, without a password and without a signature. A new one is said here too, by somebody who thought of it. */
const forEverybody: readonly string[] = [
  'GET /',
  'GET /assets/:name',
  // The token in the address is the permission, and ends.
  'GET /d/:token',
  'GET /desk/login',
  'GET /health/live',
  'GET /health/ready',
  'GET /join',
  'GET /metrics',
  'GET /pay/:id',
  // Likewise, and for one paper.
  'GET /u/:token',
  'GET /v',
  'GET /v/:number',
  'POST /desk/api/sign-in',
  'POST /u/:token',
];

/** Whoever may call what lies below. */
const below: readonly { readonly path: RegExp; readonly access: string }[] = [
  { path: /^\/desk(?!\/login$|\/api\/sign-in$)/, access: 'officer' },
  { path: /^\/dashboard/, access: 'administrator' },
  { path: /^\/kiosk/, access: 'officer' },
  { path: /^\/simulator/, access: 'demo' },
  { path: /^\/(webhooks|flows)\//, access: 'signed' },
];

/** `GET /desk`, by who may call it. A path that is made of others stands as its code: the parts of a plugin. */
function routesIn(files: readonly SourceFile[]): Readonly<Record<string, readonly string[]>> {
  const routes: Record<string, string[]> = {};
  for (const node of files.flatMap(({ tree }) => [...nodesOf(tree)]).filter(ts.isObjectLiteralExpression)) {
    const { access, method, path } = Object.fromEntries(
      node.properties.map((property) => [property.name?.getText(), textOf(property)]),
    );
    if (access !== undefined && method !== undefined)
      routes[access] = [...(routes[access] ?? []), `${method} ${path ?? ''}`];
  }
  return Object.fromEntries(Object.entries(routes).map(([access, those]) => [access, those.sort()]));
}

const textOf = (property: ts.ObjectLiteralElementLike): string => {
  if (!ts.isPropertyAssignment(property)) return property.name?.getText() ?? '';
  return ts.isStringLiteral(property.initializer) ? property.initializer.text : property.initializer.getText();
};

const pathOf = (route: string): string => route.replace(/^\w+ [`]?/, '');
const routes = routesIn(sourcesIn('adapters'));

describe('routes', () => {
  it('are found where they are written', () => {
    const planted = parsed(
      'adapters/a.ts',
      "const a = { method: 'GET', path: '/tea', access: 'public', handle }; b({ path });",
    );
    expect(routesIn([planted])).toEqual({ public: ['GET /tea'] });
  });

  it('that anybody may call are those that we mean', () => {
    expect(routes.public).toEqual(forEverybody);
  });

  it('of the desk, the dashboard, the simulator and providers are shut to others', () => {
    const wrong = Object.entries(routes).flatMap(([access, those]) =>
      those.filter((route) => below.some(({ path, access: due }) => path.test(pathOf(route)) && access !== due)),
    );
    expect(wrong).toEqual([]);
  });

  it('are shut to some below each of these', () => {
    const shut = Object.values(routes).flat().map(pathOf);
    const idle = below.filter(({ path, access }) => access !== 'signed' && !shut.some((each) => path.test(each)));
    expect(idle).toEqual([]);
  });
});
