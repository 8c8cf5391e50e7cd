import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('the commands of package.json', () => {
  it('offer every file of config/commands', () => {
    const offered = Object.values(scripts).map((script) => script.split(' ').at(-1));
    expect(globSync('config/commands/*.ts', { cwd: root }).filter((file) => !offered.includes(file))).toEqual([]);
  });

  it('check the version of Node before our first TypeScript file is read', () => {
    const running = Object.entries(scripts).filter(([, script]) => /\.ts$/.test(script));
    expect(running.length).toBeGreaterThan(5);
    expect(running.filter(([, script]) => !script.startsWith('node -r ./config/node.cjs '))).toEqual([]);
  });
});
