import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Caller, serviceCaller } from '@veza/auth';
import type { Subgraph, SubgraphContext } from '@veza/graphql';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphAnswer, SubgraphOperation, SubgraphTransport } from '../../src/transport/port.ts';
import { callMeta } from '../executor/fixture.ts';
import { openTransport, transportKinds } from '../executor/open-fixture.ts';

/** Tells each subscriber who it is, as often as it wants. */
function identitySubgraph(): Subgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse('type Query { ok: Boolean } type Subscription { whoAmI(times: Int!): String }') }]);
  const field = schema.getSubscriptionType()!.getFields()['whoAmI']!;
  field.subscribe = async function* (_root: unknown, { times }: { readonly times: number }, { caller }: SubgraphContext) {
    for (let count = 0; count < times; count += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      yield caller.kind === 'service' ? caller.service : caller.kind;
    }
  };
  field.resolve = (event) => event as string;
  return { name: 'identity', schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}

const text = 'subscription ($times: Int!) { whoAmI(times: $times) }';
const operation: SubgraphOperation = { kind: 'subscription', name: undefined, text, document: parse(text) };

async function all(answers: AsyncIterable<SubgraphAnswer>): Promise<readonly SubgraphAnswer[]> {
  const seen: SubgraphAnswer[] = [];
  for await (const answer of answers) seen.push(answer);
  return seen;
}

const subscribe = (transport: SubgraphTransport, caller: Caller, times: number) =>
  all(transport.subscribe(operation, { times }, callMeta({ caller })));

describe.each(transportKinds)('subscriptions of a transport over %s', (kind) => {
  it('carry the identity of each operation, many on one connection', async () => {
    await using open = await openTransport(kind, identitySubgraph());
    const names = ['ann', 'bob', 'cleo', 'dan'];
    const seen = await Promise.all(names.map((name) => subscribe(open.transport, serviceCaller(name), 3)));
    expect(seen).toEqual(names.map((name) => Array.from({ length: 3 }, () => ({ data: { whoAmI: name } }))));
  });

  it('tell a refused operation by an answer without data', async () => {
    await using open = await openTransport(kind, identitySubgraph());
    const bad: SubgraphOperation = { ...operation, text: 'subscription { nothing }', document: parse('subscription { nothing }') };
    const [answer] = await all(open.transport.subscribe(bad, {}, callMeta()));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(answer).not.toHaveProperty('data');
  });

  it('never start for a client that is gone already', async () => {
    await using open = await openTransport(kind, identitySubgraph());
    expect(await all(open.transport.subscribe(operation, { times: 3 }, callMeta({ signal: AbortSignal.abort() })))).toEqual([]);
  });
});
