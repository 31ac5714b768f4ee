import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose, services } from './compose.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from './ids.ts';
import { type GeneratedFile, resolverTypes } from './resolver-types.ts';
import { documentManifest } from './trusted-documents.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const words = process.argv.slice(2);
const asked = words.filter((name): name is SubgraphName => (SUBGRAPH_NAMES as readonly string[]).includes(name));

/** The supergraph for gateways, the public schema for clients, and the ids of our clients' documents. */
function composedFiles(): readonly GeneratedFile[] {
  const { supergraph, publicSchema } = compose(services());
  return [
    { path: beside('supergraph.graphql'), text: supergraph },
    { path: beside('public.graphql'), text: publicSchema },
    { path: beside('documents.json'), text: documentManifest() },
  ];
}

/** Everything that is generated from the SDL; with names of subgraphs, only their resolver types. */
async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  const types = await Promise.all((asked.length > 0 ? asked : SUBGRAPH_NAMES).map(resolverTypes));
  return asked.length > 0 ? types : [...types, ...composedFiles()];
}

/** Names the files that differ from what would be generated. */
function report(files: readonly GeneratedFile[]): void {
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const { path } of stale) console.error(`${relative(root, path)} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

function write(files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const files = await generatedFiles();
if (words.includes('--check')) report(files);
else write(files);
