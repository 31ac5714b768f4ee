import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose, services } from './compose.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from './ids.ts';
import { type GeneratedFile, resolverTypes } from './resolver-types.ts';

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const asked = process.argv.slice(2).filter((name): name is SubgraphName => (SUBGRAPH_NAMES as readonly string[]).includes(name));

/** The supergraph for gateways and the public schema for clients. */
function composedFiles(): readonly GeneratedFile[] {
  const { supergraph, publicSchema } = compose(services());
  return [
    { path: beside('supergraph.graphql'), text: supergraph },
    { path: beside('public.graphql'), text: publicSchema },
  ];
}

/** Writes everything that is generated from the SDL. With names of subgraphs as arguments: only their resolver types. */
const types = await Promise.all((asked.length > 0 ? asked : SUBGRAPH_NAMES).map(resolverTypes));
for (const { path, text } of asked.length > 0 ? types : [...types, ...composedFiles()]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
