import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Line } from './table.ts';
import type { Understood } from './understanding-child.ts';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('./understanding-child.ts', import.meta.url));
const PEER = 'node-nlp';
const VERSION = '4';

/**
 * The language engine beside NLP.js, both trained on the same sentences and asked the same unseen messages, each in a
 * process of its own. The peer is fetched into a temporary folder; where that is not possible, the lines stand alone.
 */
export async function measureUnderstanding(say: (what: string) => void): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-nlp-'));
  try {
    const ours = await inChild('ours', folder);
    const theirs = await installPeer(folder, say).then(
      (isThere) => (isThere ? inChild('peer', folder) : undefined),
      () => undefined,
    );
    const against = (of: (figures: Understood) => number, value: number) =>
      theirs
        ? { peer: { name: 'NLP.js', value: of(theirs) }, ratio: value / of(theirs) }
        : { peer: { name: 'NLP.js could not be fetched' } };
    const line = (what: string, unit: string, of: (figures: Understood) => number): Line => ({
      what,
      unit,
      value: of(ours),
      ...against(of, of(ours)),
    });
    return [
      line('messages understood in a process', '/s', ({ perSecond }) => perSecond),
      line('memory of a process that understands', 'MB', ({ megabytes }) => megabytes),
      line('training on all sentences', 's', ({ trainSeconds }) => trainSeconds),
      line('services found in unseen messages', '%', ({ services }) => services * 100),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function installPeer(folder: string, say: (what: string) => void): Promise<boolean> {
  say(`fetching ${PEER} ${VERSION} to measure beside`);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefix', folder];
  await run('npm', ['install', ...flags, `${PEER}@${VERSION}`], { timeout: 180_000 });
  say('training it on the same sentences');
  return true;
}

async function inChild(which: 'ours' | 'peer', folder: string): Promise<Understood> {
  const child = fork(CHILD, [which, folder, PEER], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`the ${which} engine could not be measured`))),
  ])) as [Understood];
  child.kill();
  return message;
}
