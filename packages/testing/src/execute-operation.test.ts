import type { Subgraph } from '@veza/graphql';
import { buildSchema, GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { userCaller } from './callers.ts';
import { executeOperation, subscribeOperation } from './execute-operation.ts';

const schema = buildSchema(`
  type Query { who: String requestId: String twice(text: String!): String broken: String }
  type Subscription { count(to: Int!): Int refused: Int }
`);
const query = schema.getQueryType()!.getFields();
query['who']!.resolve = (_root, _args, { caller }) => (caller.kind === 'user' ? caller.userId : 'nobody');
query['requestId']!.resolve = (_root, _args, { request }) => request.requestId;
query['twice']!.resolve = (_root, { text }) => `${text}${text}`;
query['broken']!.resolve = () => {
  throw new GraphQLError('no', { extensions: { code: 'NOT_FOUND' } });
};
const subscription = schema.getSubscriptionType()!.getFields();
subscription['count']!.subscribe = async function* (_root, { to }) {
  for (let count = 1; count <= to; count += 1) yield { count };
};
subscription['refused']!.subscribe = () => {
  throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } });
};
const subgraph: Subgraph = { name: 'sample', schema, context: (request) => ({ request, caller: request.caller }), background: {} };

describe('executeOperation', () => {
  it('runs as nobody unless somebody is named', async () => {
    expect(await executeOperation(subgraph, '{ who }')).toEqual({ data: { who: 'nobody' } });
    expect(await executeOperation(subgraph, '{ who }', {}, userCaller('user_a'))).toEqual({ data: { who: 'user_a' } });
  });

  it('passes variables and the rest of the request on', async () => {
    const document = 'query($text: String!) { twice(text: $text) requestId }';
    const result = await executeOperation(subgraph, document, { text: 'ab' }, { caller: userCaller('user_a'), requestId: 'request-1' });
    expect(result).toEqual({ data: { twice: 'abab', requestId: 'request-1' } });
  });

  it('answers errors with their code', async () => {
    const { data, errors } = await executeOperation(subgraph, '{ broken }');
    expect([data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([{ broken: null }, ['NOT_FOUND']]);
  });

  it('throws for a document that does not fit the schema', async () => {
    await expect(executeOperation(subgraph, '{ absent }')).rejects.toThrow('Cannot query field "absent"');
  });
});

describe('subscribeOperation', () => {
  it('answers the events of a subscription', async () => {
    const events: unknown[] = [];
    for await (const { data } of subscribeOperation(subgraph, 'subscription { count(to: 3) }')) events.push(data);
    expect(events).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }]);
  });

  it('answers a refusal as the one event', async () => {
    const codes: unknown[] = [];
    for await (const { errors } of subscribeOperation(subgraph, 'subscription { refused }')) codes.push(errors?.[0]?.extensions['code']);
    expect(codes).toEqual(['FORBIDDEN']);
  });
});
