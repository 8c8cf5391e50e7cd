import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Texts by path, as seen from the top folder. */
export type Files = Readonly<Record<string, string>>;

/** What the command was called with does not do; the message says what would. */
export class CalledWrongly extends Error {}

/** `tree-pruning`: it becomes a folder, a name in code and part of an address. */
export function kebabCase(given: string | undefined, usage: string): string {
  if (given === undefined) throw new CalledWrongly(usage);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(given)) throw new CalledWrongly(`not in kebab-case: ${given}\n${usage}`);
  return given;
}

/** `tree-pruning` as `treePruning`. */
export const camelCase = (name: string): string =>
  name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** `tree-pruning` as `TreePruning`. */
export const pascalCase = (name: string): string => camelCase(`-${name}`);

/** Writes all of them, or nothing when one is there already. */
export async function writeFiles(root: string, files: Files): Promise<void> {
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new CalledWrongly(`there already: ${taken}`);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** Runs a command that writes files below the current folder, and says what is left to do. */
export async function runNew(make: () => { readonly files: Files; readonly next: readonly string[] }): Promise<void> {
  try {
    const { files, next } = make();
    await writeFiles(process.cwd(), files);
    console.log(
      `Written:\n${Object.keys(files)
        .map((path) => `  ${path}`)
        .join('\n')}\n\nNow:\n${next.join('\n')}`,
    );
  } catch (error) {
    if (!(error instanceof CalledWrongly)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
