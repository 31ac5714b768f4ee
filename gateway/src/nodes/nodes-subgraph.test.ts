import { inProcessExecutor, type RequestMeta } from '@veza/graphql';
import { toTypeId, type Uuid } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import { userCaller } from '@veza/testing';
import { parse } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CallMeta, type Json, SubgraphFailure, type SubgraphTransport } from '../transport/port.ts';
import { nodesSubgraph } from './nodes-subgraph.ts';

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
  interface Node { id: ID! }
  type Query { node(id: ID!): Node @access(level: "PUBLIC") nodes(ids: [ID!]!): [Node]! @access(level: "PUBLIC") }
  type User implements Node @key(fields: "id", resolvable: false) @access(level: "PUBLIC") { id: ID! }
  type Channel implements Node @key(fields: "id", resolvable: false) @access(level: "DOMAIN", rule: "channel.view") { id: ID! }
  type Message implements Node @key(fields: "id", resolvable: false) @access(level: "DOMAIN", rule: "channel.view") { id: ID! }`;

const idOf = (prefix: string, last: number) => toTypeId(prefix, `00000000-0000-7000-8000-${String(last).padStart(12, '0')}` as Uuid);
const [ann, ghost, channel, message] = [idOf('user', 1), idOf('user', 2), idOf('channel', 3), idOf('message', 4)];
const present = new Set<string>([ann, channel, message]);

interface Asked {
  readonly subgraph: string;
  readonly representations: Json;
  readonly meta: CallMeta;
}

describe('the nodes subgraph', () => {
  const asked: Asked[] = [];
  const broken = new Set<string>();
  const owner = (subgraph: string): SubgraphTransport => ({
    call(_, { representations }, meta) {
      asked.push({ subgraph, representations: representations!, meta });
      if (broken.has(subgraph)) return Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away'));
      const entities = (representations as unknown as readonly { readonly __typename: string; readonly id: string }[]).map((one) =>
        present.has(one.id) ? { __typename: one.__typename } : null,
      );
      return Promise.resolve({ data: { _entities: entities } });
    },
    async *subscribe() {},
    close: () => Promise.resolve(),
  });
  const owners = {
    user: { type: 'User', subgraph: 'users' },
    channel: { type: 'Channel', subgraph: 'chat' },
    message: { type: 'Message', subgraph: 'chat' },
  };
  const transports = new Map(['users', 'chat'].map((name) => [name, owner(name)]));
  const executor = inProcessExecutor(nodesSubgraph({ sdl, owners, transports, log: silentLog }));
  const request: RequestMeta = {
    caller: userCaller(ann as never),
    requestId: 'request-1',
    deadlineAt: Date.now() + 10_000,
    signal: new AbortController().signal,
  };
  const run = (text: string, variables: Record<string, unknown>) => executor.execute(parse(text), variables, request);
  const nodes = (ids: readonly string[]) => run('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });

  beforeEach(() => {
    asked.length = 0;
    broken.clear();
  });

  it('answers what exists at the place of its id, and null for what is absent, malformed or of an unknown kind', async () => {
    const result = await nodes([message, ghost, 'user_nonsense', 'planet_00000000000000000000000000', ann, '', channel]);
    expect(result.errors).toBeUndefined();
    expect(result.data).toEqual({
      nodes: [
        { __typename: 'Message', id: message },
        null,
        null,
        null,
        { __typename: 'User', id: ann },
        null,
        { __typename: 'Channel', id: channel },
      ],
    });
  });

  it('asks each owner once, for each thing once, as the viewer', async () => {
    await nodes([message, ann, channel, ann]);
    expect(asked.map(({ subgraph, representations }) => [subgraph, representations])).toEqual([
      [
        'chat',
        [
          { __typename: 'Message', id: message },
          { __typename: 'Channel', id: channel },
        ],
      ],
      ['users', [{ __typename: 'User', id: ann }]],
    ]);
    for (const { meta } of asked) expect(meta.caller).toBe(request.caller);
  });

  it('asks nobody about what can be nothing', async () => {
    const result = await run('query ($id: ID!) { node(id: $id) { id } }', { id: 'constructor_00000000000000000000000000' });
    expect(result.data).toEqual({ node: null });
    expect(asked).toEqual([]);
  });

  it('takes 100 ids and refuses 101', async () => {
    expect((await nodes(Array.from({ length: 100 }, () => ann))).errors).toBeUndefined();
    expect((await nodes(Array.from({ length: 101 }, () => ann))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('takes an id of 64 characters and refuses one of 65', async () => {
    const node = (id: string) => run('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect((await node('x'.repeat(64))).errors).toBeUndefined();
    expect((await node('x'.repeat(65))).errors).toMatchObject([{ path: ['node'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('loses only the things of an owner that is away', async () => {
    broken.add('chat');
    const result = await nodes([message, ann]);
    expect(result.data).toEqual({ nodes: [null, { __typename: 'User', id: ann }] });
    expect(result.errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'chat' } }]);
    const single = await run('query ($id: ID!) { node(id: $id) { id } }', { id: message });
    expect(single.errors).toMatchObject([{ path: ['node'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});
