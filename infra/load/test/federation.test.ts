import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GatewayApp } from '@veza/gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoisedAnswers } from '../src/federation/memoised-answers.ts';
import { PROFILE, TRACK } from '../src/federation/queries.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../src/federation/sdl.ts';
import { federationSubgraph } from '../src/federation/subgraphs.ts';
import { clientSchemaOf, federationSupergraph } from '../src/federation/supergraph.ts';
import { expectedDigests } from '../src/gateway/verify.ts';
import { cheapServer, type CheapServer } from '../src/http/cheap-server.ts';
import { digestOf } from '../src/http/digest.ts';
import { ourGateway } from '../src/ours/gateway.ts';
import { sessions } from '../src/ours/sessions.ts';

const calls: SubgraphName[] = [];
const servers: CheapServer[] = [];
let folder: string;
let schemaFile: string;
let token: string;
let gateways: Readonly<Record<'over HTTP' | 'in-process', GatewayApp>>;

async function serve(name: SubgraphName): Promise<readonly [SubgraphName, string]> {
  const answer = memoisedAnswers(federationSubgraph(name));
  const server = await cheapServer((body) => {
    calls.push(name);
    return answer(body);
  });
  servers.push(server);
  return [name, server.url];
}

beforeAll(async () => {
  const subgraphs = Object.fromEntries(await Promise.all(SUBGRAPH_NAMES.map(serve))) as Record<SubgraphName, string>;
  const supergraphSdl = federationSupergraph((name) => subgraphs[name]);
  folder = await mkdtemp(join(tmpdir(), 'veza-load-'));
  schemaFile = join(folder, 'schema.graphql');
  writeFileSync(schemaFile, clientSchemaOf(supergraphSdl));
  const { keySet, tokens } = await sessions(1);
  [token = ''] = await tokens();
  const ours = { supergraphSdl, keySet, limits: 'default', sharing: true } as const;
  gateways = { 'over HTTP': await ourGateway({ ...ours, subgraphs }), 'in-process': await ourGateway(ours) };
});

afterAll(async () => {
  await Promise.all(Object.values(gateways).map((gateway) => gateway.close()));
  await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
  await rm(folder, { recursive: true, force: true });
});

async function ask(where: keyof typeof gateways, query: string, variables: object): Promise<{ readonly data?: unknown }> {
  const answer = await gateways[where].server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: { query, variables },
  });
  return answer.json();
}

describe.each(['over HTTP', 'in-process'] as const)('the federation of the benchmarks, %s', (where) => {
  it.each([TRACK, PROFILE])('answers $name as graphql-js does', async (query) => {
    const expected = expectedDigests(schemaFile, query);
    for (const index of [0, 401, 1_199]) {
      const { data } = await ask(where, query.text, query.variableSets[index]!);
      expect(digestOf(data)).toBe(expected[index]);
    }
  });
});

describe('the queries of the benchmarks', () => {
  it.each([TRACK, PROFILE])('$name needs as many requests to subgraphs as it says', async (query) => {
    calls.length = 0;
    await ask('over HTTP', query.text, query.variableSets[7]!);
    expect(calls).toHaveLength(query.fetches);
  });

  it.each([TRACK, PROFILE])('$name comes with more than a thousand different sets of variables', ({ variableSets }) => {
    expect(new Set(variableSets.map((variables) => JSON.stringify(variables))).size).toBeGreaterThanOrEqual(1_000);
  });
});

describe('an answer that is not the right one', () => {
  it('has another digest', () => {
    expect(digestOf({ track: { id: '1' } })).not.toBe(digestOf({ track: { id: '2' } }));
    expect(digestOf({ a: 1, b: 2 })).not.toBe(digestOf({ b: 2, a: 1 }));
  });
});
