import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type OutputFile } from 'esbuild';
import type { Route } from '../shared/route.ts';

export interface Asset {
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Its address changes with its content, so browsers may keep it for ever. */
  readonly isHashed: boolean;
}

/**
 * Files for browsers by their address. Entries are there twice: `/assets/desk-3F2A.js` for our own pages, and
 * `/assets/desk.js` for adapters that write their own HTML and cannot know the hash.
 */
export type Assets = ReadonlyMap<string, Asset>;

const root = fileURLToPath(new URL('../../', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

/** Every `page/main.tsx` of an adapter, named after the adapter's folder, and the stylesheets. */
function entryPoints(): Record<string, string> {
  const apps = globSync('adapters/*/*/page/main.tsx', { cwd: root });
  return {
    ...Object.fromEntries(apps.map((file) => [basename(dirname(dirname(file))), file])),
    style: 'adapters/web/page/style.css',
    plain: 'adapters/web/page/plain.css',
  };
}

/** Bundles all pages in memory; takes well under a second. */
export async function buildPages(): Promise<Assets> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: join(root, 'assets'),
    publicPath: '/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file', '.svg': 'file' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return new Map((await Promise.all(outputFiles.map(toEntries))).flat());
}

async function toEntries({ path, contents }: OutputFile): Promise<[string, Asset][]> {
  const bytes = Buffer.from(contents);
  const asset: Asset = {
    bytes,
    gzipped: await promisify(gzip)(bytes),
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isHashed: true,
  };
  const hashed = `/assets/${basename(path)}`;
  return [
    [hashed, asset],
    [hashed.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), { ...asset, isHashed: false }],
  ];
}

/** Where an asset such as `desk.js` is to be fetched: by its hashed address where there is one. */
export function pathOf(assets: Assets, name: string): string {
  const { etag } = assets.get(`/assets/${name}`) ?? {};
  if (etag) for (const [path, asset] of assets) if (asset.isHashed && asset.etag === etag) return path;
  return `/assets/${name}`;
}

export const assetRoute = (assets: Assets): Route => ({
  method: 'GET',
  path: '/assets/:name',
  access: 'public',
  handle: ({ path, headers }) => {
    const asset = assets.get(path);
    if (!asset) return { status: 404 };
    const common = {
      etag: asset.etag,
      vary: 'accept-encoding',
      'cache-control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      'content-type': asset.type,
    };
    if (headers['if-none-match'] === asset.etag) return { status: 304, headers: common };
    return headers['accept-encoding']?.includes('gzip')
      ? { status: 200, headers: { ...common, 'content-encoding': 'gzip' }, body: asset.gzipped }
      : { status: 200, headers: common, body: asset.bytes };
  },
});
