import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSchemaOf, federationSupergraph } from '../federation/supergraph.ts';
import type { SubgraphName } from '../federation/sdl.ts';
import { type Child, startChild } from '../process/child.ts';

/** The subgraphs in a process of their own, and what gateways need to know of them. */
export interface Federation extends AsyncDisposable {
  readonly urls: Readonly<Record<SubgraphName, string>>;
  readonly supergraphSdl: string;
  /** Files for servers that read them. */
  readonly supergraphFile: string;
  readonly schemaFile: string;
  /** Calls to all subgraphs since the last time it was asked. */
  calls(): Promise<number>;
}

/** Starts the subgraphs and composes their supergraph. */
export async function startFederation(): Promise<Federation> {
  const subgraphs: Child = await startChild('subgraphs', 'infra/load/src/federation/subgraphs-main.ts');
  const urls = JSON.parse(subgraphs.address) as Record<SubgraphName, string>;
  const supergraphSdl = federationSupergraph((name) => urls[name]);
  const folder = mkdtempSync(join(tmpdir(), 'veza-bench-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  const schemaFile = join(folder, 'schema.graphql');
  writeFileSync(supergraphFile, supergraphSdl);
  writeFileSync(schemaFile, clientSchemaOf(supergraphSdl));
  return {
    urls,
    supergraphSdl,
    supergraphFile,
    schemaFile,
    async calls() {
      const counted = await subgraphs.ask<Record<string, number>>({});
      return Object.values(counted).reduce((sum, count) => sum + count, 0);
    },
    async [Symbol.asyncDispose]() {
      await subgraphs[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
