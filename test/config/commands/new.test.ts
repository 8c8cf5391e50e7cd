import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ours = fileURLToPath(new URL('../../../', import.meta.url));
const tools = join(ours, 'node_modules', '.bin');
const SLOW_MS = 60_000;

/** What a new service and a new channel lean on, and no more, so that checking them is quick. */
const copied = [
  'package.json',
  'tsconfig.json',
  'biome.json',
  'domain',
  'application/ports',
  'application/reactions.ts',
  'adapters/shared',
  'adapters/channels',
  'adapters/persistence/memory',
  'adapters/persistence/store.ts',
  'config/node.cjs',
  'config/commands/new',
  'config/commands/new-service.ts',
  'config/commands/new-channel.ts',
  'config/services',
  'config/commands/services.ts',
  'config/check-services.ts',
  'config/check',
  'config/load-texts.ts',
  'config/languages.ts',
  'config/languages.json',
  'config/locales',
  'config/papers',
  'config/help-desk.ts',
  'config/holidays.json',
  'config/holidays.ts',
  'config/language/abuse.json',
  'config/places/local-bodies.json',
  'config/popular-services.json',
  'adapters/language',
  'adapters/translation',
  'application/notification/worded.ts',
  'test/kit/choosing.ts',
  'test/kit/dialogue.ts',
  'test/kit/household.ts',
  'test/contracts/any-screen.ts',
  'test/contracts/channel-world.ts',
  'test/contracts/describe-channel.ts',
  'test/contracts/describe-choosing.ts',
  'test/contracts/describe-sending.ts',
  'test/contracts/json-parts.ts',
  'test/contracts/proof.ts',
  'test/contracts/route-server.ts',
  'test/contracts/shown.ts',
  'test/contracts/stub-provider.ts',
];

const made = {
  service: ['config/services/mcd/tree-pruning', 'test/config/services'],
  channel: ['adapters/channels/pigeon-post', 'test/adapters/channels/pigeon-post', 'test/fixtures/pigeon-post'],
};

describe('npm run new:service and new:channel', () => {
  let root: string;

  /** Runs one of our tools in the copy; fails as it fails, with what it said. */
  const run = async (tool: string, ...args: string[]): Promise<string> => {
    const env = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH}`, VITEST: '', NO_COLOR: '1' };
    const { stdout, stderr } = await promisify(execFile)(join(tools, tool), args, { cwd: root, env }).catch(
      (error: { stdout: string; stderr: string }) => {
        throw new Error(`${tool}: ${error.stdout}${error.stderr}`);
      },
    );
    return stdout + stderr;
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'new-'));
    for (const path of copied) await cp(join(ours, path), join(root, path), { recursive: true });
    await symlink(join(ours, 'node_modules'), join(root, 'node_modules'));
    await writeFile(join(root, 'vitest.config.ts'), 'export default {};\n');
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('write a service and a channel, and say what is left to do', { timeout: SLOW_MS }, async () => {
    const service = await run('node', 'config/commands/new-service.ts', 'mcd', 'tree-pruning');
    expect(service).toContain("import { treePruning } from './tree-pruning/service.ts';");
    const channel = await run('node', 'config/commands/new-channel.ts', 'pigeon-post', 'sms');
    expect(channel).toContain("import { pigeonPost } from '#adapters/channels/pigeon-post/index.ts';");
    expect(channel).toContain("use: 'pigeon-post'");
  });

  it('write nothing over what is there', async () => {
    const again = run('node', 'config/commands/new-channel.ts', 'pigeon-post', 'sms');
    await expect(again).rejects.toThrow('there already: adapters/channels/pigeon-post/index.ts');
  });

  it('say how they are called', async () => {
    await expect(run('node', 'config/commands/new-service.ts', 'mcd')).rejects.toThrow('usage: npm run new:service');
    await expect(run('node', 'config/commands/new-channel.ts', 'Pigeon', 'sms')).rejects.toThrow('kebab-case');
    await expect(run('node', 'config/commands/new-channel.ts', 'pigeon', 'air')).rejects.toThrow('kinds: whatsapp');
  });

  it('write what compiles, and is formatted', { timeout: SLOW_MS }, async () => {
    await writeFile(
      join(root, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [...made.service, ...made.channel] }),
    );
    await run('tsc', '-p', 'tsconfig.new.json');
    await run('biome', 'ci', '--error-on-warnings', '--vcs-enabled=false', ...made.service, ...made.channel);
  });

  it('write tests that pass, the laws of channels among them', { timeout: SLOW_MS }, async () => {
    const said = await run('vitest', 'run', 'test/config', 'test/adapters');
    expect(said).toMatch(/Test Files\s+2 passed/);
  });

  it('write a service that the check of services finds in order, once it is installed', async () => {
    const list = join(root, 'config/services/mcd/index.ts');
    const before = await readFile(list, 'utf8');
    const installed = before.replace(/= \[/, '= [treePruning, ');
    expect(installed).not.toBe(before);
    await writeFile(list, `import { treePruning } from './tree-pruning/service.ts';\n${installed}`);
    const found = (await run('node', 'config/commands/services.ts', '--check')).split('\n');
    const said = found.filter((line) => line.includes('tree-pruning'));
    expect(said).not.toEqual([]);
    expect(said.filter((line) => !line.startsWith('note'))).toEqual([]);
    expect(found).toContainEqual(expect.stringMatching(/^\d+ services checked, 0 errors$/));
  });
});
