import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseTree, type Finding, importRules } from './cruise.ts';

const ours = fileURLToPath(new URL('../../', import.meta.url));

/** Files that keep every rule; what is planted below leans on them. */
const good: Readonly<Record<string, string>> = {
  'domain/shared/money.ts': 'export const zero = 0;',
  'domain/shared/time.ts': "import './money.ts'; export const now = 0;",
  'domain/catalogue/fee.ts': "import '../shared/money.ts'; export const fee = 1;",
  'domain/payment/payment.ts': "import '../catalogue/fee.ts'; import '../shared/time.ts'; export const payment = 1;",
  'domain/document/reading.ts': "import '../shared/money.ts'; export const reading = 1;",
  'domain/conversation/talk.ts':
    "import type { reading } from '../document/reading.ts'; export type Talk = typeof reading;",
  'application/ports/in/paying.ts': "import '#domain/payment/payment.ts'; export const paying = 1;",
  'application/ports/out/clock.ts': "import '#domain/shared/time.ts'; export const clock = 1;",
  'application/payment/settle.ts':
    "import '../ports/out/clock.ts'; import '../ports/in/paying.ts'; export const settle = 1;",
  'application/document/issue.ts': "import '../ports/out/clock.ts'; export const issue = 1;",
  'application/reactions.ts': "import './payment/settle.ts'; import './document/issue.ts';",
  'adapters/shared/http.ts': "import 'node:http'; export const http = 1;",
  'adapters/channels/channel.ts': "import '../shared/http.ts'; import '#application/ports/out/clock.ts';",
  'adapters/channels/kiosk/index.ts': "import 'ws'; import '../channel.ts'; import '#adapters/shared/http.ts';",
  'adapters/channels/kiosk/page/main.tsx': "import 'preact'; import '#adapters/web/page/ui.tsx';",
  'adapters/channels/telegram/index.ts': "import '../channel.ts'; export const telegram = 1;",
  // The other half of the circle that is planted; a circle is reported once, from its first file.
  'adapters/channels/telegram/d.ts': "import { b } from './b.ts'; export const d = () => b;",
  'adapters/web/page/ui.tsx': "import 'preact'; export const ui = 1;",
  'adapters/web/server.ts': "import './desk/routes.ts'; import 'fastify'; export const server = 1;",
  'adapters/web/desk/routes.ts': "import '#application/ports/in/paying.ts'; export const routes = 1;",
  'config/services/mcd/birth/service.ts': "import '#domain/catalogue/fee.ts'; export default 1;",
  'config/main.ts':
    "import '#adapters/channels/kiosk/index.ts'; import '#application/reactions.ts'; import './services/mcd/birth/service.ts';",
  'test/kit/fake.ts': "import '#domain/conversation/talk.ts'; import '#config/main.ts'; import 'vitest';",
};

const packages = ['ws', 'fastify', 'preact', 'vitest', 'zod', 'inversify', 'left-pad'];

/** Each file breaks the rule. */
const planted: readonly { rule: string; file: string; text: string }[] = [
  {
    rule: 'domain-imports-only-domain',
    file: 'domain/payment/a.ts',
    text: "import 'node:crypto'; import './payment.ts';",
  },
  { rule: 'domain-imports-only-domain', file: 'domain/payment/b.ts', text: "import 'zod';" },
  {
    rule: 'domain-imports-only-domain',
    file: 'domain/payment/c.ts',
    text: "import type { clock } from '#application/ports/out/clock.ts'; export type C = typeof clock;",
  },
  {
    rule: 'contexts-share-only-the-kernel-and-the-catalogue',
    file: 'domain/payment/d.ts',
    text: "import '../document/reading.ts';",
  },
  {
    rule: 'contexts-share-only-the-kernel-and-the-catalogue',
    file: 'domain/conversation/a.ts',
    text: "import '../payment/payment.ts';",
  },
  {
    rule: 'contexts-share-only-the-kernel-and-the-catalogue',
    file: 'domain/shared/a.ts',
    text: "import '../catalogue/fee.ts';",
  },
  { rule: 'application-imports-only-domain-and-itself', file: 'application/payment/a.ts', text: "import 'node:fs';" },
  {
    rule: 'application-imports-only-domain-and-itself',
    file: 'application/payment/b.ts',
    text: "export const late = () => import('#adapters/shared/http.ts');",
  },
  { rule: 'use-cases-meet-through-ports', file: 'application/payment/c.ts', text: "import '../document/issue.ts';" },
  { rule: 'out-ports-do-not-know-in-ports', file: 'application/ports/out/a.ts', text: "import '../in/paying.ts';" },
  {
    rule: 'adapters-see-only-ports-and-domain',
    file: 'adapters/channels/kiosk/a.ts',
    text: "import '#application/payment/settle.ts';",
  },
  {
    rule: 'adapters-do-not-know-each-other',
    file: 'adapters/channels/kiosk/b.ts',
    text: "import '../telegram/index.ts';",
  },
  { rule: 'adapters-do-not-know-each-other', file: 'adapters/channels/a.ts', text: "import './kiosk/index.ts';" },
  {
    rule: 'adapters-do-not-know-each-other',
    file: 'adapters/channels/kiosk/c.ts',
    text: "import '#adapters/web/server.ts';",
  },
  { rule: 'one-package-one-place', file: 'adapters/channels/telegram/a.ts', text: "import 'ws';" },
  { rule: 'one-package-one-place', file: 'adapters/shared/a.ts', text: "import 'inversify';" },
  { rule: 'service-folders-are-data', file: 'config/services/mcd/birth/a.ts', text: "import 'zod';" },
  {
    rule: 'service-folders-are-data',
    file: 'config/services/mcd/birth/b.ts',
    text: "import '#domain/payment/payment.ts';",
  },
  { rule: 'pages-are-browser-code', file: 'adapters/channels/kiosk/page/a.ts', text: "import 'node:path';" },
  { rule: 'pages-are-browser-code', file: 'adapters/channels/kiosk/page/b.ts', text: "import '../index.ts';" },
  { rule: 'nothing-imports-config-or-test', file: 'adapters/shared/b.ts', text: "import '#config/main.ts';" },
  { rule: 'nothing-imports-config-or-test', file: 'config/a.ts', text: "import '#test/kit/fake.ts';" },
  {
    rule: 'no-circles',
    file: 'adapters/channels/telegram/b.ts',
    text: "import { d } from './d.ts'; export const b = () => d;",
  },
  { rule: 'no-orphans', file: 'adapters/channels/telegram/e.ts', text: 'export const forgotten = 1;' },
  { rule: 'no-dev-packages', file: 'adapters/channels/telegram/f.ts', text: "import 'vitest';" },
  { rule: 'no-dev-packages', file: 'adapters/channels/telegram/g.ts', text: "import 'left-pad';" },
  { rule: 'everything-is-found', file: 'test/kit/a.ts', text: "import './not-there.ts';" },
];

async function write(root: string, file: string, text: string): Promise<void> {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${text}\n`);
}

/** A small tree of the same shape as ours, with our own package.json. */
async function aTree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'imports-'));
  await write(root, 'package.json', await readFile(join(ours, 'package.json'), 'utf8'));
  for (const name of packages) {
    await write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(root, `node_modules/${name}/index.js`, 'module.exports = 1;');
  }
  for (const [file, text] of Object.entries(files)) await write(root, file, text);
  return root;
}

describe('the rules of imports', () => {
  let root: string;
  let findings: readonly Finding[];

  beforeAll(async () => {
    root = await aTree({ ...good, ...Object.fromEntries(planted.map(({ file, text }) => [file, text])) });
    findings = (await cruiseTree(root)).findings;
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each(planted)('catch $file by $rule', ({ rule, file }) => {
    expect(findings.filter(({ from }) => from === file).map((finding) => finding.rule)).toContain(rule);
  });

  it('have each been seen to fail', () => {
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(importRules.forbidden.map(({ name }) => name)));
  });

  it('let pass what keeps them', () => {
    expect(findings.filter(({ from }) => from in good)).toEqual([]);
  });

  it('say why', () => {
    expect(importRules.forbidden.filter(({ comment }) => !comment)).toEqual([]);
  });

  it('are not kept by a tree in which nothing was looked at', async () => {
    const { 'adapters/shared/http.ts': one } = good;
    const empty = await aTree({ 'adapters/shared/http.ts': one ?? '', 'domain/a.txt': '' });
    for (const folder of ['application', 'config', 'test']) await mkdir(join(empty, folder));
    await expect(cruiseTree(empty)).rejects.toThrow('saw no import in domain/');
    await rm(empty, { recursive: true });
  });
});

describe('our own imports', () => {
  it('keep the rules', async () => {
    expect((await cruiseTree(ours)).findings).toEqual([]);
  });
});
