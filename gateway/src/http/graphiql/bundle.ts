import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const browserFolder = fileURLToPath(new URL('./browser/', import.meta.url));
const SOURCES = ['page.js', 'fetcher.js'];
const PACKAGES = ['esbuild', 'graphiql', 'graphql', 'graphql-ws', 'monaco-editor', 'monaco-graphql', 'react', 'react-dom'];

/** Where packages lie that GraphiQL brings along and we do not list: they are found from where GraphiQL's own parts are. */
function packageFolder(name: string): string {
  const fromGraphiql = createRequire(require.resolve('graphiql/package.json'));
  const fromEditor = createRequire(fromGraphiql.resolve('@graphiql/react/package.json'));
  const from = name.startsWith('monaco-') ? fromEditor : require;
  return dirname(from.resolve(`${name}/package.json`));
}

/** Names the bundle: it changes when our page or a package in it does. */
function bundleKey(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(join(browserFolder, source)));
  for (const name of PACKAGES) hash.update(readFileSync(join(packageFolder(name), 'package.json')));
  return hash.digest('hex').slice(0, 16);
}

/** Bundles page and workers into a folder; about 4 s of CPU time, outside of this process. */
async function bundle(folder: string): Promise<void> {
  const { build } = await import('esbuild');
  const shared = { bundle: true, minify: true, target: 'es2022', outdir: folder, logLevel: 'silent', legalComments: 'none' } as const;
  const worker = (name: string, path: string) => join(packageFolder(name), path);
  await Promise.all([
    build({
      ...shared,
      entryPoints: { page: join(browserFolder, 'page.js') },
      format: 'esm',
      splitting: true,
      loader: { '.ttf': 'file' },
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
    build({
      ...shared,
      entryPoints: {
        'editor.worker': worker('monaco-editor', 'esm/vs/editor/editor.worker.js'),
        'json.worker': worker('monaco-editor', 'esm/vs/language/json/json.worker.js'),
        'graphql.worker': worker('monaco-graphql', 'esm/graphql.worker.js'),
      },
      format: 'iife',
    }),
  ]);
}

/** The bundled files. */
export interface GraphiqlBundle {
  /** Changes with the contents, so that browsers may keep the files for ever. */
  readonly key: string;
  readonly folder: string;
  readonly files: ReadonlySet<string>;
}

/**
 * Answers the bundle in `cacheFolder`, and makes it first where it is missing or out of date.
 * It appears under its name only when it is whole, so a start that is interrupted leaves nothing half-made behind.
 */
export async function graphiqlBundle(cacheFolder: string): Promise<GraphiqlBundle> {
  const key = bundleKey();
  const folder = join(cacheFolder, key);
  if (!existsSync(folder)) {
    const unfinished = join(cacheFolder, `${key}-${randomUUID()}`);
    await mkdir(unfinished, { recursive: true });
    await bundle(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    });
  }
  return { key, folder, files: new Set(await readdir(folder)) };
}
