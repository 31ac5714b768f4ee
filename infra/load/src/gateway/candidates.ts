import { type Child, startChild } from '../process/child.ts';
import type { Sessions } from '../ours/sessions.ts';
import { gatewayFlags } from '../ours/node-flags.ts';
import type { Federation } from './fixture.ts';

/** Names of the servers that are compared, in the order of the table. */
export type CandidateName = 'apollo' | 'hive' | 'ours, nothing shared' | 'ours' | 'ours, in-process' | 'one schema';

/** A server under measurement. */
export interface Candidate {
  readonly name: CandidateName;
  readonly server: Child;
}

const FLAGS = gatewayFlags();
const OURS = 'infra/load/src/ours/gateway-main.ts';
const peer = (name: string) => `infra/load/peers/src/${name}.js`;

/** Starts all servers over the same subgraphs; those that are not asked cost next to nothing. */
export async function startCandidates(federation: Federation, { keySet }: Sessions): Promise<readonly Candidate[]> {
  const { supergraphSdl, urls: subgraphs, supergraphFile: supergraph, schemaFile: schema } = federation;
  const ours = { supergraphSdl, keySet, limits: 'default', sharing: true } as const;
  const scripts: readonly (readonly [CandidateName, string, object])[] = [
    ['apollo', peer('apollo'), { supergraph }],
    ['hive', peer('hive'), { supergraph }],
    ['ours, nothing shared', OURS, { ...ours, subgraphs, sharing: false }],
    ['ours', OURS, { ...ours, subgraphs }],
    ['ours, in-process', OURS, ours],
    ['one schema', peer('one-schema'), { schema }],
  ];
  const candidates: Candidate[] = [];
  for (const [name, script, settings] of scripts) {
    candidates.push({ name, server: await startChild(name, script, settings, script === OURS ? FLAGS : []) });
  }
  return candidates;
}
