import { ANONYMOUS, type Caller, serviceCaller, type UserCaller } from '@veza/auth';
import { type DocumentNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inProcessExecutor } from './execution/in-process-executor.ts';
import { subgraphSchema } from './subgraph-schema.ts';
import type { RequestMeta, SubgraphContext } from './subgraph.ts';

const sdl = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
  scalar DateTime
  interface Node {
    id: ID!
  }
  type Note implements Node @key(fields: "id") @access(level: "OWNER", rule: "note.owner") {
    id: ID!
    text: String!
    at: DateTime!
    secret: String @access(level: "STAFF", scopes: ["users:read"])
  }
  type Query {
    note(id: ID!): Note @access(level: "PUBLIC")
    echo(text: String!): String @access(level: "PUBLIC")
    boom: String @access(level: "PUBLIC")
  }
`;
const alice: UserCaller = {
  kind: 'user',
  userId: 'user_a',
  sessionId: 'session_a',
  authVersion: 1,
  scopes: [],
  methods: ['pwd'],
  authTime: 0,
  expiresAt: 0,
};
interface Note {
  readonly id: string;
  readonly ownerId: string;
  readonly text: string;
  readonly at: Date;
}
const notes = new Map<string, Note>([
  ['note_a', { id: 'note_a', ownerId: 'user_a', text: 'hers', at: new Date(0) }],
  ['note_b', { id: 'note_b', ownerId: 'user_b', text: 'his', at: new Date(0) }],
]);
const schema = subgraphSchema<SubgraphContext>({
  name: 'notes',
  sdl,
  resolvers: [
    {
      Query: {
        note: (_root: unknown, { id }: { id: string }) => notes.get(id) ?? null,
        echo: (_root: unknown, { text }: { text: string }) => text,
        boom: () => {
          throw new Error('password=1');
        },
      },
    },
  ],
  entities: { Note: (references) => Promise.resolve(references.map(({ id }) => notes.get(id) ?? null)) },
  rules: { 'note.owner': (note: Note, { caller }) => caller.kind === 'user' && caller.userId === note.ownerId },
});
const executor = inProcessExecutor({ name: 'notes', schema, context: (request) => ({ request, caller: request.caller }), background: {} });
const meta = (caller: Caller): RequestMeta => ({
  caller,
  requestId: 'request1',
  deadlineAt: Number.MAX_SAFE_INTEGER,
  signal: new AbortController().signal,
});
const ask = (text: string | DocumentNode, caller: Caller = ANONYMOUS, variables = {}) =>
  executor.execute(typeof text === 'string' ? parse(text) : text, variables, meta(caller));

describe('a subgraph', () => {
  it('answers its owner and refuses others', async () => {
    expect(await ask('{ note(id: "note_a") { id text at } }', alice)).toEqual({
      data: { note: { id: 'note_a', text: 'hers', at: '1970-01-01T00:00:00.000Z' } },
    });
    expect(await ask('{ note(id: "note_b") { id } }', alice)).toMatchObject({
      data: { note: null },
      errors: [{ extensions: { code: 'FORBIDDEN', requestId: 'request1' } }],
    });
    expect(await ask('{ note(id: "note_a") { id } }')).toMatchObject({
      data: { note: null },
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await ask('{ note(id: "note_a") { id secret } }', alice)).toMatchObject({
      data: { note: { id: 'note_a', secret: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });
  it('keeps order and holes in _entities', async () => {
    const document = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Note { id text } } }';
    const r = ['note_x', 'note_a', 'note_b', 'note_a'].map((id) => ({ __typename: 'Note', id }));
    expect(await ask(document, alice, { r })).toMatchObject({
      data: { _entities: [null, { __typename: 'Note', text: 'hers' }, null, { id: 'note_a' }] },
      errors: [{ path: ['_entities', 2], extensions: { code: 'FORBIDDEN' } }],
    });
  });
  it('masks', async () => {
    expect(JSON.stringify(await ask('{ boom }'))).not.toContain('password');
    expect(await ask('{ boom }')).toMatchObject({ data: { boom: null }, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(await ask('query ($t: String!) { echo(text: $t) }', serviceCaller('x'), { t: 'a\0' })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await ask('query ($t: String!) { echo(text: $t) }', serviceCaller('x'), { t: 3 })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await ask('{ echo(text: 3) }')).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(Object.entries((await ask('{ __proto__: __typename }')).data ?? {})).toEqual([['__proto__', 'Query']]);
  });
});
