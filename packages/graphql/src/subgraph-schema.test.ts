import { describe, expect, it } from 'vitest';
import { alice, asker, head, notesSdl, notesSubgraph, type NotesOptions } from '../test/notes-subgraph.ts';

const ask = asker();

describe('custom scalars of a subgraph', () => {
  it('are coerced alike in literals and variables', async () => {
    const expected = { data: { search: '{"limit":10,"since":"2026-01-31T08:30:00.000Z","more":{"a":[1]}}' }, codes: undefined };
    expect(await ask('{ search(since: "2026-01-31T09:30:00+01:00", more: { a: [1] }) }')).toEqual(expected);
    const variables = { since: '2026-01-31T09:30:00+01:00', more: { a: [1] } };
    expect(await ask('query ($since: DateTime, $more: JSON) { search(since: $since, more: $more) }', alice, variables)).toEqual(expected);
  });

  it('refuse bad values with the code of their own', async () => {
    expect((await ask('{ search(since: "2026-02-30T00:00:00Z") }')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await ask('query ($v: DateTime) { search(since: $v) }', alice, { v: 'soon' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await ask('query ($v: Int) { search(limit: $v) }', alice, { v: 2 ** 31 })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a subgraph that is incomplete', () => {
  const build = (options: NotesOptions) => () => notesSubgraph(options);
  const smallSdl = (body: string) => `${head} ${body}`;
  const query = { Query: { a: () => 'a' } };
  const small = (body: string, options: NotesOptions = {}) =>
    build({ sdl: smallSdl(body), resolvers: [query], entities: {}, rules: {}, ...options });

  it.each([
    ['a root field without @access', small('type Query { a: String }'), 'Query.a: no @access'],
    [
      'a root field without a resolver',
      small('type Query { a: String @access(level: "PUBLIC") b: Int @access(level: "PUBLIC") }'),
      'Query.b: no resolver',
    ],
    [
      'an OWNER root field',
      small('type Query { a: String @access(level: "OWNER", rule: "x") }', { rules: { x: () => true } }),
      'a root field has no owner',
    ],
    [
      'an entity without @access',
      small('type Query { a: String @access(level: "PUBLIC") } type E @key(fields: "id") { id: ID! }'),
      'E: no @access',
    ],
    [
      'an entity without a loader',
      small('type Query { a: String @access(level: "PUBLIC") } type E @key(fields: "id") @access(level: "PUBLIC") { id: ID! }'),
      'E: no entity loader',
    ],
    [
      'a loader without an entity',
      small('type Query { a: String @access(level: "PUBLIC") }', { entities: { E: () => Promise.resolve([]) } }),
      'E: has an entity loader',
    ],
    [
      'a rule that nobody registered',
      small('type Query { a: String @access(level: "DOMAIN", rule: "a.view") }'),
      'the rule "a.view" is not registered',
    ],
    [
      'a rule named like a member of every object',
      small('type Query { a: String @access(level: "DOMAIN", rule: "toString") }'),
      'the rule "toString" is not registered',
    ],
    [
      'a DOMAIN rule that is a function',
      small('type Query { a: String @access(level: "DOMAIN", rule: "a.view") }', { rules: { 'a.view': () => true } }),
      "must be 'use-case'",
    ],
    ['an unknown level', small('type Query { a: String @access(level: "EVERYBODY") }'), 'Query.a: @access has the unknown level'],
    ['an unknown scope', small('type Query { a: String @access(level: "STAFF", scopes: ["all"]) }'), 'unknown scope "all"'],
    [
      'an unknown scalar',
      small('scalar Colour type Query { a: Colour @access(level: "PUBLIC") }'),
      'scalar Colour is not one of the platform',
    ],
    [
      'a resolver for an unknown field',
      small('type Query { a: String @access(level: "PUBLIC") }', { resolvers: [query, { Query: { b: () => 1 } }] }),
      'Query.b has a resolver but is not in the SDL',
    ],
    [
      'a field with two resolvers',
      small('type Query { a: String @access(level: "PUBLIC") }', { resolvers: [query, query] }),
      'Query.a has two resolvers',
    ],
  ])('is refused for %s', (_what, construct, message) => {
    expect(construct).toThrow(message);
  });

  it('is told everything that is missing at once', () => {
    const construct = build({ sdl: notesSdl, resolvers: [], entities: {}, rules: {} });
    for (const problem of [
      'Note: no entity loader',
      'the rule "note.owner" is not registered',
      'Query.note: no resolver',
      'Mutation.write: no resolver',
    ]) {
      expect(construct).toThrow(problem);
    }
  });
});
