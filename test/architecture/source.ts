import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file of ours, parsed. `path` as seen from the top folder. */
export interface SourceFile {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

export const parsed = (path: string, text: string): SourceFile => ({
  path,
  tree: ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    /x$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
});

/** Our own code below these folders. */
export const sourcesIn = (...folders: readonly string[]): readonly SourceFile[] =>
  folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .sort()
    .map((path) => parsed(path, readFileSync(join(root, path), 'utf8')));

/** A node and all below it, parents first. */
export function* nodesOf(top: ts.Node): Generator<ts.Node> {
  const open = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    open.push(...children.reverse());
  }
}

/** `path:line: text`, one for each node that breaks a rule. */
export const findingsIn = (
  files: readonly SourceFile[],
  breaksRule: (node: ts.Node, file: SourceFile) => boolean,
): readonly string[] =>
  files.flatMap((file) =>
    [...nodesOf(file.tree)]
      .filter((node) => breaksRule(node, file))
      .map((node) => {
        const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
        return `${file.path}:${line + 1}: ${node.getText().slice(0, 100)}`;
      }),
  );
